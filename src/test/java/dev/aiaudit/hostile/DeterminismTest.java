package dev.aiaudit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.Samples;
import dev.aiaudit.model.Report;
import dev.aiaudit.render.JsonRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threats 23 and 26: the same input gives the same bytes, whatever the machine is like. */
class DeterminismTest {
  private static final Locale LOCALE = Locale.getDefault();
  private static final TimeZone ZONE = TimeZone.getDefault();

  @TempDir Path root;

  @AfterEach
  void putBack() {
    Locale.setDefault(LOCALE);
    TimeZone.setDefault(ZONE);
  }

  @Test
  void threadsLocalesZonesAndTheOrderOfFilesDoNotShow() throws IOException {
    String expected = json(Tree.audit(copy(1, false).request(1)));
    int copy = 2;
    for (String locale : List.of("", "tr", "ar", "th-TH-u-nu-thai")) {
      for (String zone : List.of("UTC", "Asia/Kathmandu")) {
        for (int threads : List.of(1, 2, 16)) {
          Locale.setDefault(Locale.forLanguageTag(locale));
          TimeZone.setDefault(TimeZone.getTimeZone(zone));
          Tree tree = copy(copy++, false);
          assertThat(json(Tree.audit(tree.request(threads))))
              .as("locale %s, zone %s, %d threads", locale, zone, threads)
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void lineEndingsOfWindowsDoNotShow() throws IOException {
    String unix = json(Tree.audit(copy(1, false).request(2)));
    String windows = json(Tree.audit(copy(2, true).request(2)));

    assertThat(windows).isEqualTo(unix);
  }

  @Test
  void runsAtTheSameTimeDoNotDisturbOneAnother() throws IOException {
    Tree tree = copy(1, false);
    String expected = json(tree.audit());
    List<CompletableFuture<String>> runs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      runs.add(CompletableFuture.supplyAsync(() -> json(tree.audit())));
    }

    assertThat(runs).allSatisfy(run -> assertThat(run.join()).isEqualTo(expected));
  }

  /** The samples, written in a random order, under a root of another name. */
  private Tree copy(int number, boolean windows) throws IOException {
    Path target = root.resolve("copy-" + number);
    Tree tree = new Tree(target);
    if (Files.exists(target)) {
      return tree;
    }
    Path samples = Path.of("samples");
    List<Path> files = new ArrayList<>(Samples.files(samples));
    Collections.shuffle(files, new Random(number));
    for (Path file : files) {
      String text = Files.readString(file);
      tree.with(samples.relativize(file).toString(), windows ? text.replace("\n", "\r\n") : text);
    }
    return tree;
  }

  private static String json(Report report) {
    StringBuilder out = new StringBuilder();
    try {
      new JsonRenderer().render(report, out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toString();
  }
}
