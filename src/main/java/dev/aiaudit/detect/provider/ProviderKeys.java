package dev.aiaudit.detect.provider;

import java.util.List;
import java.util.Map;

/** How the settings of frameworks spell providers. */
public final class ProviderKeys {
  /** How settings spell providers, when it is not their id; dashes do not matter. */
  private static final Map<String, List<String>> SPELLINGS =
      Map.ofEntries(
          Map.entry("azure-openai", List.of("azure.openai", "azure-openai")),
          Map.entry("mistral", List.of("mistralai", "mistral")),
          Map.entry(
              "google",
              List.of(
                  "google.genai",
                  "vertex.ai.gemini",
                  "vertex.ai",
                  "google-ai-gemini",
                  "ai.gemini",
                  "vertexai.gemini",
                  "vertexai-gemini",
                  "gemini")),
          Map.entry(
              "bedrock", List.of("bedrock.converse", "bedrock.titan", "bedrock.cohere", "bedrock")),
          Map.entry("zhipu", List.of("zhipuai")),
          Map.entry("self-hosted", List.of("openshift-ai", "openai")),
          Map.entry("oci", List.of("oci.genai")),
          Map.entry("stability", List.of("stabilityai")));

  private ProviderKeys() {}

  /**
   * The parts of keys that stand for a provider, most special first.
   *
   * @param provider its id
   */
  public static List<String> of(String provider) {
    return SPELLINGS.getOrDefault(provider, List.of(provider));
  }
}
