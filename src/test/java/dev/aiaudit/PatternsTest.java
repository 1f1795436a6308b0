package dev.aiaudit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiaudit.cli.CliRun;
import dev.aiaudit.cli.EngineScanner;
import dev.aiaudit.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each resilience pattern as a pair of projects, before and after. The table in their README says
 * how the tool judges both, and the README of a pattern shows what it prints.
 */
class PatternsTest {
  private static final Path TABLE = Samples.PATTERNS.resolve("README.md");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The reports that a README works on. */
  private static final Pattern SCANNED = Pattern.compile("ai-audit scan (\\S+) -o (\\S+)");

  /** What a README shows: {@code <!-- ai-audit ARGUMENTS -->} and the block that follows it. */
  private static final Pattern SHOWN =
      Pattern.compile("(?s)(<!-- ai-audit ([^\n]*) -->\n```text\n)(.*?)(```\n)");

  /** Of `outage`, only who fails is shown: the rest is the same on both sides. */
  private static final String REST_OF_OUTAGE = "(?s)\n\nAvailability ceiling.*";

  @TempDir Path temp;

  /** A line of the table: how one side of a pair is judged. */
  record Judged(String pattern, String stack, String side, String judgement) {}

  static List<Judged> table() throws IOException {
    List<Judged> out = new ArrayList<>();
    for (String line : Files.readAllLines(TABLE)) {
      String[] cells = line.split("\\s*\\|\\s*", -1);
      if (cells.length == 8 && cells[1].startsWith("[")) {
        String pattern = cells[1].replaceAll("\\[(.*?)\\].*", "$1");
        out.add(new Judged(pattern, cells[2], cells[3], join(cells[4], cells[5], cells[6])));
      }
    }
    return out;
  }

  @Test
  void theTableHasBothSidesOfEachPair() throws IOException {
    List<String> expected =
        Samples.pairs().stream().flatMap(p -> Stream.of(p + "/before", p + "/after")).toList();
    assertThat(expected).hasSizeGreaterThanOrEqualTo(28);
    assertThat(table().stream().map(row -> folder(row).toString().replace('\\', '/')))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void beforeAndAfterAreJudgedDifferently() throws IOException {
    Map<String, List<String>> judgements = new TreeMap<>();
    for (Judged row : table()) {
      judgements
          .computeIfAbsent(row.pattern() + "/" + row.stack(), key -> new ArrayList<>())
          .add(row.judgement());
    }
    assertThat(judgements.values()).allSatisfy(pair -> assertThat(pair).doesNotHaveDuplicates());
  }

  @ParameterizedTest
  @MethodSource("table")
  void theToolJudgesAsTheTableSays(Judged row) throws IOException {
    JsonNode report = JSON.readTree(run("scan", copy(folder(row)).toString(), "--format", "json"));
    List<String> handlings = new ArrayList<>();
    for (JsonNode site : report.get("callSites")) {
      if (!site.get("inTest").asBoolean()) {
        handlings.add(site.get("handling").asText());
      }
    }
    TreeSet<String> rules = new TreeSet<>();
    report.get("findings").forEach(finding -> rules.add(finding.get("ruleId").asText()));
    assertThat(join(words(handlings), words(rules), words(outcomes(report))))
        .isEqualTo(row.judgement());
  }

  /** What becomes of the entry points that somebody waits at, by provider. */
  private static TreeSet<String> outcomes(JsonNode report) {
    TreeSet<String> out = new TreeSet<>();
    for (JsonNode entry : report.get("entryPoints")) {
      if (entry.get("waits").asBoolean()) {
        entry
            .get("outage")
            .properties()
            .forEach(down -> out.add(down.getKey() + " " + down.getValue().asText()));
      }
    }
    return out;
  }

  static List<String> patterns() throws IOException {
    return Samples.patterns();
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void theReadmeShowsWhatTheToolPrints(String pattern) throws IOException {
    Path readme = Samples.PATTERNS.resolve(pattern).resolve("README.md");
    Path here = temp.resolve(copy(readme.getParent()));
    Matcher scanned = SCANNED.matcher(Files.readString(readme));
    while (scanned.find()) {
      run(here, "scan", scanned.group(1), "-o", scanned.group(2));
    }
    StringBuilder text = new StringBuilder();
    Matcher shown = SHOWN.matcher(Files.readString(readme));
    int commands = 0;
    while (shown.find()) {
      String printed = run(here, shown.group(2).split(" ")).replaceFirst(REST_OF_OUTAGE, "");
      String block = shown.group(1) + printed.strip() + "\n" + shown.group(4);
      shown.appendReplacement(text, Matcher.quoteReplacement(block));
      commands++;
    }
    shown.appendTail(text);
    assertThat(commands).isGreaterThanOrEqualTo(2);
    Golden.check(readme, text.toString());
  }

  @Test
  void theRunbooksAreThoseThatTheToolWrites() throws IOException {
    Path pattern = Samples.PATTERNS.resolve("monitoring-and-runbook");
    Path copy = temp.resolve(copy(pattern));
    for (String stack : List.of("spring", "quarkus")) {
      run(copy, "runbook", stack + "/after");
      for (String page : List.of("README.md", "openai.md", "drills/openai.md")) {
        Path file = Path.of(stack, "after", "runbooks", page);
        Golden.check(pattern.resolve(file), Files.readString(copy.resolve(file)));
      }
    }
  }

  private static Path folder(Judged row) {
    return Samples.PATTERNS.resolve(row.pattern()).resolve(row.stack()).resolve(row.side());
  }

  private static String words(Iterable<String> all) {
    String joined = String.join(", ", all);
    return joined.isEmpty() ? "-" : joined;
  }

  private static String join(String handling, String rules, String outcome) {
    return handling + " | " + rules + " | " + outcome;
  }

  private String run(String... arguments) {
    return run(temp, arguments);
  }

  private static String run(Path directory, String... arguments) {
    CliRun run = CliRun.of(directory, new EngineScanner("0.1.0"), Map.of(), arguments);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    return run.out();
  }

  /** A copy, so that the revision of this repository is in no report. */
  private Path copy(Path folder) throws IOException {
    for (Path file : Samples.files(folder)) {
      Path target = temp.resolve(file);
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
    return folder;
  }
}
