package dev.aiaudit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.javasource.JavaParserReader;
import dev.aiaudit.javasource.JavaParserReader.SyntaxException;
import dev.aiaudit.javasource.NestingGuard;
import dev.aiaudit.javasource.ParseLimits;
import dev.aiaudit.javasource.ParseOutcome;
import dev.aiaudit.javasource.ParsePool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Threat 1: real files with tokens removed, doubled, swapped and replaced. {@code
 * -Dhostile.mutations=1000000 -Dhostile.seed=2} makes it longer and another one.
 */
class MutatedSourceTest {
  private static final int MUTATIONS = Integer.getInteger("hostile.mutations", 40_000);
  private static final long SEED = Long.getLong("hostile.seed", 20_261_124);
  private static final Pattern TOKEN =
      Pattern.compile("\\w++|\"(?:[^\"\\\\\n]|\\\\.)*+\"|//[^\n]*+|\\s++|[^\\w\\s]");
  private static final int BATCH = 1_000;
  private static final int MOST_CHARACTERS = 3_000;

  private enum Outcome {
    JAVA,
    NO_JAVA,
    REFUSED
  }

  @Test
  void everyMutationIsParsedOrRefusedAndNoneIsAbandoned() throws IOException {
    List<List<String>> sources = sources();
    Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
    ThreadLocal<JavaParserReader> readers = ThreadLocal.withInitial(JavaParserReader::new);
    int workers = Math.max(2, Runtime.getRuntime().availableProcessors());
    // A worker makes its own text from a number, so that both cores are busy all the time.
    try (ParsePool<Long, Outcome> pool =
        new ParsePool<>(
            number -> outcome(readers.get(), mutated(sources, new Random(SEED + number))),
            number -> MOST_CHARACTERS,
            workers,
            ParseLimits.standard())) {
      for (long done = 0; done < MUTATIONS; done += BATCH) {
        List<Long> batch = LongStream.range(done, done + BATCH).boxed().toList();
        List<ParseOutcome<Outcome>> outcomes = pool.all(batch);
        for (int i = 0; i < BATCH; i++) {
          assertThat(outcomes.get(i))
              .as("mutation %d", batch.get(i))
              .isNotInstanceOf(ParseOutcome.NotParsed.class);
          seen.merge(outcomes.get(i).value().orElseThrow(), 1, Integer::sum);
        }
      }
    }
    assertThat(seen).as("mutations that are still Java").containsKey(Outcome.JAVA);
    assertThat(seen.getOrDefault(Outcome.REFUSED, 0)).isLessThan(MUTATIONS / 10);
  }

  private static Outcome outcome(JavaParserReader reader, String text) {
    if (NestingGuard.reasonNotToParse(text).isPresent()) {
      return Outcome.REFUSED;
    }
    return parses(reader, text) ? Outcome.JAVA : Outcome.NO_JAVA;
  }

  private static boolean parses(JavaParserReader reader, String text) {
    try {
      return !reader.read("M.java", text).path().isEmpty();
    } catch (SyntaxException expected) {
      return false;
    }
  }

  private static List<List<String>> sources() throws IOException {
    List<List<String>> out = new ArrayList<>();
    for (String folder : List.of("src/main/java", "src/test/java", "samples")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
          String text = Files.readString(file);
          if (text.length() > 300 && text.length() < MOST_CHARACTERS) {
            out.add(tokens(text));
          }
        }
      }
    }
    return out;
  }

  /** Words, texts, line comments, blanks and other characters, one after the other. */
  static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return List.copyOf(tokens);
  }

  private static String mutated(List<List<String>> sources, Random random) {
    List<String> out = new ArrayList<>(sources.get(random.nextInt(sources.size())));
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(out.size());
      int other = random.nextInt(out.size());
      switch (random.nextInt(5)) {
        case 0 -> out.remove(at);
        case 1 -> out.add(at, out.get(other));
        case 2 -> out.set(at, out.get(other));
        case 3 -> out.set(at, out.get(at) + out.get(at));
        default -> Collections.swap(out, at, other);
      }
    }
    return String.join("", out);
  }
}
