package dev.aiaudit.detect.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.catalog.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constants of libraries that stand for a model. */
class ModelConstantsTest {
  private final ModelConstants constants = new ModelConstants(Catalog.load()::isModel);

  @ParameterizedTest
  @CsvSource({
    "GPT_4O_MINI, gpt-4o-mini",
    "GPT_4_O, gpt-4o",
    "GPT_3_5_TURBO, gpt-3.5-turbo",
    "GPT_3_5_TURBO_16_K, gpt-3.5-turbo-16k",
    "GPT_4_1106_PREVIEW, gpt-4-1106-preview",
    "GPT_4_1_NANO, gpt-4.1-nano",
    "O3_MINI, o3-mini",
    "CLAUDE_HAIKU_4_5, claude-haiku-4-5",
    "CLAUDE_3_5_SONNET_20241022, claude-3-5-sonnet-20241022",
    "GEMINI_2_0_FLASH, gemini-2.0-flash",
    "TEXT_EMBEDDING_3_SMALL, text-embedding-3-small",
    "DALL_E_3, dall-e-3",
    "QWEN_TURBO, qwen-turbo"
  })
  void isTheIdThatItsWordsSpell(String constant, String id) {
    assertThat(constants.id(constant)).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DEFAULT_TIMEOUT", "USER", "BASE_URL", "gpt_4o", "Gpt4", "MAX_TOKENS"})
  void isNoModelWhenNoFamilyIsCalledSo(String constant) {
    assertThat(constants.id(constant)).isEmpty();
  }

  @Test
  void knowsFamiliesThatSeveralProvidersServe() {
    assertThat(Catalog.load().isModel("gpt-oss-120b")).isTrue();
    assertThat(Catalog.load().isModel("my-deployment")).isFalse();
  }
}
