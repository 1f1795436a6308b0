package dev.aiaudit.javasource.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FileSetTest {
  @Test
  void aSetIsAscendingAndFreeOfRepetitions() {
    assertThat(FileSet.of(3, 1, 3, 2).toArray()).containsExactly(1, 2, 3);
    assertThat(FileSet.of()).isEqualTo(FileSet.none());
    assertThat(FileSet.of(7, 4).get(1)).isEqualTo(7);
    assertThat(FileSet.of(7, 4)).hasToString("[4, 7]").hasSameHashCodeAs(FileSet.of(4, 7));
  }

  @Test
  void operationsAgreeWithTreeSets() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      TreeSet<Integer> left = randomSet(random);
      TreeSet<Integer> right = randomSet(random);
      TreeSet<Integer> union = new TreeSet<>(left);
      union.addAll(right);
      TreeSet<Integer> both = new TreeSet<>(left);
      both.retainAll(right);
      TreeSet<Integer> rest = new TreeSet<>(left);
      rest.removeAll(right);
      assertThat(set(left).union(set(right))).isEqualTo(set(union));
      assertThat(set(left).intersect(set(right))).isEqualTo(set(both));
      assertThat(set(left).minus(set(right))).isEqualTo(set(rest));
    }
  }

  private static TreeSet<Integer> randomSet(Random random) {
    TreeSet<Integer> set = new TreeSet<>();
    int size = random.nextInt(12);
    for (int i = 0; i < size; i++) {
      set.add(random.nextInt(20));
    }
    return set;
  }

  private static FileSet set(TreeSet<Integer> files) {
    return FileSet.of(files.stream().mapToInt(Integer::intValue).toArray());
  }
}
