package dev.aiaudit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.Golden;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Report;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatsTest {
  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"TEXT", "JSON"},
      mode = EnumSource.Mode.EXCLUDE)
  void aRichReportLooksLikeTheGoldenFile(Format format) {
    String text = Rendered.text(format, CannedReport.usual(), CannedReport.sources());
    Golden.check("canned." + format.extension(), text.replace("\r\n", "\n"));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void hostileTextHasNoPowerInAnyFormat(Format format) {
    Rendered.payloads()
        .forEach(
            payload -> {
              String text =
                  Rendered.text(
                      format, CannedReport.hostile(payload), CannedReport.sources(payload));
              if (format == Format.GITHUB) {
                text = text.replaceAll("(?m)^::(error|warning|notice) ", "");
              }
              HostileText.assertHarmless(text.replace("\r\n", "\n"));
            });
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void secretsInMessagesAreMaskedInAnyFormat(Format format) {
    String key = "sk-ant-api03-" + "a1B2c3D4e5".repeat(9) + "AA";
    Finding usual = CannedReport.usual().findings().get(2);
    Finding telling =
        new Finding(
            usual.ruleId(),
            usual.severity(),
            usual.message() + " " + key,
            usual.remediation() + " " + key,
            usual.location(),
            usual.callSite(),
            usual.entryPoint(),
            usual.path(),
            usual.fingerprint(),
            usual.suppression());
    Report report = Rendered.withFindings(CannedReport.usual(), List.of(telling));
    assertThat(Rendered.text(format, report, SourceLines.NONE)).doesNotContain(key);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void theEmptyAndTheIncompleteReportHaveAFormToo(Format format) {
    assertThat(Rendered.text(format, CannedReport.empty(), SourceLines.NONE))
        .satisfies(text -> assertThat(format == Format.GITHUB || !text.isBlank()).isTrue());
    assertThat(Rendered.text(format, CannedReport.incomplete(), SourceLines.NONE)).isNotBlank();
  }

  @Test
  void theLongestEndingOfAFileNameChoosesTheFormat() {
    assertThat(Format.ofFileName("a.JSON")).contains(Format.JSON);
    assertThat(Format.ofFileName("a.cdx.json")).contains(Format.CYCLONEDX);
    assertThat(Format.ofFileName("a.gitlab.json")).contains(Format.GITLAB);
    assertThat(Format.ofFileName("a.txt")).contains(Format.TEXT);
    assertThat(Format.ofFileName("a.github.txt")).contains(Format.GITHUB);
    assertThat(Format.ofFileName("sarif")).isEmpty();
  }

  @Test
  void everyFormatIsFoundByItsWordAndSaysWhatItIsFor() {
    assertThat(Stream.of(Format.values()))
        .allSatisfy(format -> assertThat(Format.ofWord(format.word())).contains(format))
        .allSatisfy(format -> assertThat(format.purpose()).isNotBlank());
  }
}
