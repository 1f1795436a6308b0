package dev.aiaudit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiaudit.cli.CliRun;
import dev.aiaudit.cli.EngineScanner;
import dev.aiaudit.cli.ExitCode;
import dev.aiaudit.render.ReportSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The samples for users: what the command line says about them is kept beside them, and comments in
 * their sources state the findings of the first four rules.
 */
class SamplesTest {
  private static final Path SAMPLES = Path.of("samples");
  private static final Pattern STATED = Pattern.compile("//\\s*finding:\\s*(AIA\\d{3})");
  private static final Set<String> STATED_RULES = Set.of("AIA001", "AIA002", "AIA003", "AIA004");

  /** Differences between comments and findings, by sample; see {@link #differences}. */
  private static final Map<String, Set<String>> GAPS = Map.of();

  @TempDir Path temp;

  static List<String> samples() throws IOException {
    return Samples.applications();
  }

  @Test
  void everyListOfGapsIsForASample() throws IOException {
    assertThat(samples()).isNotEmpty().containsAll(GAPS.keySet());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theTextReportIsTheOneBesideTheSample(String sample) throws IOException {
    Golden.check(expected(sample, "report.txt"), scan(sample, "text"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theJsonReportIsTheOneBesideTheSampleAndKeepsToTheSchema(String sample) throws IOException {
    String report = scan(sample, "json");
    assertThat(ReportSchema.violations(report)).isEmpty();
    Golden.check(expected(sample, "report.json"), report);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theFindingsAreThoseThatTheCommentsState(String sample) throws IOException {
    assertThat(differences(stated(sample), found(sample)))
        .as("take what holds now off the list of known gaps")
        .isEqualTo(new TreeSet<>(GAPS.getOrDefault(sample, Set.of())));
  }

  /** {@code missing X} for a comment without its finding, {@code unexpected X} the other way. */
  private static Set<String> differences(Set<String> stated, Set<String> found) {
    Set<String> out = new TreeSet<>();
    stated.stream().filter(s -> !found.contains(s)).forEach(s -> out.add("missing " + s));
    found.stream().filter(f -> !stated.contains(f)).forEach(f -> out.add("unexpected " + f));
    return out;
  }

  private static Set<String> stated(String sample) throws IOException {
    Set<String> out = new TreeSet<>();
    for (Path file : files(sample)) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        Matcher comment = STATED.matcher(lines.get(i));
        if (comment.find()) {
          out.add(place(file.getFileName().toString(), i + 1, comment.group(1)));
        }
      }
    }
    return out;
  }

  private Set<String> found(String sample) throws IOException {
    Set<String> out = new TreeSet<>();
    for (JsonNode finding : new ObjectMapper().readTree(scan(sample, "json")).get("findings")) {
      String rule = finding.get("ruleId").asText();
      if (STATED_RULES.contains(rule)) {
        JsonNode at = finding.get("location");
        String name = Path.of(at.get("file").asText()).getFileName().toString();
        out.add(place(name, at.get("startLine").asInt(), rule));
      }
    }
    return out;
  }

  private static String place(String file, int line, String rule) {
    return rule + " " + file + ":" + line;
  }

  /**
   * What the command line prints. It runs on a copy, so that neither this repository's revision nor
   * the place of its checkout is in the report; the version is a placeholder.
   */
  private String scan(String sample, String format) throws IOException {
    for (Path file : files(sample)) {
      Path copy = temp.resolve(file.toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    String root = "samples/" + sample;
    CliRun run =
        CliRun.of(
            temp, new EngineScanner("@@VERSION@@"), Map.of(), "scan", root, "--format", format);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    return run.out().replace(temp.toRealPath().toString(), "@@ROOT@@");
  }

  private static Path expected(String sample, String name) {
    return SAMPLES.resolve(sample).resolve("expected").resolve(name);
  }

  private static List<Path> files(String sample) throws IOException {
    return Samples.files(SAMPLES.resolve(sample));
  }
}
