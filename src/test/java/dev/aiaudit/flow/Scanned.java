package dev.aiaudit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.engine.Audit;
import dev.aiaudit.engine.AuditListener;
import dev.aiaudit.engine.AuditRequest;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Handling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small project in a folder and what an audit finds in it. */
final class Scanned {
  private final List<CallSite> sites;

  private Scanned(List<CallSite> sites) {
    this.sites = sites;
  }

  /** Writes files, given as path and text in turn, and audits them. */
  static Scanned of(Path folder, String... files) throws IOException, InterruptedException {
    for (int i = 0; i < files.length; i += 2) {
      Path file = folder.resolve(files[i]);
      Files.createDirectories(file.getParent());
      Files.writeString(file, files[i + 1]);
    }
    return new Scanned(
        new Audit(AuditRequest.of(folder), AuditListener.silent(), "test")
            .run()
            .report()
            .inventory()
            .callSites());
  }

  CallSite only() {
    assertThat(sites).hasSize(1);
    return sites.get(0);
  }

  Handling handling() {
    return only().handling();
  }

  List<Handling> handlings() {
    return sites.stream().map(CallSite::handling).toList();
  }

  /** The guards as {@code kind}, or {@code kind: reason} when it cannot act. */
  List<String> guards() {
    return only().guards().stream()
        .filter(g -> !g.by().equals("sdk-default"))
        .map(
            g ->
                g.kind().word()
                    + g.value().map(v -> " " + v).orElse("")
                    + g.reason().map(r -> ": " + r).orElse(""))
        .toList();
  }

  /** Of the first site: {@code handling=none}, {@code effective=retry}, {@code waits=true}. */
  List<String> facts() {
    assertThat(sites).isNotEmpty();
    List<String> out = new ArrayList<>();
    CallSite site = sites.get(0);
    out.add("handling=" + site.handling().word());
    out.add("coupling=" + site.coupling().word());
    out.add("wait=" + site.worstWait().map(Object::toString).orElse("unknown"));
    for (Guard g : site.guards()) {
      if (!g.by().equals("sdk-default")) {
        out.add((g.effective() ? "effective=" : "ineffective=") + g.kind().word());
        g.value().ifPresent(v -> out.add(g.kind().word() + "=" + v));
        g.reason().ifPresent(r -> out.add("why " + g.kind().word() + ": " + r));
      }
    }
    return out;
  }

  String reason(GuardKind kind) {
    return only().guards().stream()
        .filter(g -> g.kind() == kind)
        .flatMap(g -> g.reason().stream())
        .findFirst()
        .orElse("");
  }

  boolean effective(GuardKind kind) {
    return only().guards().stream().anyMatch(g -> g.kind() == kind && g.effective());
  }
}
