package dev.aiaudit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiaudit.catalog.data.DataException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong file is answered with its place and a sentence that helps. */
class WrongFilesTest {
  static final KnownWords WORDS =
      new KnownWords(
          Map.of(
              "aia001", "AIA001",
              "unguarded-critical-call", "AIA001",
              "aia006", "AIA006",
              "worst-wait-too-long", "AIA006"),
          () -> Set.of("anthropic", "bedrock", "openai"));

  static Stream<Arguments> wrongFiles() {
    return Stream.of(
        wrong("severites:\n  AIA001: note\n", "1:1", "did you mean 'severities'?"),
        wrong("severities:\n  AIA010x: note\n", "2:3", "no such rule: 'AIA010x'"),
        wrong("severities:\n  unguarded-critical-cal: note\n", "2:3", "'unguarded-critical-call'"),
        wrong("severities:\n  AIA001: eror\n", "2:11", "did you mean 'error'?"),
        wrong("severities:\n  AIA001: high\n", "2:11", "none of error, warning, note, off"),
        wrong("severities: [AIA001]\n", "1:13", "expected a map, found a list"),
        wrong(
            "severities:\n  AIA001: off\n  unguarded-critical-call: note\n",
            "3:3",
            "the same rule as 'AIA001' above"),
        wrong("severities:\n  AIA001: off\n  AIA001: note\n", "3:", "Duplicate"),
        wrong("budgets:\n  max-worst-wat: 30s\n", "2:3", "did you mean 'max-worst-wait'?"),
        wrong("budgets:\n  max-worst-wait: 30\n", "2:19", "the unit is missing"),
        wrong("budgets:\n  max-worst-wait: soon\n", "2:19", "for example 30s"),
        wrong("budgets:\n  max-worst-wait: 0s\n", "2:19", "longer than nothing"),
        wrong(
            "budgets:\n  entries:\n    - max-worst-wait: 5s\n",
            "3:7",
            "say which entry points are meant"),
        wrong("require:\n  - kind: htp\n    guards: [timeout]\n", "2:11", "did you mean 'http'?"),
        wrong("require:\n  - kind: http\n", "2:5", "'guards' is missing"),
        wrong("require:\n  - kind: http\n    guards: [retrys]\n", "3:14", "did you mean 'retry'?"),
        wrong("require:\n  - kind: http\n    guards: []\n", "3:13", "at least one guard"),
        wrong("providers: [openai]\n", "1:12", "expected a map"),
        wrong("providers:\n  allowed: [opnai]\n", "2:13", "did you mean 'openai'?"),
        wrong("providers:\n  allowed: [openai, openai]\n", "2:21", "in the list already"),
        wrong("providers:\n  allowed: []\n", "2:12", "would forbid everything"),
        wrong("dependencies:\n  - owner: me\n", "2:5", "'provider' is missing"),
        wrong("dependencies:\n  - provider: openai\n    sla: 101%\n", "3:10", "is no percentage"),
        wrong(
            "dependencies:\n  - provider: openai\n  - provider: openai\n",
            "3:15",
            "declared already"),
        wrong("targets:\n  recovery: 99.9%\n", "2:13", "is no duration"),
        wrong("costs:\n  currency: Euro\n", "2:13", "ISO code"),
        wrong("costs:\n  per-minute: 12\n", "2:3", "'currency' is missing"),
        wrong("costs:\n  currency: EUR\n  people: 3\n", "2:3", "only together"),
        wrong(
            "costs:\n  currency: EUR\n  per-minute: 1,200\n", "3:15", "without currency or spaces"),
        wrong("ignore:\n  - rule: AIA001\n", "2:5", "'reason' is missing"),
        wrong("ignore:\n  - reason: because\n", "2:5", "say what is ignored"),
        wrong("ignore:\n  - rule: AIA0001\n    reason: known\n", "2:11", "did you mean 'aia001'?"),
        wrong("ignore:\n  - path: src/**\n    reason: ''\n", "3:13", "the text is empty"),
        wrong(
            "ignore:\n  - path: a\n    reason: old\n    expires: 31.1.2027\n",
            "4:14",
            "for example, 2027-01-31"),
        wrong("ignore:\n  - fingerprint: abc\n    reason: old\n", "2:18", "24 hex digits"),
        wrong(
            "ignore:\n  - path: a\n    until: 2027-01-01\n    reason: old\n", "3:5", "unknown key"),
        wrong("catalog: gateway\n", "1:10", "expected a catalogue entry"),
        wrong("entry-points:\n  - kind: http\n", "2:5", "say how they are found"),
        wrong("entry-points:\n  - annotation: a.B\n", "2:5", "'kind' is missing"),
        wrong("entry-points:\n  - {annotation: a.B, kind: htp}\n", "2:29", "mean 'http'?"),
        wrong("entry-points:\n  - {annotation: Rpc, kind: rpc}\n", "2:18", "is no full name"),
        wrong("entry-points:\n  - {type: a.B, kind: rpc}\n", "2:5", "'methods' is missing"),
        wrong("entry-points:\n  - {type: a.B, kind: rpc, methods: a b}\n", "2:37", "no method"),
        wrong(
            "entry-points:\n  - {annotation: a.B, kind: rpc, methods: c}\n",
            "2:34",
            "says itself which methods"),
        wrong(
            "entry-points:\n  - {annotation: a.B, kind: rpc, waits: si}\n",
            "2:41",
            "expected true or false"),
        wrong("exclude:\n", "1:", "empty"),
        wrong("- a\n", "1:1", "expected keys"),
        wrong("severities:\n\tAIA001: off\n", "2:1", "cannot start any token"),
        wrong("ignore: [\n", "2:1", "expected the node content"),
        wrong("a: &x 1\nb: *x\n", "2:4", "aliases are not supported"),
        wrong("exclude: [a]\n---\nexclude: [b]\n", "3:1", "more than one document"));
  }

  private static Arguments wrong(String yaml, String place, String sentence) {
    return Arguments.of(yaml, place, sentence);
  }

  @ParameterizedTest
  @MethodSource("wrongFiles")
  void isAnsweredWithItsPlaceAndAHelpfulSentence(String yaml, String place, String sentence) {
    DataException wrong =
        catchThrowableOfType(
            DataException.class, () -> new SettingsReader(WORDS).read(".ai-audit.yml", yaml));
    assertThat(wrong).isNotNull();
    assertThat(wrong.getMessage()).startsWith(".ai-audit.yml:" + place).contains(sentence);
    assertThat(wrong.getMessage().lines()).hasSize(1);
  }
}
