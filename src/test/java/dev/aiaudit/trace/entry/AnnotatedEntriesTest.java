package dev.aiaudit.trace.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.trace.EntryHit;
import org.junit.jupiter.api.Test;

class AnnotatedEntriesTest {
  private static final String WEB = "import org.springframework.web.bind.annotation.*;\n";

  @Test
  void joins_class_and_method_mappings_of_a_spring_controller() {
    App app =
        App.of(
            WEB
                + "@RestController @RequestMapping(\"/api/orders/\") class Orders {\n"
                + "  @PostMapping(\"{id}\") void place() {}\n"
                + "  @GetMapping void list() {}\n"
                + "  @RequestMapping(path = {\"/a\", \"/b\"}, method = {RequestMethod.GET,"
                + " RequestMethod.HEAD}) void both() {}\n"
                + "  void plain() {}\n"
                + "}");
    assertThat(app.entries("Orders", "place")).containsExactly("http waits POST /api/orders/{id}");
    assertThat(app.entries("Orders", "list")).containsExactly("http waits GET /api/orders");
    assertThat(app.entries("Orders", "both"))
        .containsExactly("http waits GET|HEAD /api/orders/a|/api/orders/b");
    assertThat(app.entries("Orders", "plain")).isEmpty();
  }

  @Test
  void resolves_constants_in_paths() {
    App app =
        App.of(
            "class Urls { static final String BASE = \"/v\" + 2; interface Sub { String X ="
                + " BASE + \"/x\"; } }",
            WEB
                + "import static app.Urls.BASE;\n"
                + "@RestController @RequestMapping(BASE) class A {\n"
                + "  static final String LAST = \"/last\";\n"
                + "  @GetMapping(Urls.BASE + LAST) void get() {}\n"
                + "}");
    assertThat(app.entries("A", "get")).containsExactly("http waits GET /v2/v2/last");
  }

  @Test
  void finds_mappings_on_the_interface_that_a_controller_implements() {
    App app =
        App.of(
            WEB
                + "@RequestMapping(\"/pets\") interface PetApi { @GetMapping(\"/{id}\")"
                + " String pet(String id); }",
            WEB
                + "@RestController class Pets implements PetApi { public String pet(String id)"
                + " { return id; } }");
    assertThat(app.entries("Pets", "pet")).containsExactly("http waits GET /pets/{id}");
    assertThat(app.entries("PetApi", "pet")).isEmpty();
  }

  @Test
  void takes_a_client_interface_as_entry_only_where_a_controller_implements_it() {
    String client =
        WEB
            + "import org.springframework.cloud.openfeign.FeignClient;\n"
            + "@FeignClient(\"pets\") interface PetClient { @GetMapping(\"/p\") String pet();\n"
            + "  @GetMapping(\"/d\") default String other() { return \"\"; } }";
    App app =
        App.of(
            client,
            "class Fallback implements PetClient { public String pet() { return \"\"; } }",
            WEB
                + "@RestController class Pets implements PetClient { public String pet()"
                + " { return \"\"; } }");
    assertThat(app.entries("Fallback", "pet")).isEmpty();
    assertThat(app.entries("Pets", "pet")).containsExactly("http waits GET /p");
    assertThat(App.of(client).entries("PetClient", "other")).isEmpty();
  }

  @Test
  void ignores_mappings_outside_controllers() {
    App app = App.of(WEB + "@RequestMapping(\"/x\") class Plain { @GetMapping void get() {} }");
    assertThat(app.entries("Plain", "get")).isEmpty();
  }

  @Test
  void takes_the_method_of_an_abstract_base_as_entry_when_a_subclass_is_a_controller() {
    String base = WEB + "abstract class Base { @GetMapping(\"/all\") void all() {} }";
    assertThat(App.of(base).entries("Base", "all")).isEmpty();
    App app =
        App.of(
            base,
            WEB + "@RestController @RequestMapping(\"/a\") class A extends Base {}",
            WEB + "@RestController @RequestMapping(\"/b\") class B extends Base {}",
            WEB + "@RestController class C extends Base { @Override void all() {} }");
    assertThat(app.entries("Base", "all")).containsExactly("http waits GET /a/all, GET /b/all");
    assertThat(app.entries("C", "all")).containsExactly("http waits GET /all");
  }

  @Test
  void unfolds_composed_annotations_of_the_project() {
    App app =
        App.of(
            WEB + "@RestController @RequestMapping(\"/api\") @interface Api {}",
            WEB
                + "@RequestMapping(method = RequestMethod.POST) @interface PostJson {"
                + " String value(); }",
            "@Api class Orders { @PostJson(\"/orders\") void place() {} }");
    assertThat(app.entries("Orders", "place")).containsExactly("http waits POST /api/orders");
  }

