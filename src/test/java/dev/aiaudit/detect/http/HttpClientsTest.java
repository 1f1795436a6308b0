package dev.aiaudit.detect.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each HTTP client: the expression that sends to an AI host is found, and the same to another host
 * is not.
 */
class HttpClientsTest {
  private static final String CHAT = "https://api.openai.com/v1/chat/completions";
  private static final String OTHER = "https://api.example.com/v1/orders";

  @TempDir Path folder;
  private HttpTree tree;

  @BeforeEach
  void makeTree() {
    tree = new HttpTree(folder);
  }

  /** One class with one method per URL; only the AI one may be found. */
  private void expect(String imports, String fields, String body, String... sites) {
    tree.java(
        "Caller",
        imports,
        "class Caller {\n"
            + fields
            + "\n"
            + "Object ai() throws Exception {\n"
            + body.replace("(URL", "(\"" + CHAT + '"')
            + "\n}\n"
            + "Object other() throws Exception {\n"
            + body.replace("(URL", "(\"" + OTHER + '"')
            + "\n}\n"
            + "}");
    assertThat(tree.sites()).containsExactly(sites);
  }

  @Test
  void javaNetHttpSends() {
    expect(
        "java.net.URI java.net.http.HttpClient java.net.http.HttpRequest java.net.http.HttpResponse",
        "HttpClient client = HttpClient.newHttpClient();",
        """
        HttpRequest request = HttpRequest.newBuilder().uri(URI.create(URL)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
        """,
        "java-net-http openai chat blocking");
  }

  @Test
  void javaNetHttpSendsLater() {
    expect(
        "java.net.URI java.net.http.*",
        "HttpClient client;",
        """
        return client.sendAsync(HttpRequest.newBuilder(URI.create(URL)).GET().build(),
            HttpResponse.BodyHandlers.ofString());
        """,
        "java-net-http openai chat future");
  }

  @Test
  void javaNetHttpGivesLinesAsAStream() {
    expect(
        "java.net.URI java.net.http.*",
        "HttpClient client;",
        """
        return client.send(HttpRequest.newBuilder(URI.create(URL)).build(),
            HttpResponse.BodyHandlers.ofLines());
        """,
        "java-net-http openai chat stream");
  }

  @Test
  void okHttpExecutesACallInTheSameChain() {
    expect(
        "okhttp3.*",
        "OkHttpClient client = new OkHttpClient();",
        """
        Request request = new Request.Builder().url(URL).header("a", "b").build();
        try (Response response = client.newCall(request).execute()) { return response.body(); }
        """,
        "okhttp openai chat blocking");
  }

  @Test
  void okHttpEnqueuesACallInAVariable() {
    expect(
        "okhttp3.*",
        "OkHttpClient client;",
        """
        Request.Builder builder = new Request.Builder();
        builder.url(URL);
        Call call = client.newCall(builder.build());
        call.enqueue(null);
        return call;
        """,
        "okhttp openai chat stream");
  }

  @Test
  void restTemplatePosts() {
    expect(
        "org.springframework.web.client.RestTemplate",
        "RestTemplate rest;",
        "return rest.postForObject(URL, null, String.class);",
        "resttemplate openai chat blocking");
  }

  @Test
  void restClientSendsAtItsLastCall() {
    expect(
        "org.springframework.web.client.RestClient",
        "RestClient rest = RestClient.create();",
        "return rest.post().uri(URL).body(\"x\").retrieve().body(String.class);",
        "restclient openai chat blocking");
  }

  @Test
  void webClientIsReactiveUnlessItBlocks() {
    expect(
        "org.springframework.web.reactive.function.client.WebClient",
        "WebClient web;",
        """
        if (web == null) {
          return web.post().uri(URL).bodyValue("x").retrieve().bodyToFlux(String.class);
        }
        if (web == this) {
          return web.post().uri(URL).bodyValue("x").retrieve().bodyToMono(String.class);
        }
        return web.post().uri(URL).retrieve().bodyToMono(String.class).block();
        """,
        "webclient openai chat stream",
        "webclient openai chat reactive",
        "webclient openai chat blocking");
  }

  @Test
  void apacheExecutes() {
    expect(
        "org.apache.http.client.methods.HttpPost org.apache.http.impl.client.*",
        "CloseableHttpClient http = HttpClients.createDefault();",
        """
        HttpPost post = new HttpPost(URL);
        post.setHeader("Content-Type", "application/json");
        return http.execute(post);
        """,
        "apache-httpclient openai chat blocking");
  }

  @Test
  void apacheFiveExecutes() {
    expect(
        "org.apache.hc.client5.http.classic.methods.HttpPost org.apache.hc.client5.http.impl.classic.*",
        "",
        """
        try (CloseableHttpClient http = HttpClients.createDefault()) {
          return http.execute(new HttpPost(URL), r -> r);
        }
        """,
        "apache-httpclient openai chat blocking");
  }

  @Test
  void urlConnectionSendsOnce() {
    expect(
        "java.net.HttpURLConnection java.net.URI",
        "",
        """
        HttpURLConnection c = (HttpURLConnection) URI.create(URL).toURL().openConnection();
        c.getOutputStream().write(1);
        if (c.getResponseCode() != 200) { return c.getErrorStream(); }
        return c.getInputStream();
        """,
        "httpurlconnection openai chat blocking");
  }

  @Test
  void hutoolExecutes() {
    expect(
        "cn.hutool.http.HttpRequest cn.hutool.http.HttpUtil",
        "",
        """
        HttpUtil.post(URL, "{}");
        return HttpRequest.post(URL).body("{}").execute().body();
        """,
        "hutool openai chat blocking",
        "hutool openai chat blocking");
  }

  @Test
  void unirestSends() {
    expect(
        "kong.unirest.core.Unirest",
        "",
        "return Unirest.post(URL).header(\"a\", \"b\").body(\"{}\").asString();",
        "unirest openai chat blocking");
  }

  @Test
  void vertxSends() {
    expect(
        "io.vertx.ext.web.client.WebClient",
        "WebClient web;",
        "return web.postAbs(URL).sendJson(this);",
        "vertx openai chat future");
  }

  @Test
  void jettySends() {
    expect(
        "org.eclipse.jetty.client.HttpClient",
        "HttpClient client;",
        "return client.POST(URL).send();",
        "jetty openai chat blocking");
  }

  @Test
  void jaxRsPosts() {
    expect(
        "jakarta.ws.rs.client.*",
        "Client client = ClientBuilder.newClient();",
        "return client.target(URL).request().post(null);",
        "jax-rs openai chat blocking");
  }
}
