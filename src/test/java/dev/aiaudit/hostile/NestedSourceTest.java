package dev.aiaudit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.javasource.JavaParserReader;
import dev.aiaudit.javasource.JavaParserReader.SyntaxException;
import dev.aiaudit.javasource.NestingGuard;
import dev.aiaudit.javasource.ParseLimits;
import dev.aiaudit.javasource.ParseOutcome;
import dev.aiaudit.javasource.ParsePool;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Threat 1: nesting that costs a parser exponential time, above all when something is missing. What
 * the guard lets through is parsed or refused within its deadline, 2 s of processor time.
 */
class NestedSourceTest {
  private static final List<Integer> DEPTHS = List.of(1, 2, 3, 4, 6, 8, 12);

  @Test
  void whatTheGuardLetsThroughEnds() {
    List<String> texts = new ArrayList<>();
    Random random = new Random(20_261_124);
    for (Shape shape : Shape.ALL) {
      for (int depth : DEPTHS) {
        texts.addAll(variants(shape.source(depth), random));
      }
    }
    assertThat(texts).hasSize(Shape.ALL.size() * DEPTHS.size() * 4);
    List<String> let =
        texts.stream().filter(t -> NestingGuard.reasonNotToParse(t).isEmpty()).toList();
    assertThat(let).hasSizeGreaterThan(texts.size() / 2).hasSizeLessThan(texts.size());
    ThreadLocal<JavaParserReader> readers = ThreadLocal.withInitial(JavaParserReader::new);
    try (ParsePool<String, Boolean> pool =
        new ParsePool<>(
            text -> parses(readers.get(), text), String::length, 2, ParseLimits.standard())) {
      List<ParseOutcome<Boolean>> outcomes = pool.all(let);
      for (int i = 0; i < let.size(); i++) {
        assertThat(outcomes.get(i)).as(let.get(i)).isNotInstanceOf(ParseOutcome.NotParsed.class);
      }
    }
  }

  /** As it is; without a token; with a token twice; with a parenthesis too many. */
  private static List<String> variants(String text, Random random) {
    List<String> tokens = MutatedSourceTest.tokens(text);
    List<String> out = new ArrayList<>(List.of(text));
    int behind = tokens.size() / 2;
    int at = behind + random.nextInt(tokens.size() - behind);
    List<String> without = new ArrayList<>(tokens);
    without.remove(at);
    out.add(String.join("", without));
    List<String> twice = new ArrayList<>(tokens);
    twice.add(at, tokens.get(at));
    out.add(String.join("", twice));
    List<String> more = new ArrayList<>(tokens);
    more.add(at, ")");
    out.add(String.join("", more));
    return out;
  }

  private static boolean parses(JavaParserReader reader, String text) {
    try {
      return !reader.read("T.java", text).path().isEmpty();
    } catch (SyntaxException expected) {
      return false;
    }
  }
}
