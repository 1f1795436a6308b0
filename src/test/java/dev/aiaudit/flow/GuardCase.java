package dev.aiaudit.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One way in which a guard does nothing, and the same guard put right. A file of cases begins with
 * imports; {@code ## id, id} starts a case, {@code deps:}, {@code call:} and {@code vary:} set it
 * up, {@code bad:} and {@code good:} say what is expected of the code below them. With {@code vary:
 * A | B} the case stands for several, with {@code $1} replaced by A and then by B, in the ids too.
 *
 * @param ids the facts that it stands for
 * @param dependencies {@code group:artifact}
 * @param imports of the Java file
 * @param call body of the entry point
 * @param bad with the guard that does nothing
 * @param good with a guard that acts; empty where there is no such thing
 */
record GuardCase(
    List<String> ids,
    List<String> dependencies,
    String imports,
    String call,
    Side bad,
    List<Side> good) {

  static final Path FOLDER = Path.of("src/test/resources/guard-cases");

  /**
   * One side of a case.
   *
   * @param expected such as {@code handling=none} or {@code ineffective=fallback}
   * @param code members of the bean {@code Answers}, or whole classes; more files after {@code
   *     file:} lines
   */
  record Side(List<String> expected, String code) {}

  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("r4j", "io.github.resilience4j:resilience4j-spring-boot3"),
          Map.entry("aop", "org.springframework.boot:spring-boot-starter-aop"),
          Map.entry("web", "org.springframework.boot:spring-boot-starter-web"),
          Map.entry("retry", "org.springframework.retry:spring-retry"),
          Map.entry("quarkus", "io.quarkus:quarkus-rest"),
          Map.entry("ft", "io.quarkus:quarkus-smallrye-fault-tolerance"),
          Map.entry("weld", "io.smallrye:smallrye-fault-tolerance"),
          Map.entry("micronaut", "io.micronaut:micronaut-http-server-netty"),
          Map.entry("mn-retry", "io.micronaut:micronaut-retry"),
          Map.entry("helidon", "io.helidon.webserver:helidon-webserver"));

  static List<GuardCase> all() throws IOException {
    List<GuardCase> out = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (!name.equals("ids.txt") && !name.equals("open.txt")) {
          read(Files.readString(file), out);
        }
      }
    }
    return out;
  }

  private static void read(String text, List<GuardCase> out) {
    String[] parts = text.split("(?m)^## ");
    for (int i = 1; i < parts.length; i++) {
      String[] ways = field(parts[i], "vary").split("\\s*\\|\\s*");
      for (String way : ways) {
        String[] values = way.split("\\s*,\\s*");
        String one = parts[i];
        for (int v = 0; v < values.length; v++) {
          one = one.replace("$" + (v + 1), values[v].replace("%X", ","));
        }
        out.add(parse(one, parts[0]));
      }
    }
  }

  private static String field(String part, String name) {
    return part.lines()
        .takeWhile(l -> !l.startsWith("bad:"))
        .filter(l -> l.startsWith(name + ":"))
        .map(l -> l.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  private static GuardCase parse(String part, String imports) {
    String ids = part.lines().findFirst().orElseThrow();
    String call = field(part, "call");
    String[] sides = part.split("(?m)^(?=good:)");
    String bad = sides[0].substring(sides[0].indexOf("\nbad:") + 1);
    return new GuardCase(
        List.of(ids.strip().split("\\s*,\\s*")),
        Stream.of(field(part, "deps").split("\\s+")).filter(d -> !d.isEmpty()).toList(),
        imports,
        call.isEmpty() ? "return answers.ask(q);" : call,
        side(bad),
        Stream.of(sides).skip(1).map(GuardCase::side).toList());
  }

  private static Side side(String text) {
    int end = text.indexOf('\n');
    String expected = text.substring(text.indexOf(':') + 1, end).strip();
    return new Side(List.of(expected.split("\\s*,\\s*")), text.substring(end + 1));
  }

  /** The files of the project, as path and text in turn. */
  String[] files(Side side) {
    String[] parts = side.code().split("(?m)^file: ");
    Map<String, String> out = new LinkedHashMap<>();
    out.put("pom.xml", pom());
    out.put("src/main/java/app/App.java", java(parts[0]));
    for (int i = 1; i < parts.length; i++) {
      int end = parts[i].indexOf('\n');
      out.put(parts[i].substring(0, end).strip(), parts[i].substring(end + 1));
    }
    return out.entrySet().stream()
        .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
        .toArray(String[]::new);
  }

  private String pom() {
    StringBuilder out =
        new StringBuilder(
            "<project><groupId>a</groupId><artifactId>a</artifactId><version>1</version>"
                + "<dependencies>");
    Stream.concat(dependencies.stream(), Stream.of("dev.langchain4j:langchain4j-open-ai"))
        .map(d -> SHORT.getOrDefault(d, d).split(":"))
        .forEach(
            d -> {
              out.append("<dependency><groupId>").append(d[0]);
              out.append("</groupId><artifactId>").append(d[1]).append("</artifactId>");
              out.append(d.length > 2 ? "<version>" + d[2] + "</version>" : "");
              out.append("</dependency>");
            });
    return out.append("</dependencies></project>").toString();
  }

  private String java(String code) {
    String body =
        code.contains("class Answers")
                || code.contains("interface Answers")
                || code.contains("class Api")
            ? code
            : """
              @Service
              class Answers {
                final ChatModel model;
                Answers(ChatModel model) { this.model = model; }
              %s
              }
              """
                .formatted(code);
    String api =
        """
        @RestController
        class Api {
          private final Answers answers;
          Api(Answers answers) { this.answers = answers; }
          @GetMapping("/ask")
          public Object ask(String q) throws Exception { %s }
        }
        """
            .formatted(call);
    String app =
        code.contains("@SpringBootApplication") ? "" : "@SpringBootApplication class App {}";
    return "package app;\n"
        + imports
        + (dependencies.contains("quarkus") || code.contains("@Path(") ? "" : app)
        + "\n"
        + (code.contains("class Api") || code.contains("@Path(") ? "" : api)
        + body;
  }
}
