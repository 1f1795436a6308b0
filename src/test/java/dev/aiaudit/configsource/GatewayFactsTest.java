package dev.aiaudit.configsource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.FactKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayFactsTest {

  private static List<String> judged(String path, String text) {
    return new Project()
        .file(path, text).read().facts().stream()
            .filter(f -> f.what() == FactKind.FALLBACK)
            .map(f -> Project.brief(f) + " " + f.verdict().orElseThrow().word())
            .toList();
  }

  @Test
  void a_litellm_group_without_fallback_is_said() {
    assertThat(
            judged(
                "litellm.yaml",
                "model_list:\n  - model_name: a\n    litellm_params:\n      model: openai/gpt-4o\n"))
        .containsExactly("2 fallback openai none");
  }

  @Test
  void litellm_falls_over_to_another_provider_or_to_the_same() {
    String models =
        "model_list:\n  - model_name: a\n    litellm_params:\n      model: openai/gpt-4o\n"
            + "  - model_name: b\n    litellm_params:\n      model: anthropic/claude-sonnet-4\n"
            + "  - model_name: c\n    litellm_params:\n      model: openai/gpt-4o-mini\n";
    assertThat(
            judged(
                "c.yaml",
                models
                    + "router_settings:\n  fallbacks:\n    - a: [b]\n    - b: [c]\n    - c: [a]"))
        .containsExactly(
            "13 fallback openai effective-cross-provider",
            "14 fallback anthropic effective-cross-provider",
            "15 fallback openai same-provider");
  }

  @Test
  void a_portkey_strategy_that_leaves_out_an_outage_code_cannot_act() {
    String config =
        "{\n\"strategy\": {\"mode\": \"fallback\", \"on_status_codes\": [429]},\n"
            + "\"targets\": [{\"provider\": \"openai\"}, {\"provider\": \"anthropic\"}]\n}\n";
    assertThat(judged("gateway.json", config)).containsExactly("2 fallback openai ineffective");
    assertThat(judged("gateway.json", config.replace(", \"on_status_codes\": [429]", "")))
        .containsExactly("2 fallback openai effective-cross-provider");
  }

  @Test
  void a_router_that_balances_over_two_providers_survives_one() {
    assertThat(
            judged(
                "router.yaml",
                "routers:\n  r:\n    load-balance:\n      chat:\n        strategy: latency\n"
                    + "        providers:\n          - openai\n          - anthropic\n"))
        .containsExactly("7 fallback multiple effective-cross-provider");
  }
}
