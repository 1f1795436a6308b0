package dev.aiaudit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.cli.CliRun;
import dev.aiaudit.render.Format;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threat 7: what an XML file can say about other files is not done. */
class XmlEntitiesTest {
  private static final String CANARY = "kanarienvogel";

  @TempDir Path place;

  @Test
  void noEntityBringsAFileOrABomb() {
    Tree outside = new Tree(place.resolve("outside")).with("canary.txt", CANARY);
    String file = outside.root().resolve("canary.txt").toUri().toString();
    outside.with("canary.dtd", "<!ENTITY x \"" + CANARY + "\">");
    List<String> documents = documents(file, file.replace("canary.txt", "canary.dtd"));
    assertThat(documents).hasSizeGreaterThanOrEqualTo(12);
    Tree tree = new Tree(place.resolve("tree")).with("Ask.java", Tree.CALL);
    for (int i = 0; i < documents.size(); i++) {
      String text = documents.get(i);
      tree.with("u" + i + "/pom.xml", text);
      tree.with("v" + i + "/pom.xml", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
    }
    for (Format format : Format.values()) {
      CliRun run = tree.run("scan", "--format", format.word());
      assertThat(run.out() + run.err()).as(format.word()).doesNotContain(CANARY).isNotEmpty();
      assertThat(run.out().length()).as("no entity is expanded").isLessThan(2_000_000);
    }
    assertThat(tree.audit().diagnostics())
        .as("each document is named")
        .filteredOn(d -> d.file().endsWith("pom.xml"))
        .hasSizeGreaterThanOrEqualTo(2 * documents.size());
  }

  private static List<String> documents(String file, String dtd) {
    List<String> types = new ArrayList<>();
    types.add("<!DOCTYPE project [<!ENTITY x SYSTEM \"" + file + "\">]>");
    types.add("<!DOCTYPE project [<!ENTITY x PUBLIC \"-//a//b\" \"" + file + "\">]>");
    types.add("<!DOCTYPE project SYSTEM \"" + dtd + "\">");
    types.add("<!DOCTYPE project PUBLIC \"-//a//b\" \"" + dtd + "\">");
    types.add("<!DOCTYPE project [<!ENTITY % p SYSTEM \"" + dtd + "\"> %p;]>");
    types.add("<!DOCTYPE project [<!ENTITY % p \"<!ENTITY x SYSTEM '" + file + "'>\"> %p;]>");
    types.add("<!DOCTYPE project [<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">]>");
    types.add("<!DOCTYPE project [<!ENTITY x SYSTEM \"jar:" + file + "!/x\">]>");
    types.add("<!DOCTYPE project [<!ENTITY x SYSTEM \"../../outside/canary.txt\">]>");
    types.add("<!DOCTYPE project [<!ATTLIST project a CDATA \"&x;\"><!ENTITY x \"y\">]>");
    types.add("<!DOCTYPE project [<!ENTITY x \"&x;\">]>");
    StringBuilder bomb = new StringBuilder("<!DOCTYPE project [<!ENTITY x0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY x" + i + " \"" + ("&x" + (i - 1) + ";").repeat(10) + "\">");
    }
    types.add(bomb + "<!ENTITY x \"&x29;\">]>");
    types.add("<!DOCTYPE project [<!ENTITY x \"" + "a".repeat(100_000) + "\">]>");
    return types.stream()
        .map(type -> type + "<project><artifactId>" + "&x;".repeat(3) + "</artifactId></project>")
        .toList();
  }
}
