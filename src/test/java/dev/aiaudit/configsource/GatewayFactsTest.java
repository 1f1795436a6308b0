package dev.aiaudit.configsource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import java.util.List;
import java.util.Optional;
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

  @Test
  void several_groups_take_over_and_one_of_them_crosses() {
    String models =
        "model_list:\n  - model_name: a\n    litellm_params:\n      model: openai/gpt-4o\n"
            + "  - model_name: b\n    litellm_params:\n      model: openai/gpt-4o-mini\n"
            + "  - model_name: c\n    litellm_params:\n      model: anthropic/claude-sonnet-4\n";
    assertThat(judged("c.yaml", models + "litellm_settings:\n  fallbacks: [{a: [b, c]}]\n"))
        .containsExactly("12 fallback openai effective-cross-provider");
    assertThat(judged("c.yaml", models + "litellm_settings:\n  default_fallbacks: [b]\n"))
        .containsExactly(
            "12 fallback openai same-provider",
            "12 fallback openai ineffective",
            "12 fallback anthropic effective-cross-provider");
  }

  @Test
  void a_group_that_is_spread_over_two_providers_survives_one() {
    String leg = "  - model_name: a\n    litellm_params:\n      model: ";
    assertThat(judged("c.yaml", "model_list:\n" + leg + "openai/gpt-4o\n" + leg + "azure/gpt-4o\n"))
        .containsExactly("2 fallback multiple effective-cross-provider");
  }

  @Test
  void kong_goes_on_only_on_the_codes_that_it_is_told() {
    String targets =
        "      targets:\n        - model: {provider: anthropic, name: claude-sonnet-4}\n"
            + "        - model: {provider: openai, name: gpt-4o}\n";
    String plugin = "_format_version: '3.0'\nplugins:\n  - name: ai-proxy-advanced\n    config:\n";
    String criteria = "      balancer:\n        failover_criteria: [error, http_500, http_503]\n";
    assertThat(judged("kong.yml", plugin + targets))
        .containsExactly("3 fallback anthropic ineffective");
    assertThat(judged("kong.yml", plugin + targets + criteria))
        .containsExactly("9 fallback anthropic effective-cross-provider");
    assertThat(
            judged(
                "deploy/kong.yaml",
                "kind: KongPlugin\nplugin: ai-proxy\nconfig:\n  model:\n"
                    + "    provider: openai\n    name: gpt-4o\n"))
        .containsExactly("2 fallback openai none");
  }

  @Test
  void a_service_of_kong_in_front_of_an_ai_host_is_a_base_url() {
    assertThat(
            new Project()
                .file(
                    "kong.yml",
                    "_format_version: '3.0'\nservices:\n  - name: a\n"
                        + "    url: https://api.openai.com/v1\n  - name: b\n"
                        + "    url: https://example.org\n")
                .facts())
        .containsExactly("4 base_url openai");
  }

  @Test
  void what_a_called_gateway_does_elsewhere_is_unknown() {
    Project project =
        new Project()
            .file(
                "src/main/resources/application.yml",
                "spring.ai.openai.base-url: http://litellm:4000\n");
    assertThat(project.read().facts())
        .anyMatch(
            f ->
                f.what() == FactKind.GATEWAY
                    && f.provider().equals("litellm")
                    && f.verdict().orElseThrow() == FactVerdict.UNKNOWN);
    project.file(
        "litellm.yaml",
        "model_list:\n  - model_name: a\n    litellm_params:\n      model: openai/gpt-4o\n");
    assertThat(project.read().facts()).noneMatch(f -> f.what() == FactKind.GATEWAY);
  }

  @Test
  void routes_are_found_by_host_and_model() {
    Gateways gateways =
        new Project()
            .file(
                "docker-compose.yml",
                "services:\n  llm:\n    image: ghcr.io/berriai/litellm:main\n"
                    + "    ports: ['8081:4000']\n  db:\n    image: postgres\n")
            .file(
                "litellm.yaml",
                "model_list:\n  - model_name: a\n    litellm_params:\n      model: openai/gpt-4o\n"
                    + "  - model_name: b\n    litellm_params:\n"
                    + "      model: anthropic/claude-sonnet-4\n"
                    + "litellm_settings:\n  fallbacks: [{a: [b]}]\n")
            .read()
            .gateways();
    assertThat(gateways.at("http://llm:4000/v1")).contains("litellm");
    assertThat(gateways.at("http://localhost:8081")).contains("litellm");
    assertThat(gateways.at("http://localhost:9999")).isEmpty();
    assertThat(gateways.at("https://llm.example.org")).isEmpty();
    assertThat(gateways.route("litellm", Optional.of("a")))
        .hasValueSatisfying(
            r -> {
              assertThat(r.providers()).containsExactly("openai");
              assertThat(r.survives()).isTrue();
              assertThat(r.at().startLine()).isEqualTo(9);
            });
    assertThat(gateways.route("litellm", Optional.of("b")).orElseThrow().survives()).isFalse();
    assertThat(gateways.route("litellm", Optional.empty()).orElseThrow())
        .matches(r -> !r.survives() && r.providers().equals(List.of("anthropic", "openai")));
    assertThat(gateways.route("portkey", Optional.empty())).isEmpty();
  }
}
