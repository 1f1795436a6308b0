package dev.aiaudit.escape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactTest {
  // Put together here so that no scanner takes this file for a leak.
  private static final String BODY = "Q7x2".repeat(12);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk-",
        "sk-ant-api03-",
        "sk-proj-",
        "sk-svcacct-",
        "sk-or-v1-",
        "AIza",
        "hf_",
        "xai-",
        "gsk_",
        "pplx-",
        "r8_",
        "ghp_",
        "gho_",
        "github_pat_",
        "nvapi-",
        "Bearer ",
        "bearer "
      })
  void keysOfEveryShapeAreMaskedInAnySurroundings(String prefix) {
    for (String around : new String[] {"%s", "key=\"%s\"", "a: %s, b", "x\n%s\ny", "/%s/"}) {
      String masked = Redact.secrets(String.format(around, prefix + BODY));
      assertThat(masked).doesNotContain("Q7x2").contains("***");
    }
  }

  @Test
  void onlyTheKindAndTwoCharactersStay() {
    assertThat(Redact.secrets("k=" + "sk-ant-" + BODY)).isEqualTo("k=sk-ant-***x2");
    assertThat(Redact.secrets("AKIA" + "ABCDEFGH12345678")).isEqualTo("AKIA***78");
    assertThat(Redact.find("sk-ant-" + BODY))
        .containsExactly(new SecretSpan(0, 55, "sk-ant-", "anthropic"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "task-1234567890abcdefghijklmn", "sk-learn", "Bearer ${OPENAI_API_KEY}", "Bearer token",
        "sk-your-api-key-goes-in-this-place", "hf_hub_download", "AIzaShort", "the bearer of news"
      })
  void textThatOnlyResemblesAKeyIsKept(String text) {
    assertThat(Redact.secrets(text)).isEqualTo(text);
  }

  @Test
  void hostileTextIsMaskedInLinearTime() {
    assertThat(Redact.secrets("sk-".repeat(300_000))).hasSize(900_000);
    assertThat(Redact.find("Bearer ".repeat(100_000))).isEmpty();
    assertThat(Redact.find(("Bearer " + " ".repeat(100_000)).repeat(5))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "spring.ai.openai.api-key,true",
    "OPENAI_API_KEY,true",
    "apiKey,true",
    "clientSecret,true",
    "db.password,true",
    "aws.secretAccessKey,true",
    "authToken,true",
    "HF_TOKEN,true",
    "max-tokens,false",
    "maxToken,false",
    "token-url,false",
    "secret-name,false",
    "key,false",
    "cache-key,false",
    "passwordEncoder,false",
    "model,false",
    "spring.ai.openai.base-url,false"
  })
  void keysThatNameASecretAreKnown(String key, boolean secret) {
    assertThat(Redact.isSecretKey(key)).isEqualTo(secret);
  }
}
