package dev.aiaudit.detect.http;

import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the files of helpers that send what others give them: methods with a URL or request among
 * the parameters.
 */
final class HelperFiles {
  private static final int MAX_ROUNDS = 2;
  private static final int MAX_HELPERS = 100;
  private static final Set<String> CARRIERS =
      Set.of(
          "String",
          "URI",
          "URL",
          "Request",
          "HttpRequest",
          "HttpPost",
          "HttpUriRequest",
          "HttpUrl",
          "Builder");

  private final Surroundings at;
  private final JavaIndex index;

  HelperFiles(Surroundings at, JavaIndex index) {
    this.at = at;
    this.index = index;
  }

  FileSet of(List<ParsedFile> files) {
    Map<String, ParsedFile> found = new LinkedHashMap<>();
    Set<String> known = new LinkedHashSet<>();
    files.forEach(f -> known.add(f.path()));
    List<ParsedFile> open = files;
    for (int round = 0; round < MAX_ROUNDS && !open.isEmpty(); round++) {
      List<ParsedFile> next = new ArrayList<>();
      for (ParsedFile file : open) {
        for (ParsedFile helper : called(file)) {
          if (found.size() < MAX_HELPERS && known.add(helper.path())) {
            found.put(helper.path(), helper);
            next.add(helper);
          }
        }
      }
      open = next;
    }
    return numbers(found);
  }

  private Set<ParsedFile> called(ParsedFile file) {
    Set<ParsedFile> out = new LinkedHashSet<>();
    for (DeclaredType type : file.types()) {
      for (Code code : type.codes()) {
        Nodes.walk(
            code.root(),
            n -> {
              if (n instanceof Expr.Call call && !call.args().isEmpty() && mayLeave(call)) {
                at.typer().callee(call, code).methods().stream()
                    .filter(m -> m.owner().file() != file && carries(m))
                    .flatMap(m -> bodies(m).stream())
                    .map(m -> m.owner().file())
                    .filter(this::sends)
                    .forEach(out::add);
              }
            });
      }
    }
    return out;
  }

  private boolean mayLeave(Expr.Call call) {
    return !index.filesDeclaringMethod(call.name()).isEmpty();
  }

  private List<DeclaredMethod> bodies(DeclaredMethod method) {
    return method.isAbstract() ? at.typer().members().fewOverriding(method) : List.of(method);
  }

  private static boolean carries(DeclaredMethod method) {
    return method.decl().params().stream().anyMatch(p -> CARRIERS.contains(p.type().simpleName()));
  }

  private boolean sends(ParsedFile file) {
    Set<String> clients = at.catalog().httpPackages();
    return file.syntax().imports().stream()
        .anyMatch(
            i ->
                clients.stream().anyMatch(c -> i.name().startsWith(c + ".") || i.name().equals(c)));
  }

  private FileSet numbers(Map<String, ParsedFile> files) {
    FileSet out = FileSet.none();
    for (ParsedFile file : files.values()) {
      for (DeclaredType type : file.types().subList(0, Math.min(1, file.types().size()))) {
        FileSet declaring = index.filesDeclaringType(type.decl().name());
        out =
            out.union(
                FileSet.of(
                    declaring.stream()
                        .filter(f -> at.project().tree().path(f).equals(file.path()))
                        .toArray()));
      }
    }
    return out;
  }
}