  @Test
  void reads_jax_rs_resources_with_their_application_path() {
    App app =
        App.of(
            "import jakarta.ws.rs.*; import jakarta.ws.rs.core.Application;\n"
                + "@ApplicationPath(\"/rest\") class Start extends Application {}",
            "import jakarta.ws.rs.*;\n@Path(\"claims\") class Claims {\n"
                + "  @POST @Path(\"{id}/assess\") String assess() { return null; }\n"
                + "  @GET String all() { return null; } }",
            "import jakarta.ws.rs.*;\n"
                + "import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;\n"
                + "@RegisterRestClient @Path(\"r\") interface Remote { @GET String get(); }",
            "class Stub implements Remote { public String get() { return null; } }");
    assertThat(app.entries("Claims", "assess"))
        .containsExactly("http waits POST /rest/claims/{id}/assess");
    assertThat(app.entries("Claims", "all")).containsExactly("http waits GET /rest/claims");
    assertThat(app.entries("Stub", "get")).isEmpty();
  }

  @Test
  void reads_micronaut_websocket_and_graphql_mappings() {
    App app =
        App.of(
            "import io.micronaut.http.annotation.*;\n@Controller(\"/m\") class M {"
                + " @Get(\"/x\") void x() {} }",
            "import org.springframework.stereotype.Controller;\n"
                + "import org.springframework.messaging.handler.annotation.MessageMapping;\n"
                + "import org.springframework.graphql.data.method.annotation.*;\n"
                + "@Controller class S { @MessageMapping(\"/chat\") void chat() {}\n"
                + "  @QueryMapping void orders() {}\n"
                + "  @MutationMapping(\"pay\") void doPay() {}\n"
                + "  @SchemaMapping(typeName = \"Book\", field = \"author\") void a() {} }",
            "import jakarta.websocket.server.ServerEndpoint; import jakarta.websocket.*;\n"
                + "@ServerEndpoint(\"/ws\") class W { @OnMessage public void onMessage(String m)"
                + " {} }");
    assertThat(app.entries("M", "x")).containsExactly("http waits GET /m/x");
    assertThat(app.entries("S", "chat")).containsExactly("websocket waits /chat");
    assertThat(app.entries("S", "orders")).containsExactly("graphql waits Query.orders");
    assertThat(app.entries("S", "doPay")).containsExactly("graphql waits Mutation.pay");
    assertThat(app.entries("S", "a")).containsExactly("graphql waits Book.author");
    assertThat(app.entries("W", "onMessage")).containsExactly("websocket waits /ws");
  }

  @Test
  void reads_topics_and_knows_who_answers() {
    App app =
        App.of(
            "import org.springframework.kafka.annotation.KafkaListener;\n"
                + "import org.springframework.amqp.rabbit.annotation.RabbitListener;\n"
                + "import org.springframework.jms.annotation.JmsListener;\n"
                + "import org.springframework.messaging.handler.annotation.SendTo;\n"
                + "class L {\n"
                + "  static final String T = \"orders\";\n"
                + "  @KafkaListener(topics = {T, \"refunds\"}) void kafka(String m) {}\n"
                + "  @KafkaListener(topics = T) @SendTo(\"r\") String answer(String m)"
                + " { return m; }\n"
                + "  @RabbitListener(queues = \"q\") String rpc(String m) { return m; }\n"
                + "  @RabbitListener(queues = \"q\") void one(String m) {}\n"
                + "  @JmsListener(destination = \"d\") void jms(String m) {} }");
    assertThat(app.entries("L", "kafka")).containsExactly("message - orders, refunds");
    assertThat(app.entries("L", "answer")).containsExactly("message waits orders");
    assertThat(app.entries("L", "rpc")).containsExactly("message waits q");
    assertThat(app.entries("L", "one")).containsExactly("message - q");
    assertThat(app.entries("L", "jms")).containsExactly("message - d");
  }

  @Test
  void writes_schedules_as_people_say_them() {
    App app =
        App.of(
            "import org.springframework.scheduling.annotation.Scheduled;\n"
                + "import java.util.concurrent.TimeUnit;\n"
                + "class J {\n"
                + "  @Scheduled(cron = \"0 0 3 * * *\") private void nightly() {}\n"
                + "  @Scheduled(fixedRate = 5 * 60 * 1000L) void five() {}\n"
                + "  @Scheduled(fixedDelay = 90, timeUnit = TimeUnit.SECONDS) void ninety() {}\n"
                + "  @Scheduled(fixedDelayString = \"${poll}\") void configured() {} }",
            "class Fake { @interface Scheduled {} @Scheduled void run() {} }");
    assertThat(app.entries("J", "nightly")).containsExactly("scheduled - 0 0 3 * * *");
    assertThat(app.entries("J", "five")).containsExactly("scheduled - every 5 min");
    assertThat(app.entries("J", "ninety")).containsExactly("scheduled - every 90 s");
    assertThat(app.entries("J", "configured")).containsExactly("scheduled - every ${poll}");
    assertThat(app.entries("Fake", "run")).isEmpty();
  }

