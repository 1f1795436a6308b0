package dev.aiaudit.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingReadersTest {

  private static SettingReaders reading(String java) {
    ClueFinder finder = new ClueFinder();
    finder.read("src/main/java/A.java", java);
    return new SettingReaders(finder.clues());
  }

  @Test
  void aKeyThatNothingNamesIsReadByNobody() {
    assertThat(reading("class A {}").mayRead("shop.ai.retry.max-attempts")).isFalse();
    assertThat(reading("@Value(\"${shop.ai.timeout}\")").mayRead("shop.ai.retries")).isFalse();
  }

  @Test
  void aPlaceholderAndAQuotedKeyReadOneKeyHoweverItIsWritten() {
    assertThat(reading("@Value(\"${shop.ai.maxAttempts:3}\")").mayRead("shop.ai.max-attempts"))
        .isTrue();
    assertThat(reading("env.getProperty(\"shop.ai.timeout\")").mayRead("shop.ai.timeout")).isTrue();
  }

  @Test
  void aClassTakesOverAllKeysBelowItsStart() {
    SettingReaders readers = reading("@ConfigurationProperties(prefix = \"shop\")");
    assertThat(readers.mayRead("shop.ai.retry.max-attempts")).isTrue();
    assertThat(readers.mayRead("shopping.ai.timeout")).isFalse();
  }

  @Test
  void whatALibraryReadsByItselfNeedsNoReader() {
    assertThat(reading("class A {}").mayRead("spring.ai.retry.max-attempts")).isTrue();
    assertThat(reading("class A {}").mayRead("OPENAI_BASE_URL")).isTrue();
  }
}
