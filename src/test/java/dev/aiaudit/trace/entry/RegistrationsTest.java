package dev.aiaudit.trace.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegistrationsTest {

  @Test
  void reads_spring_router_functions_with_nested_prefixes() {
    App app =
        App.of(
            "import org.springframework.web.reactive.function.server.*;\n"
                + "import static org.springframework.web.reactive.function.server."
                + "RequestPredicates.*;\n"
                + "import static org.springframework.web.reactive.function.server."
                + "RouterFunctions.route;\n"
                + "class R {\n"
                + "  Object chain() { return RouterFunctions.route().path(\"/orders\", b -> b\n"
                + "      .GET(\"/{id}\", q -> null).POST(\"\", this::place)).build(); }\n"
                + "  Object predicates() { return route(GET(\"/a\").and(accept(JSON)), q -> null)"
                + ".andRoute(POST(\"/b\"), q -> null); }\n"
                + "  Object place(Object q) { return null; } }");
    assertThat(app.registrations("R", "chain"))
        .containsExactlyInAnyOrder("http waits GET /orders/{id}", "http waits POST /orders");
    assertThat(app.registrations("R", "predicates"))
        .containsExactlyInAnyOrder("http waits GET /a", "http waits POST /b");
    assertThat(app.registrationHits("R", "chain"))
        .extracting(hit -> hit.method())
        .containsExactlyInAnyOrder("app.R.chain", "app.R.place");
  }

  @Test
  void reads_javalin_and_spark_routes() {
    App app =
        App.of(
            "import io.javalin.Javalin;\n"
                + "class J { void start() { var app = Javalin.create();\n"
                + "  app.get(\"/hi\", c -> {}); app.start(7070); } }",
            "import static spark.Spark.*;\n"
                + "class S { static final String P = \"/p\";\n"
                + "  void start() { path(\"/api\", () -> { post(P, (q, r) -> null); }); } }");
    assertThat(app.registrations("J", "start")).containsExactly("http waits GET /hi");
    assertThat(app.registrations("S", "start")).containsExactly("http waits POST /api/p");
  }

  @Test
  void takes_verb_and_path_from_the_chain_of_a_vertx_route() {
    App app =
        App.of(
            "import io.vertx.ext.web.Router;\n"
                + "class V { void start(Router router) {\n"
                + "  router.post(\"/ask\").handler(c -> {}); } }");
    assertThat(app.registrations("V", "start")).containsExactly("http waits POST /ask");
  }

  @Test
  void reads_the_http_server_of_the_jdk() {
    App app =
        App.of(
            "import com.sun.net.httpserver.HttpServer;\n"
                + "class D { void start(HttpServer s) { s.createContext(\"/x\", e -> {}); } }");
    assertThat(app.registrations("D", "start")).containsExactly("http waits /x");
  }

  @Test
  void reads_listeners_of_user_interfaces() {
    App app =
        App.of(
            "import javax.swing.*;\n"
                + "class P { JButton b = new JButton(); void build() {"
                + " b.addActionListener(e -> ask()); } void ask() {} }",
            "import com.vaadin.flow.component.button.Button;\n"
                + "class V { void build() { new Button(\"Ask\", e -> {});"
                + " new Button(\"x\").addClickListener(e -> {}); } }");
    assertThat(app.registrations("P", "build")).containsExactly("ui waits b");
    assertThat(app.registrations("V", "build")).containsExactly("ui waits Ask", "ui waits x");
  }

  @Test
  void knows_who_waits_at_a_camel_route() {
    App app =
        App.of(
            "import org.apache.camel.builder.RouteBuilder;\n"
                + "class C extends RouteBuilder { public void configure() {\n"
                + "  from(\"kafka:orders\").process(e -> {});\n"
                + "  from(\"platform-http:/ask\").process(e -> {}); } }");
    assertThat(app.registrations("C", "configure"))
        .containsExactlyInAnyOrder("message - kafka:orders", "message waits platform-http:/ask");
  }

  @Test
  void knows_timers_and_message_containers() {
    App app =
        App.of(
            "import java.util.concurrent.*;\n"
                + "class T { ScheduledExecutorService s; void start() {\n"
                + "  s.scheduleAtFixedRate(() -> {}, 0, 5, TimeUnit.SECONDS); } }",
            "import com.rabbitmq.client.*;\n"
                + "class M { void start(Channel c) { c.basicConsume(\"q\", true, (t, d) -> {},"
                + " t -> {}); } }");
    assertThat(app.registrations("T", "start")).containsExactly("scheduled - -");
    assertThat(app.registrations("M", "start")).containsOnly("message - q");
  }

  @Test
  void ignores_methods_of_the_same_name_on_other_types() {
    App app =
        App.of(
            "import java.util.*; import java.util.function.*;\n"
                + "class N { Map<String, Runnable> map = new HashMap<>(); Own own = new Own();\n"
                + "  void start(List<String> list, Optional<String> o) {\n"
                + "    map.put(\"/x\", () -> {}); own.get(\"/x\", () -> {});\n"
                + "    own.addActionListener(e -> {}); own.schedule(() -> {});\n"
                + "    list.stream().filter(s -> true); o.map(s -> s).filter(s -> true);\n"
                + "    own.any().get(\"/y\", () -> {}); } }",
            "class Own { void get(String p, Runnable r) {} void schedule(Runnable r) {}\n"
                + "  void addActionListener(java.util.function.Consumer<String> c) {}\n"
                + "  Own any() { return this; } }");
    assertThat(app.registrations("N", "start")).isEmpty();
  }

  @Test
  void shows_a_path_that_is_set_elsewhere_as_a_placeholder() {
    App app =
        App.of(
            "import org.springframework.web.servlet.function.*;\n"
                + "class R { String url; R(String url) { this.url = url; }\n"
                + "  Object routes() { return RouterFunctions.route().GET(this.url, q -> null)"
                + ".POST(url, q -> null).build(); } }");
    assertThat(app.registrations("R", "routes")).contains("http waits POST /${url}");
  }

  @Test
  void reads_the_web_socket_handler_of_undertow() {
    App app =
        App.of(
            "import io.undertow.Handlers;\n"
                + "class U { Object start() { return Handlers.websocket(this::connect); }\n"
                + "  void connect(Object exchange, Object channel) {} }");
    assertThat(app.registrations("U", "start")).containsExactly("websocket waits -");
  }
}
