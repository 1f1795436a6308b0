package dev.aiaudit.engine;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.NotCall;
import dev.aiaudit.catalog.Sdk;
import dev.aiaudit.configsource.FileKind;
import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Diagnostic;
import dev.aiaudit.model.Report;
import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import dev.aiaudit.workspace.SourceFile;
import dev.aiaudit.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells of one file what the audit made of it, after the audit is done. */
final class FileAccounts {
  private static final Map<String, String> NO_REQUEST =
      Map.of(
          "prepares", "prepares a request that is sent elsewhere",
          "local", "is answered in this process",
          "reads", "reads an answer that is already under way");

  private final Workspace workspace;
  private final JavaSources sources;
  private final Surroundings at;
  private final Report report;

  FileAccounts(Workspace workspace, JavaSources sources, Surroundings at, Report report) {
    this.workspace = workspace;
    this.sources = sources;
    this.at = at;
    this.report = report;
  }

  FileAccount of(String path) {
    Optional<SourceFile> file = workspace.find(path);
    Optional<Integer> number = sources.number(path);
    Optional<ParsedFile> parsed = number.flatMap(sources::parsedFile);
    List<CallSite> sites =
        report.inventory().callSites().stream()
            .filter(s -> s.location().file().equals(path))
            .toList();
    return new FileAccount(
        path,
        file.map(f -> state(f, number, parsed.isPresent()))
            .orElse("is not part of the scan: " + WHY),
        number.map(this::libraries).orElse(List.of()),
        parsed.map(FileAccounts::types).orElse(List.of()),
        parsed.map(this::clients).orElse(List.of()),
        sites,
        parsed.map(f -> ruledOut(f, sites)).orElse(List.of()),
        report.inventory().configFacts().stream()
            .filter(f -> f.location().file().equals(path))
            .toList(),
        diagnostics(path));
  }

  private static final String WHY =
      "it does not exist below the root, is ignored by git, or is excluded";

  private List<Diagnostic> diagnostics(String path) {
    return report.diagnostics().stream().filter(d -> d.file().equals(path)).toList();
  }

  private String state(SourceFile file, Optional<Integer> number, boolean parsed) {
    if (file.skipReason().isPresent()) {
      return "was not read: " + file.skipReason().get().text();
    }
    if (number.isEmpty()) {
      return FileKind.of(file.path()).isPresent()
          ? "was read as configuration"
          : "is of a kind that is not analysed";
    }
    if (parsed) {
      return sources.isTest(number.get()) ? "was parsed, as test code" : "was parsed";
    }
    return diagnostics(file.path()).isEmpty()
        ? "was indexed and not parsed: nothing in it can be a request or lead to one"
        : "was not parsed";
  }

  private List<String> libraries(int file) {
    return sources.index().importsOf(file).stream()
        .flatMap(i -> library(i.name()).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private Optional<String> library(String imported) {
    for (int end = imported.length(); end > 0; end = imported.lastIndexOf('.', end - 1)) {
      Optional<Sdk> sdk = at.catalog().sdkOfPackage(imported.substring(0, end));
      if (sdk.isPresent()) {
        return sdk.map(Sdk::id);
      }
    }
    return Optional.empty();
  }

  private static List<String> types(ParsedFile file) {
    return file.types().stream().filter(t -> !t.anonymous()).map(DeclaredType::name).toList();
  }

  private List<FileAccount.Note> clients(ParsedFile file) {
    List<FileAccount.Note> out = new ArrayList<>();
    for (DeclaredType type : file.types()) {
      type.decl()
          .fields()
          .forEach(
              f ->
                  note(f.span().startLine(), f.name(), at.project().names().resolve(f.type(), type))
                      .ifPresent(out::add));
      type.codes().forEach(code -> locals(code, out));
    }
    out.sort(Comparator.comparingInt(FileAccount.Note::line));
    return out;
  }

  private void locals(Code code, List<FileAccount.Note> out) {
    Nodes.walk(
        code.root(),
        node -> {
          if (node instanceof Stmt.Local local) {
            JavaType written = at.typer().resolve(local.type(), code);
            JavaType type =
                written.isKnown()
                    ? written
                    : local.init().map(e -> at.typer().typeOf(e, code)).orElse(written);
            note(local.span().startLine(), local.name(), type).ifPresent(out::add);
          }
        });
  }

  private Optional<FileAccount.Note> note(int line, String name, JavaType type) {
    Catalog catalog = at.catalog();
    return type.isKnown() && catalog.knows(type.name())
        ? catalog
            .sdkOfType(type.name())
            .map(s -> new FileAccount.Note(line, name + ": " + type.name() + " (" + s.id() + ")"))
        : Optional.empty();
  }

  private List<FileAccount.Note> ruledOut(ParsedFile file, List<CallSite> sites) {
    List<FileAccount.Note> out = new ArrayList<>();
    for (DeclaredType type : file.types()) {
      for (Code code : type.codes()) {
        Nodes.walk(
            code.root(),
            node -> {
              if (node instanceof Expr.Call call) {
                int line = code.location(call).startLine();
                boolean site =
                    sites.stream().anyMatch(s -> s.location().equals(code.location(call)));
                Optional<String> reason = site ? Optional.empty() : reason(call, code);
                reason.ifPresent(r -> out.add(new FileAccount.Note(line, call.name() + "() " + r)));
              }
            });
      }
    }
    return out;
  }

  private Optional<String> reason(Expr.Call call, Code code) {
    Callee callee = at.typer().callee(call, code);
    String type = callee.receiver().name();
    if (!callee.receiver().isKnown() || !at.catalog().knows(type)) {
      return Optional.empty();
    }
    Optional<NotCall> not = at.catalog().notCall(type, call.name(), call.args().size());
    if (not.isPresent()) {
      String reason = not.get().reason();
      return Optional.of("makes no request: " + NO_REQUEST.getOrDefault(reason, reason));
    }
    boolean http = at.catalog().sdkOfType(type).filter(Sdk::http).isPresent();
    return http && at.catalog().call(type, call.name(), call.args().size()).isPresent()
        ? Optional.of("sends a request, and nothing ties its URL to an AI provider")
        : Optional.empty();
  }
}