  @Test
  void knows_listeners_and_async_methods_as_called_from_inside() {
    App app =
        App.of(
            "import org.springframework.context.event.EventListener;\n"
                + "import org.springframework.boot.context.event.ApplicationReadyEvent;\n"
                + "import org.springframework.scheduling.annotation.Async;\n"
                + "class L {\n"
                + "  @EventListener void placed(OrderPlaced e) {}\n"
                + "  @EventListener({OrderPlaced.class, String.class}) void some() {}\n"
                + "  @EventListener(ApplicationReadyEvent.class) void ready() {}\n"
                + "  @EventListener void ready2(ApplicationReadyEvent e) {}\n"
                + "  @Async void later() {} }",
            "import org.springframework.scheduling.annotation.Async;\n"
                + "@Async class All { public void one() {} private void two() {} }",
            "class OrderPlaced {}",
            "import jakarta.enterprise.event.Observes; import io.quarkus.runtime.StartupEvent;\n"
                + "class C { void on(@Observes OrderPlaced e) {}"
                + " void start(@Observes StartupEvent e) {} }");
    assertThat(app.entries("L", "placed")).containsExactly("event - OrderPlaced inProcess");
    assertThat(app.entries("L", "some")).containsExactly("event - OrderPlaced, String inProcess");
    assertThat(app.entries("L", "ready")).containsExactly("startup - ApplicationReadyEvent");
    assertThat(app.entries("L", "ready2")).containsExactly("startup - ApplicationReadyEvent");
    assertThat(app.entries("L", "later")).containsExactly("async - - inProcess");
    assertThat(app.entries("All", "one")).containsExactly("async - - inProcess");
    assertThat(app.entries("All", "two")).isEmpty();
    assertThat(app.entries("C", "on")).containsExactly("event - OrderPlaced inProcess");
    assertThat(app.entries("C", "start")).containsExactly("startup - -");
  }

  @Test
  void knows_tools_as_called_by_a_model() {
    App app =
        App.of(
            "import dev.langchain4j.agent.tool.Tool;\n"
                + "class T { @Tool(\"Looks up\") String find(String q) { return q; } }");
    EntryHit hit = app.hits("T", "find").get(0);
    assertThat(hit.calledByModel()).isTrue();
    assertThat(hit.method()).isEqualTo("app.T.find");
    assertThat(hit.location().file()).isEqualTo("src/main/java/app/T.java");
    assertThat(hit.location().startLine()).isEqualTo(3);
  }

  @Test
  void asks_azure_functions_for_their_trigger() {
    App app =
        App.of(
            "import com.microsoft.azure.functions.annotation.*;\n"
                + "class F { @FunctionName(\"a\") void http(@HttpTrigger(name = \"r\", route ="
                + " \"orders\") String r) {}\n"
                + "  @FunctionName(\"b\") void blob(@BlobTrigger(name = \"b\", path = \"docs\")"
                + " byte[] b) {} }");
    assertThat(app.entries("F", "http")).containsExactly("lambda waits orders");
    assertThat(app.entries("F", "blob")).containsExactly("lambda - docs");
  }

  @Test
  void takes_controller_methods_of_a_generated_interface_as_entries() {
    App app =
        App.of(
            "import org.springframework.web.bind.annotation.RestController;\n"
                + "import app.generated.PetsApi;\n"
                + "@RestController class Pets implements PetsApi {\n"
                + "  @Override public String pet() { return null; }\n"
                + "  @Override public String toString() { return null; }\n"
                + "  public String other() { return null; } }",
            "import org.springframework.web.bind.annotation.RestController;\n"
                + "import org.springframework.beans.factory.InitializingBean;\n"
                + "@RestController class Init implements InitializingBean {\n"
                + "  @Override public void afterPropertiesSet() {} }");
    assertThat(app.entries("Pets", "pet")).containsExactly("http waits pet");
    assertThat(app.entries("Pets", "toString")).isEmpty();
    assertThat(app.entries("Pets", "other")).isEmpty();
    assertThat(app.entries("Init", "afterPropertiesSet")).containsExactly("startup - -");
  }
}
