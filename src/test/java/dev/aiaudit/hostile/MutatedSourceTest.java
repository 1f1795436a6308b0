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
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Threat 1: real files with tokens removed, doubled, swapped and replaced. {@code
 * -Dhostile.mutations=1000000} makes it longer.
 */
class MutatedSourceTest {
  private static final int MUTATIONS = Integer.getInteger("hostile.mutations", 10_000);
  private static final Pattern TOKEN =
      Pattern.compile("\\w++|\"(?:[^\"\\\\\n]|\\\\.)*+\"|//[^\n]*+|\\s++|[^\\w\\s]");
  private static final int BATCH = 500;

  @Test
  void everyMutationIsParsedOrRefusedAndNoneIsAbandoned() throws IOException {
    List<List<String>> sources = sources();
    Random random = new Random(20_261_124);
    int parsed = 0;
    int refused = 0;
    ThreadLocal<JavaParserReader> readers = ThreadLocal.withInitial(JavaParserReader::new);
    try (ParsePool<String, Boolean> pool =
        new ParsePool<>(
            text -> parses(readers.get(), text), String::length, 2, ParseLimits.standard())) {
      for (int done = 0; done < MUTATIONS; done += BATCH) {
        List<String> batch = new ArrayList<>();
        while (batch.size() < BATCH) {
          String text = mutated(sources.get(random.nextInt(sources.size())), random);
          if (NestingGuard.reasonNotToParse(text).isEmpty()) {
            batch.add(text);
          } else {
            refused++;
          }
        }
        for (ParseOutcome<Boolean> outcome : pool.all(batch)) {
          assertThat(outcome).isNotInstanceOf(ParseOutcome.NotParsed.class);
          parsed += outcome.value().orElseThrow() ? 1 : 0;
        }
      }
    }
    assertThat(parsed).as("mutations that are still Java").isPositive();
    assertThat(refused).as("mutations that the guard refuses").isLessThan(MUTATIONS / 10);
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
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(Files.readString(file));
        while (matcher.find()) {
          tokens.add(matcher.group());
        }
        if (tokens.size() > 50 && tokens.size() < 3_000) {
          out.add(tokens);
        }
      }
    }
    return out;
  }

  private static String mutated(List<String> tokens, Random random) {
    List<String> out = new ArrayList<>(tokens);
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(out.size());
      int other = random.nextInt(out.size());
      switch (random.nextInt(5)) {
        case 0 -> out.remove(at);
        case 1 -> out.add(at, out.get(other));
        case 2 -> out.set(at, out.get(other));
        case 3 -> out.set(at, out.get(at) + out.get(at));
        default -> java.util.Collections.swap(out, at, other);
      }
    }
    return String.join("", out);
  }
}
