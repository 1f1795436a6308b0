package dev.aiaudit.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.aiaudit.catalog.data.DataException;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Named;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors get says the same as the reader. */
class SettingsSchemaTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final JsonNode SCHEMA = schema();
  private static final JsonSchema VALIDATOR =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(SchemaLocation.of("https://example.invalid/"), SCHEMA);

  /** What is beyond a schema: which words exist, what stands twice, and YAML that is no YAML. */
  private static final Set<String> BEYOND =
      Set.of(
          "no such rule",
          "'unguarded-critical-call'",
          "the same rule as",
          "did you mean 'openai'?",
          "declared already",
          "did you mean 'aia001'?",
          "Duplicate",
          "cannot start any token",
          "expected the node content",
          "aliases are not supported",
          "more than one document");

  static Stream<Arguments> wrongFiles() {
    return WrongFilesTest.wrongFiles()
        .filter(file -> BEYOND.stream().noneMatch(((String) file.get()[2])::contains));
  }

  @ParameterizedTest
  @MethodSource("wrongFiles")
  void whatTheReaderRefusesTheSchemaRefuses(String yaml, String place, String sentence)
      throws IOException {
    assertThat(violations(yaml)).as(yaml + place + sentence).isNotEmpty();
  }

  @Test
  void thereAreMoreThanThirtyWrongFilesThatBothRefuse() {
    assertThat(wrongFiles()).hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "severities: {AIA001: off, worst-wait-too-long: Error}",
        "budgets: {max-worst-wait: 30s, entries: {kind: http, max-worst-wait: PT5S}}",
        "require: [{kind: http, route: /a/**, guards: [timeout, circuit-breaker]}]",
        "require: {route: a, guards: retry}",
        "providers: {allowed: openai}",
        "providers: {allowed: [openai, anthropic]}",
        "dependencies: [{provider: openai, owner: me, runbook: r.md, target: 99.5, sla: 99.9%}]",
        "targets: {availability: 100, recovery: 15 min}",
        "costs: {currency: EUR, people: 3, hourly-rate: 80.50, per-minute: 1, per-request: 0.01}",
        "exclude: generated/**",
        "exclude: [a, b]",
        "ignore: {rule: AIA001, path: [a, b], reason: because, owner: me, expires: 2027-01-31}",
        "ignore: [{fingerprint: 0123456789abcdef01234567, reason: because}]",
        "ignore: [{entry: POST /a, reason: because}]",
        "catalog: []",
        "entry-points: [{annotation: com.acme.Exposed, kind: rpc, waits: false}]",
        "entry-points: {type: [a.B, c.D], methods: [run, 'on*', handle/2], kind: scheduled}"
      })
  void whatTheReaderAcceptsTheSchemaAccepts(String yaml) throws IOException {
    new SettingsReader(WrongFilesTest.WORDS).read(".ai-audit.yml", yaml);
    assertThat(violations(yaml)).isEmpty();
  }

  @Test
  void theExamplesOfTheDocumentationAreValid() throws IOException {
    for (String file : List.of("docs/configuration.md", "docs/catalogue.md")) {
      Matcher example =
          Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
              .matcher(Files.readString(Path.of(file)));
      assertThat(example.find()).as(file).isTrue();
      assertThat(violations(example.group(1))).as(file).isEmpty();
    }
  }

  @Test
  void itKnowsTheWordsThatTheReaderKnows() {
    assertThat(words("kind")).isEqualTo(words(EntryKind.values()));
    assertThat(words("guard")).isEqualTo(words(GuardKind.values()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "budgets",
        "targets",
        "costs",
        "providers",
        "require",
        "dependencies",
        "ignore",
        "entry-points"
      })
  void itKnowsTheKeysThatTheReaderKnows(String key) {
    String yaml = key.isEmpty() ? "nonsense: 1" : key + ": {nonsense: 1}";
    List<String> known = new ArrayList<>();
    try {
      new SettingsReader(WrongFilesTest.WORDS).read(".ai-audit.yml", yaml);
    } catch (DataException refused) {
      String message = String.valueOf(refused.getMessage());
      known.addAll(List.of(message.replaceFirst(".*known are ", "").split(", ", -1)));
    }
    JsonNode node = key.isEmpty() ? SCHEMA : resolved(SCHEMA.at("/properties/" + key));
    List<String> properties = new ArrayList<>();
    node.get("properties").fieldNames().forEachRemaining(properties::add);
    assertThat(properties).containsExactlyInAnyOrderElementsOf(known);
  }

  private static JsonNode resolved(JsonNode node) {
    JsonNode one = node.has("anyOf") ? node.get("anyOf").get(0) : node;
    return one.has("$ref") ? SCHEMA.at(one.get("$ref").asText().substring(1)) : one;
  }

  private static List<String> words(String definition) {
    List<String> words = new ArrayList<>();
    SCHEMA.at("/$defs/" + definition + "/enum").forEach(word -> words.add(word.asText()));
    return words;
  }

  private static List<String> words(Named[] constants) {
    return Stream.of(constants).map(Named::word).toList();
  }

  private static Set<ValidationMessage> violations(String yaml) throws IOException {
    return VALIDATOR.validate(YAML.readTree(yaml));
  }

  private static JsonNode schema() {
    try (InputStream in =
        SettingsReader.class.getResourceAsStream("/dev/aiaudit/settings.schema.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
