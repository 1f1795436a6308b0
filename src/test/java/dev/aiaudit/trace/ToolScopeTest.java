package dev.aiaudit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tool is on the path of the requests that offer it, and of no others. */
class ToolScopeTest {
  private static final String TOOL =
      """
      import org.springframework.ai.tool.annotation.Tool;
      class Weather { ChatModel model;
        @Tool String forecast(String city) { return model.chat(city); } }
      """;

  private static final String WEB =
      """
      import org.springframework.ai.chat.client.ChatClient;
      import org.springframework.ai.tool.ToolCallback;
            import org.springframework.ai.tool.ToolCallbackProvider;
      @RestController class Web { private final ChatClient client;
        Web(ChatClient.Builder builder%s) {
          this.client = builder%s.build(); }
        @GetMapping("/a") String a() { return client.prompt("x").call().content(); } }
      """;

  @TempDir Path root;

  @Test
  void aToolOfOneRequestIsOfferedByNoOther() throws Exception {
    Scan scan =
        Scan.of(
            root,
            TOOL,
            """
            import org.springframework.ai.chat.client.ChatClient;
            @RestController class Web { ChatClient client; Weather weather;
              @GetMapping("/tool") String tool() {
                return client.prompt("x").tools(weather).call().content(); }
              @GetMapping("/plain") String plain() {
                return client.prompt("x").call().content(); } }
            """);

    assertThat(scan.inFile("Weather.java").entries())
        .contains("http app.Web.tool GET /tool")
        .doesNotContain("http app.Web.plain GET /plain");
  }

  @Test
  void aToolOfAClientIsOfferedByTheRequestsOfItsClass() throws Exception {
    Scan scan =
        Scan.of(
            root,
            TOOL,
            """
            import org.springframework.ai.chat.client.ChatClient;
            @RestController class Web { private final ChatClient client;
              Web(ChatClient.Builder builder, Weather weather) {
                this.client = builder.defaultTools(weather).build(); }
              @GetMapping("/a") String a() { return client.prompt("x").call().content(); } }
            """,
            """
            import org.springframework.ai.chat.client.ChatClient;
            @RestController class Other { ChatClient other;
              @GetMapping("/b") String b() { return other.prompt("x").call().content(); } }
            """);

    assertThat(scan.inFile("Weather.java").entries())
        .contains("http app.Web.a GET /a")
        .doesNotContain("http app.Other.b GET /b");
  }

  private Scan withBean(String type, String value, String parameter, String given)
      throws Exception {
    return Scan.of(
            root,
            TOOL,
            """
            import org.springframework.ai.tool.ToolCallback;
            import org.springframework.ai.tool.ToolCallbackProvider;
            import org.springframework.ai.tool.method.MethodToolCallbackProvider;
            import org.springframework.context.annotation.*;
            @Configuration class Server { @Bean %s tools(Weather weather) { return %s; } }
            """
                .formatted(type, value),
            WEB.formatted(parameter, given))
        .inFile("Weather.java");
  }

  @Test
  void theToolsOfAServerAreNotOfferedByClientsThatDoNotTakeThem() throws Exception {
    String provider = "MethodToolCallbackProvider.builder().toolObjects(weather).build()";
    assertThat(withBean("ToolCallbackProvider", provider, "", "").entries())
        .doesNotContain("http app.Web.a GET /a");
  }

  @Test
  void aSetOfToolsIsOfferedByTheClientThatTakesIt() throws Exception {
    String provider = "MethodToolCallbackProvider.builder().toolObjects(weather).build()";
    assertThat(
            withBean(
                    "ToolCallbackProvider",
                    provider,
                    ", ToolCallbackProvider tools",
                    ".defaultToolCallbacks(tools)")
                .entries())
        .contains("http app.Web.a GET /a");
  }

  @Test
  void anArrayOfToolsIsOfferedByTheClientThatTakesIt() throws Exception {
    assertThat(
            withBean(
                    "ToolCallback[]",
                    "org.springframework.ai.support.ToolCallbacks.toolsFrom(weather)",
                    ", ToolCallback[] tools",
                    ".defaultTools(tools)")
                .entries())
        .contains("http app.Web.a GET /a");
  }

  @Test
  void aSelectionOfASetOfToolsIsOfferedByTheRequestThatIsGivenIt() throws Exception {
    String web =
        """
        import org.springframework.ai.chat.client.ChatClient;
        import org.springframework.ai.tool.ToolCallbackProvider;
        @RestController class Web { ChatClient.Builder builder; ToolCallbackProvider provider;
          @GetMapping("/a") String a() {
            var some = some(provider.getToolCallbacks());
            return builder.defaultToolCallbacks(some).build().prompt("x").call().content(); }
          Object some(Object all) { return all; } }
        """;
    Scan scan =
        Scan.of(
            root,
            TOOL,
            """
            import org.springframework.ai.tool.ToolCallbackProvider;
            import org.springframework.ai.tool.method.MethodToolCallbackProvider;
            import org.springframework.context.annotation.*;
            @Configuration class Server { @Bean ToolCallbackProvider tools(Weather weather) {
              return MethodToolCallbackProvider.builder().toolObjects(weather).build(); } }
            """,
            web);

    assertThat(scan.inFile("Weather.java").entries()).contains("http app.Web.a GET /a");
  }
}
