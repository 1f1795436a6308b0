package dev.aiaudit.trace.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.configsource.ConfigFile;
import dev.aiaudit.configsource.Modules;
import dev.aiaudit.configsource.ProjectConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeEntriesTest {

  @Test
  void reads_servlets_with_their_path() {
    App app =
        App.of(
            "import jakarta.servlet.http.*; import jakarta.servlet.annotation.WebServlet;\n"
                + "@WebServlet(\"/chat\") class Chat extends HttpServlet {\n"
                + "  @Override protected void doPost(HttpServletRequest a, HttpServletResponse b)"
                + " {}\n  private void doGet() {} }",
            "abstract class Base extends jakarta.servlet.http.HttpServlet {"
                + " protected void doGet(Object a, Object b) {} }");
    assertThat(app.entries("Chat", "doPost")).containsExactly("http waits POST /chat");
    assertThat(app.entries("Chat", "doGet")).isEmpty();
    assertThat(app.entries("Base", "doGet")).isEmpty();
  }

  @Test
  void takes_what_a_concrete_subclass_inherits() {
    App app =
        App.of(
            "abstract class Base extends jakarta.servlet.http.HttpServlet {"
                + " protected void doGet(Object a, Object b) {} }",
            "class Sub extends Base {}");
    assertThat(app.entries("Base", "doGet")).hasSize(1);
  }

  @Test
  void reads_runners_and_beans_that_are_runners() {
    App app =
        App.of(
            "import org.springframework.boot.CommandLineRunner;\n"
                + "class R implements CommandLineRunner { public void run(String... a) {}"
                + " public void run() {} }",
            "import org.springframework.boot.CommandLineRunner;\n"
                + "import org.springframework.context.annotation.Bean;\n"
                + "class C { @Bean CommandLineRunner seed() { return a -> {}; }\n"
                + "  @Bean CommandLineRunner other() { return new CommandLineRunner() {"
                + " public void run(String... a) {} }; }\n"
                + "  CommandLineRunner noBean() { return a -> {}; } }");
    assertThat(app.entries("R", "run")).containsExactly("startup - -");
    assertThat(app.entries("C", "seed")).containsExactly("startup - -");
    assertThat(app.entries("C", "noBean")).isEmpty();
    assertThat(app.hits("C", "run"))
        .singleElement()
        .satisfies(hit -> assertThat(hit.method()).isEqualTo("app.C.other/CommandLineRunner.run"));
  }

  @Test
  void knows_main_by_its_signature() {
    App app =
        App.of(
            "class A { public static void main(String[] args) {} }",
            "class B { public static void main(String... args) {} }",
            "class C { public void main(String[] args) {} }",
            "class D { public static void main(int n) {} }",
            "class E { private static void main(String[] args) {} }");
    assertThat(app.entries("A", "main")).containsExactly("main - -");
    assertThat(app.entries("B", "main")).containsExactly("main - -");
    assertThat(app.entries("C", "main")).isEmpty();
    assertThat(app.entries("D", "main")).isEmpty();
    assertThat(app.entries("E", "main")).isEmpty();
  }

  @Test
  void reads_grpc_services_although_their_base_is_generated() {
    App app =
        App.of(
            "import com.acme.OrderServiceGrpc;\n"
                + "class Orders extends OrderServiceGrpc.OrderServiceImplBase {\n"
                + "  @Override public void place(String r, Object o) {}\n"
                + "  public void helper() {} }");
    assertThat(app.entries("Orders", "place")).containsExactly("grpc waits Orders.place");
    assertThat(app.entries("Orders", "helper")).isEmpty();
  }

  @Test
  void reads_command_lines() {
    App app =
        App.of(
            "import picocli.CommandLine.Command;\n"
                + "@Command(name = \"ask\") class Ask implements Runnable {"
                + " public void run() {} }");
    assertThat(app.entries("Ask", "run")).containsExactly("cli - ask");
  }

  @Test
  void tells_lambdas_that_answer_from_those_that_consume() {
    App app =
        App.of(
            "import com.amazonaws.services.lambda.runtime.*;\n"
                + "import com.amazonaws.services.lambda.runtime.events.*;\n"
                + "class Q implements RequestHandler<SQSEvent, Void> {"
                + " public Void handleRequest(SQSEvent e, Context c) { return null; } }",
            "import com.amazonaws.services.lambda.runtime.*;\n"
                + "class H implements RequestHandler<String, String> {"
                + " public String handleRequest(String e, Context c) { return e; } }");
    assertThat(app.entries("Q", "handleRequest")).containsExactly("lambda - -");
    assertThat(app.entries("H", "handleRequest")).containsExactly("lambda waits -");
  }

  @Test
  void takes_remote_services_by_what_their_interface_declares() {
    App app =
        App.of(
            "interface Orders { String place(); }",
            "import org.apache.dubbo.config.annotation.DubboService;\n"
                + "@DubboService class OrdersBean implements Orders {\n"
                + "  public String place() { return null; }\n"
                + "  public String extra() { return null; } }");
    assertThat(app.entries("OrdersBean", "place")).containsExactly("rpc waits -");
    assertThat(app.entries("OrdersBean", "extra")).isEmpty();
  }

  @Test
  void listens_for_the_event_type_of_a_listener_class() {
    App app =
        App.of(
            "import org.springframework.context.ApplicationListener;\n"
                + "class L implements ApplicationListener<Paid> {"
                + " public void onApplicationEvent(Paid e) {} }",
            "class Paid {}",
            "import org.springframework.context.ApplicationListener;\n"
                + "import org.springframework.boot.context.event.ApplicationReadyEvent;\n"
                + "class S implements ApplicationListener<ApplicationReadyEvent> {"
                + " public void onApplicationEvent(ApplicationReadyEvent e) {} }");
    assertThat(app.entries("L", "onApplicationEvent")).containsExactly("event - Paid inProcess");
    assertThat(app.entries("S", "onApplicationEvent"))
        .containsExactly("startup - ApplicationReadyEvent");
  }

  @Test
  void names_the_method_around_an_anonymous_listener() {
    App app =
        App.of(
            "import javax.swing.*; import java.awt.event.*;\n"
                + "class Panel { void build(JButton b) {\n"
                + "  b.addActionListener(new ActionListener() {\n"
                + "    public void actionPerformed(ActionEvent e) {} }); } }");
    assertThat(app.hits("Panel", "actionPerformed"))
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.method()).isEqualTo("app.Panel.build/ActionListener.actionPerformed");
              assertThat(hit.location().startLine()).isEqualTo(5);
            });
  }

  @Test
  void counts_function_beans_only_with_the_library_that_serves_them() {
    String source =
        "import org.springframework.context.annotation.*; import java.util.function.Function;\n"
            + "class C { @Bean Function<String, String> ask() { return q -> q; } }";
    String pom =
        "<project><groupId>a</groupId><artifactId>b</artifactId><version>1</version>"
            + "<dependencies><dependency><groupId>org.springframework.cloud</groupId>"
            + "<artifactId>spring-cloud-starter-function-web</artifactId></dependency>"
            + "</dependencies></project>";
    Modules modules =
        ProjectConfig.read(List.of(new ConfigFile("pom.xml", pom)), Catalog.load()).modules();
    assertThat(App.with(modules, source).entries("C", "ask")).containsExactly("lambda waits ask");
    assertThat(App.of(source).entries("C", "ask")).doesNotContain("lambda waits ask");
  }

  @Test
  void counts_function_components_only_with_the_library_that_binds_them() {
    String source =
        "import org.springframework.stereotype.Component; import java.util.function.Function;\n"
            + "@Component class Draw implements Function<String, String> {"
            + " @Override public String apply(String q) { return q; } }";
    String other =
        "import java.util.function.Function;\nclass Plain implements Function<String, String> {"
            + " @Override public String apply(String q) { return q; } }";
    String pom =
        "<project><groupId>a</groupId><artifactId>b</artifactId><version>1</version>"
            + "<dependencies><dependency><groupId>org.springframework.cloud</groupId>"
            + "<artifactId>spring-cloud-stream</artifactId></dependency>"
            + "</dependencies></project>";
    Modules modules =
        ProjectConfig.read(List.of(new ConfigFile("pom.xml", pom)), Catalog.load()).modules();
    App app = App.with(modules, source, other);
    assertThat(app.entries("Draw", "apply")).containsExactly("message - Draw");
    assertThat(app.entries("Plain", "apply")).isEmpty();
    assertThat(App.of(source).entries("Draw", "apply")).isEmpty();
  }

  @Test
  void takes_classes_of_a_generated_interface_of_the_application_as_entries() {
    App app =
        App.of(
            "class Pets implements app.api.gen.PetsResource {\n"
                + "  @Override public String pet() { return null; }\n"
                + "  public String other() { return null; } }",
            "class Blob implements org.acme.io.BlobResource {\n"
                + "  @Override public String read() { return null; } }",
            "interface OwnApi { String own(); }",
            "class Own implements OwnApi { @Override public String own() { return null; } }");
    assertThat(app.entries("Pets", "pet")).containsExactly("http waits pet");
    assertThat(app.entries("Pets", "other")).isEmpty();
    assertThat(app.entries("Blob", "read")).isEmpty();
    assertThat(app.entries("Own", "own")).isEmpty();
  }
}
