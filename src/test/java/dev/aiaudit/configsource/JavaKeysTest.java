package dev.aiaudit.configsource;

import static dev.aiaudit.model.FactVerdict.EXPOSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.model.ConfigFact;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaKeysTest {
  private static final JavaKeys KEYS = new JavaKeys(Catalog.load());

  /** Bodies are put together here, so that no scanner takes this file for a leak. */
  private static final String BODY = "8YTMHroHhd" + "2pQx7LwZbN" + "4vKc1RsJf9" + "GtUe3Wm";

  private static List<String> found(String text) {
    return KEYS.find(new ConfigFile("src/test/java/Client.java", text)).stream()
        .map(Project::brief)
        .toList();
  }

  @Test
  void aKeyInATextLiteralIsExposedAndNeverShown() {
    String text = "class Client {\n  String key = \"sk-proj-" + BODY + "\";\n}";
    List<ConfigFact> facts = KEYS.find(new ConfigFile("src/main/java/Client.java", text));
    assertThat(facts).hasSize(1);
    assertThat(facts.get(0).verdict()).contains(EXPOSED);
    assertThat(facts.get(0).provider()).isEqualTo("openai");
    assertThat(facts.get(0).toString()).doesNotContain(BODY.substring(0, 6));
  }

  @Test
  void theDefaultOfAnInjectedSettingIsReadToo() {
    assertThat(found("class C {\n @Value(\"${gemini.api.key:AIzaSy" + BODY + "}\")\n String k;\n}"))
        .containsExactly("2 api_key_ref google");
  }

  @Test
  void theHostInTheFileNamesTheProviderOfAKeyThatSeveralIssue() {
    String key = "String h = \"Bearer sk-" + BODY + "\";\n";
    assertThat(found(key + "String u = \"https://api.deepseek.com/chat\";"))
        .containsExactly("1 api_key_ref deepseek");
    assertThat(found(key)).containsExactly("1 api_key_ref unknown");
  }

  @Test
  void aKeyOfManyPurposesCountsWhereTheFileSpeaksOfModels() {
    String key = "String k = \"AIzaSy" + BODY + "\";\n";
    assertThat(found(key + "String u = \"https://www.googleapis.com/customsearch/v1\";")).isEmpty();
    assertThat(found(key + "String m = \"gemini-2.0-flash\";"))
        .containsExactly("1 api_key_ref google");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx1",
        "sk-88888888888888888888888888888888",
        "sk-your-api-key-goes-in-this-place-1",
        "sk-abcdef1234567890ABCDEF",
        "sk-secure-api-key-value-12345",
        "sk-live-abcdefghijklmnop1",
        "gsk_1234567890123456789012345678901234",
        "sk-authenticated-user-key-2024",
        "risk-industry-checklist-2024-v1-final",
      })
  void whatSomebodyTypedIsNoKey(String text) {
    assertThat(found("String gemini = \"" + text + "\";")).isEmpty();
  }

  @Test
  void aCommentIsNoLiteralAndALiteralIsNoComment() {
    String key = "sk-ant-api03-" + BODY;
    assertThat(found("// \"" + key + "\"\n/* " + key + " */")).isEmpty();
    assertThat(found("String u = \"http://x\"; String k = \"" + key + "\";"))
        .containsExactly("1 api_key_ref anthropic");
    assertThat(found("String k = \"\"\"\n  // no comment\n  " + key + "\n\"\"\";"))
        .containsExactly("3 api_key_ref anthropic");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${X:siliconflow-bge-m3-1024-v1}",
        "ENC(G6N718UuyPE5bHyWKyuLQSm02auQPUtm)",
        "'{cipher}682bc583f4641835fa2db009355293665d2647dade3375c0ee'",
        "vault:v1:8SDd3WHDOjf7mq69CyCqYjBXAiQQAVZRkFM13ok481zo",
        "ENC[AES256_GCM,data:p673w7bA9xZ2kQ4v,iv:YY1fA5mQ,tag:UwZ8m2Xr]",
      })
  void anEncryptedValueOrAnIdInASettingIsNoKey(String value) {
    String text = "spring:\n  ai:\n    openai:\n      api-key: " + value + "\n";
    assertThat(new Project().file("src/main/resources/application.yml", text).read().facts())
        .singleElement()
        .satisfies(fact -> assertThat(fact.verdict()).isNotEqualTo(Optional.of(EXPOSED)));
  }

  @Test
  void aKeyInASettingIsExposed() {
    String text = "spring.ai.openai.api-key: ${KEY:sk-" + BODY + "}\n";
    assertThat(new Project().file("src/main/resources/application.yml", text).read().facts())
        .singleElement()
        .satisfies(fact -> assertThat(fact.verdict()).contains(EXPOSED));
  }
}
