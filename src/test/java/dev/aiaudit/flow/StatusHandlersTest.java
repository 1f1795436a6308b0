package dev.aiaudit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Error answers of which the request itself makes another exception. */
class StatusHandlersTest {
  private static final String MAPPING =
      ".onStatus(HttpStatusCode::isError, (q1, r) -> { throw new Unavailable(); })";

  private static final String CAUGHT =
      "Unavailable | org.springframework.web.client.ResourceAccessException";

  @TempDir Path folder;

  private List<String> scan(String handler, String caught) throws Exception {
    return Scanned.of(
            folder,
            "pom.xml",
            "<project><groupId>a</groupId><artifactId>a</artifactId><version>1</version>"
                + "<dependencies>"
                + ProxyGuardsTest.dependency("org.springframework.boot", "spring-boot-starter-web")
                + "</dependencies></project>",
            "src/main/java/app/Api.java",
            """
            package app;
            import org.springframework.http.HttpStatusCode;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.web.client.RestClient;
            @RestController class Api {
              private final RestClient client = RestClient.create("https://api.openai.com/v1");
              @GetMapping("/ask") public String ask(String q) {
                try {
                  return client.post().uri("/chat/completions").body(q).retrieve()%s
                      .body(String.class);
                } catch (%s e) { return "See the handbook for what to do."; }
              }
            }
            class Unavailable extends RuntimeException { }
            """
                .formatted(handler, caught))
        .facts();
  }

  @Test
  void whoeverCatchesWhatTheStatusBecomesDealsWithAnErrorAnswer() throws Exception {
    assertThat(scan(MAPPING, CAUGHT)).contains("handling=static");
  }

  @Test
  void withoutTheMappingAnErrorAnswerIsAnotherException() throws Exception {
    assertThat(scan("", CAUGHT)).contains("handling=none");
  }
}
