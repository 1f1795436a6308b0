package dev.aiaudit.detect.provider;

import dev.aiaudit.engine.Audit;
import dev.aiaudit.engine.AuditListener;
import dev.aiaudit.engine.AuditRequest;
import dev.aiaudit.model.CallSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small tree in a folder, audited as a whole. */
final class ProviderExample {
  private final Path root;
  private final StringBuilder dependencies = new StringBuilder();

  ProviderExample(Path root) {
    this.root = root;
  }

  /** Adds a dependency {@code group:artifact} to the one module. */
  ProviderExample uses(String coordinates) {
    String[] parts = coordinates.split(":");
    dependencies.append(
        "<dependency><groupId>%s</groupId><artifactId>%s</artifactId></dependency>"
            .formatted(parts[0], parts[1]));
    return this;
  }

  /** Adds lines of {@code application.properties}. */
  ProviderExample set(String... lines) throws IOException {
    return file("src/main/resources/application.properties", String.join("\n", lines));
  }

  /** Adds a Java file of the package {@code app}, named by its first top-level type. */
  ProviderExample java(String name, String imports, String body) throws IOException {
    StringBuilder text = new StringBuilder("package app;\n");
    for (String i : imports.split(",")) {
      text.append("import ").append(i.strip()).append(";\n");
    }
    return file("src/main/java/app/" + name + ".java", text + body);
  }

  /** Adds any file. */
  ProviderExample file(String path, String text) throws IOException {
    Path target = root.resolve(path);
    Files.createDirectories(target.getParent());
    Files.writeString(target, text);
    return this;
  }

  /** The sites in main code, in order. */
  List<CallSite> sites() throws IOException, InterruptedException {
    file(
        "pom.xml",
        "<project><groupId>app</groupId><artifactId>app</artifactId><version>1</version>"
            + "<dependencies>"
            + dependencies
            + "</dependencies></project>");
    return new Audit(AuditRequest.of(root), AuditListener.silent(), "test")
        .run().report().inventory().callSites().stream().filter(s -> !s.inTest()).toList();
  }

  /** The one site. */
  CallSite site() throws IOException, InterruptedException {
    List<CallSite> all = sites();
    if (all.size() != 1) {
      throw new AssertionError("expected one site but found " + all);
    }
    return all.get(0);
  }
}
