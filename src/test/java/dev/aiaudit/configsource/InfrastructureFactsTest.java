package dev.aiaudit.configsource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InfrastructureFactsTest {

  @Test
  void terraform_resources_and_permissions_are_facts_and_comments_are_not() {
    assertThat(
            new Project()
                .file(
                    "main.tf",
                    "# resource \"aws_bedrockagent_agent\" \"x\" {\n"
                        + "resource \"aws_bedrock_guardrail\" \"g\" {\n}\n"
                        + "resource \"aws_iam_policy\" \"p\" {\n"
                        + "  Action = [\n    \"bedrock:InvokeModel\",\n    \"bedrock:Converse\"\n  ]\n"
                        + "  Resource = [\"arn:aws:bedrock:eu::foundation-model/${var.m}\"]\n}\n")
                .facts())
        .containsExactly("2 infrastructure bedrock", "6 infrastructure bedrock", "9 model bedrock");
  }

  @Test
  void a_bicep_account_is_for_models_only_if_its_kind_says_so() {
    String account =
        "resource a 'Microsoft.CognitiveServices/accounts@2023-05-01' = {\n  kind: 'OpenAI'\n}\n";
    assertThat(new Project().file("a.bicep", account).facts())
        .containsExactly("2 infrastructure azure-openai");
    assertThat(new Project().file("a.bicep", account.replace("OpenAI", "FormRecognizer")).facts())
        .isEmpty();
  }

  @Test
  void tools_of_the_developers_are_facts_unless_switched_off() {
    assertThat(
            new Project()
                .file("CLAUDE.md", "# Rules")
                .file(".coderabbit.yaml", "reviews:\n  auto_review:\n    enabled: false\n")
                .file(".pr_agent.toml", "model=\"gpt-4\"\nfallback_models=[\"gpt-4\"]\n")
                .facts())
        .containsExactly("1 model openai", "2 fallback openai", "1 tooling anthropic");
  }
}
