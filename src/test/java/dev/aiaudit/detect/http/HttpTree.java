package dev.aiaudit.detect.http;

import dev.aiaudit.engine.Audit;
import dev.aiaudit.engine.AuditListener;
import dev.aiaudit.engine.AuditRequest;
import dev.aiaudit.model.CallSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small project in a folder, and the requests that an audit finds in it. */
final class HttpTree {
  private final Path root;

  HttpTree(Path root) {
    this.root = root;
    file("pom.xml", "<project><artifactId>app</artifactId></project>");
  }

  HttpTree file(String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes {@code app/Name.java} with a package and the imports given before the class. */
  HttpTree java(String name, String imports, String body) {
    StringBuilder text = new StringBuilder("package app;\n");
    for (String i : imports.isBlank() ? new String[0] : imports.split(" ")) {
      text.append("import ").append(i).append(";\n");
    }
    return file("src/main/java/app/" + name + ".java", text.append(body).toString());
  }

  HttpTree properties(String text) {
    return file("src/main/resources/application.properties", text);
  }

  List<CallSite> found() {
    try {
      return new Audit(AuditRequest.of(root), AuditListener.silent(), "test")
          .run()
          .report()
          .inventory()
          .callSites();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Each request as {@code library provider operation mode}. */
  List<String> sites() {
    return found().stream()
        .map(
            s ->
                String.join(
                    " ",
                    s.sdk().replace("http:", ""),
                    s.provider() + (s.candidates().isEmpty() ? "" : s.candidates().toString()),
                    s.operation().word(),
                    s.mode().word()))
        .toList();
  }
}
