package dev.aiaudit.hostile;

import dev.aiaudit.cli.CliRun;
import dev.aiaudit.cli.EngineScanner;
import dev.aiaudit.engine.Audit;
import dev.aiaudit.engine.AuditListener;
import dev.aiaudit.engine.AuditRequest;
import dev.aiaudit.model.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A tree of files that somebody hostile or unlucky wrote, and what the tool says about it. */
record Tree(Path root) {
  /** A class with one call that is waited for, so that a scan has something to lose. */
  static final String CALL =
      """
      package shop;
      import dev.langchain4j.model.chat.ChatModel;
      import org.springframework.web.bind.annotation.*;
      @RestController
      class Ask {
        private final ChatModel model;
        Ask(ChatModel model) { this.model = model; }
        @GetMapping("/ask") String ask(String text) { return model.chat(text); }
      }
      """;

  Tree with(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  Tree with(String path, byte[] bytes) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Audits it with two workers. */
  Report audit() {
    return audit(request(2));
  }

  AuditRequest request(int threads) {
    AuditRequest all = AuditRequest.of(root);
    return new AuditRequest(
        root,
        "tree",
        all.includes(),
        all.excludes(),
        all.gitignore(),
        threads,
        all.catalog(),
        all.settings(),
        all.ignoring(),
        all.explained(),
        all.past());
  }

  static Report audit(AuditRequest request) {
    try {
      return new Audit(request, AuditListener.silent(), "test").run().report();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Runs the command line in it. */
  CliRun run(String... arguments) {
    return CliRun.of(root, new EngineScanner("test"), Map.of(), arguments);
  }
}
