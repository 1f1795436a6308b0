package dev.aiaudit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of several beans of one type, the one that the container injects is called. */
class InjectedBeansTest {
  private static final String CLIENT = "interface Client { String ask(String q); }";
  private static final String PLAIN =
      """
      import org.springframework.stereotype.Component;
      @Component class Plain implements Client {
        @Override public String ask(String q) { return q; } }
      """;
  private static final String WEB =
      """
      @RestController class Web { private final Client client;
        Web(%s Client client) { this.client = client; }
        @GetMapping("/x") String x() { return client.ask("a"); } }
      """;

  @TempDir Path root;

  private Scan scan(String onModel, String injected) throws Exception {
    return Scan.of(
        root,
        CLIENT,
        PLAIN,
        """
        import org.springframework.stereotype.Component;
        import org.springframework.context.annotation.Primary;
        %s @Component class Asking implements Client { ChatModel model;
          @Override public String ask(String q) { return model.chat(q); } }
        """
            .formatted(onModel),
        WEB.formatted(injected));
  }

  @Test
  void whereNothingTellsAnyBeanMayBeMeant() throws Exception {
    assertThat(scan("", "").coupling()).isEqualTo("waits");
  }

  @Test
  void aPrimaryBeanIsCalled() throws Exception {
    assertThat(scan("@Primary", "").coupling()).isEqualTo("waits");
  }

  @Test
  void whatIsNotPrimaryIsNotCalled() throws Exception {
    Scan scan =
        Scan.of(
            root,
            CLIENT,
            PLAIN.replace(
                "@Component", "@org.springframework.context.annotation.Primary @Component"),
            """
            import org.springframework.stereotype.Component;
            @Component class Asking implements Client { ChatModel model;
              @Override public String ask(String q) { return model.chat(q); } }
            """,
            WEB.formatted(""));
    assertThat(scan.coupling()).isEqualTo("unreached");
  }

  @Test
  void aPrimaryBeanThatMayBeMissingDecidesNothing() throws Exception {
    Scan scan =
        Scan.of(
            root,
            CLIENT,
            PLAIN.replace(
                "@Component",
                "@org.springframework.context.annotation.Primary"
                    + " @org.springframework.context.annotation.Profile(\"plain\") @Component"),
            """
            import org.springframework.stereotype.Component;
            @Component class Asking implements Client { ChatModel model;
              @Override public String ask(String q) { return model.chat(q); } }
            """,
            WEB.formatted(""));
    assertThat(scan.coupling()).isEqualTo("waits");
  }

  @Test
  void aQualifierGoesBeforeThePrimaryBean() throws Exception {
    String qualifier = "@org.springframework.beans.factory.annotation.Qualifier(\"%s\")";
    assertThat(scan("@Primary", qualifier.formatted("plain")).coupling()).isEqualTo("unreached");
    assertThat(scan("", qualifier.formatted("asking")).coupling()).isEqualTo("waits");
  }

  @Test
  void aListHoldsAllOfThem() throws Exception {
    Scan scan =
        Scan.of(
            root,
            CLIENT,
            PLAIN.replace(
                "@Component", "@org.springframework.context.annotation.Primary @Component"),
            """
            import org.springframework.stereotype.Component;
            @Component class Asking implements Client { ChatModel model;
              @Override public String ask(String q) { return model.chat(q); } }
            """,
            """
            @RestController class Web { private final List<Client> clients;
              Web(List<Client> clients) { this.clients = clients; }
              @GetMapping("/x") String x() {
                for (Client client : clients) { client.ask("a"); } return ""; } }
            """);
    assertThat(scan.coupling()).isEqualTo("waits");
  }

  private Scan withFactory(String parameter, String result) throws Exception {
    return Scan.of(
        root,
        CLIENT,
        """
        import org.springframework.stereotype.Component;
        @Component class Asking implements Client { ChatModel model;
          @Override public String ask(String q) { return model.chat(q); } }
        """,
        """
        import org.springframework.context.annotation.*;
        @Configuration class Config { @Bean Client quiet(%s) { return %s; } }
        """
            .formatted(parameter, result),
        "interface Registry { Client find(String name); }",
        WEB.formatted("@org.springframework.beans.factory.annotation.Qualifier(\"quiet\")"));
  }

  @Test
  void aFactoryThatNobodyCanSeeThroughDoesNotMakeABeanOfAnotherName() throws Exception {
    assertThat(withFactory("Registry registry", "registry.find(\"quiet\")").coupling())
        .isEqualTo("unreached");
  }

  @Test
  void aFactoryMayGiveOneOfTheBeansThatItIsGiven() throws Exception {
    assertThat(withFactory("List<Client> all", "all.get(0)").coupling()).isEqualTo("waits");
  }
}
