package dev.aiaudit.trace.entry;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.entrypoint.EntryPatterns;
import dev.aiaudit.catalog.type.LibraryTypes;
import dev.aiaudit.configsource.Modules;
import dev.aiaudit.detect.CatalogLibraries;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.Project;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.trace.EntryHit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small application given as text, and the entries that are found in it. */
final class App {
  private static final EntryPatterns PATTERNS = EntryPatterns.load(CatalogData.load());
  private static final CatalogLibraries LIBRARIES =
      new CatalogLibraries(Catalog.load(), LibraryTypes.load(CatalogData.load()));
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|record|enum|@interface)\\s+(\\w+)");

  private final Project project;
  private final CatalogEntryPoints entries;
  private final Map<String, String> files = new LinkedHashMap<>();

  /** Each text is one file of the package {@code app} without its package line. */
  static App of(String... sources) {
    return new App(Optional.empty(), sources);
  }

  /** As {@link #of}, with build modules. */
  static App with(Modules modules, String... sources) {
    return new App(Optional.of(modules), sources);
  }

  private App(Optional<Modules> modules, String... sources) {
    for (String source : sources) {
      Matcher name = TYPE.matcher(source);
      if (!name.find()) {
        throw new IllegalArgumentException("no type in " + source);
      }
      files.put("src/main/java/app/" + name.group(1) + ".java", "package app;\n" + source);
    }
    this.project = new Project(new TextTree(files), LIBRARIES);
    this.entries = new CatalogEntryPoints(project, new Typer(project), PATTERNS, modules);
  }

  /** Entries of the methods of that name in all types, anonymous ones included. */
  List<EntryHit> hits(String type, String method) {
    return methods(type, method).stream().flatMap(m -> entries.of(m).stream()).toList();
  }

  /** Each entry as {@code kind waits route}, with {@code -} for what there is not. */
  List<String> entries(String type, String method) {
    return hits(type, method).stream().map(App::line).toList();
  }

  /** What calls in the method of a type make of their arguments, in source order. */
  List<EntryHit> registrationHits(String type, String method) {
    List<EntryHit> out = new ArrayList<>();
    for (DeclaredType declared : types(type)) {
      for (Code code : declared.codes()) {
        boolean wanted = code.method().map(m -> m.name().equals(method)).orElse(false);
        if (wanted) {
          Nodes.walk(code.root(), node -> out.addAll(registered(node, code)));
        }
      }
    }
    return out;
  }

  /** As {@link #entries}, for registrations. */
  List<String> registrations(String type, String method) {
    return registrationHits(type, method).stream().map(App::line).toList();
  }

  private List<EntryHit> registered(Node node, Code code) {
    List<Expr> args =
        node instanceof Expr.Call call
            ? call.args()
            : node instanceof Expr.New creation ? creation.args() : List.of();
    List<EntryHit> out = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      boolean runs =
          args.get(i) instanceof Expr.Lambda
              || args.get(i) instanceof Expr.MethodRef
              || args.get(i) instanceof Expr.New
              || args.get(i) instanceof Expr.This;
      if (runs) {
        out.addAll(entries.registeredBy((Expr) node, i, code));
      }
    }
    return out;
  }

  private List<DeclaredMethod> methods(String type, String method) {
    List<DeclaredMethod> out = new ArrayList<>();
    for (DeclaredType declared : types(type)) {
      declared.methods().stream().filter(m -> m.name().equals(method)).forEach(out::add);
    }
    if (out.isEmpty()) {
      throw new IllegalArgumentException("no method " + type + "." + method);
    }
    return out;
  }

  /** The type and the anonymous types inside it. */
  private List<DeclaredType> types(String name) {
    DeclaredType type = project.find("app." + name).orElseThrow();
    List<DeclaredType> out = new ArrayList<>(List.of(type));
    type.file().types().stream()
        .filter(t -> t.anonymous() && t.outer().filter(out::contains).isPresent())
        .forEach(out::add);
    return out;
  }

  private static String line(EntryHit hit) {
    return hit.kind().word()
        + (hit.waits() ? " waits " : " - ")
        + hit.route().orElse("-")
        + (hit.inProcess() ? " inProcess" : "")
        + (hit.calledByModel() ? " byModel" : "");
  }
}
