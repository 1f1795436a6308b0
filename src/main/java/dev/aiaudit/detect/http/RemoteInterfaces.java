package dev.aiaudit.detect.http;

import dev.aiaudit.catalog.Sdk;
import dev.aiaudit.catalog.ServiceAnnotation;
import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.bean.Beans;
import dev.aiaudit.syntax.Annotation;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Interfaces of the tree whose methods an HTTP library implements as requests: Feign, Retrofit,
 * HTTP interfaces.
 */
final class RemoteInterfaces {
  private static final List<String> PATH_MEMBERS =
      List.of("value", "url", "path", "uri", "baseUri", "baseURL", "id");
  private static final Set<String> MAKERS =
      Set.of("create", "createClient", "target", "build", "newInstance", "client");
  private static final int MAX_FILES = 30;

  private final Surroundings at;
  private final TextValues texts;
  private final Callers callers;
  private final Beans beans;
  private final Settings settings;
  private final Map<String, ServiceAnnotation> known = new HashMap<>();
  private final Map<DeclaredMethod, Optional<List<TextValue>>> urls = new HashMap<>();
  private final Map<DeclaredType, List<TextValue>> bases = new HashMap<>();
  private final Map<String, Boolean> declared = new HashMap<>();
  private Optional<FileSet> annotated = Optional.empty();

  RemoteInterfaces(Surroundings at, TextValues texts, Callers callers, Beans beans) {
    this.at = at;
    this.texts = texts;
    this.callers = callers;
    this.beans = beans;
    this.settings = new Settings(at.config());
    at.catalog().aiServiceAnnotations().stream()
        .filter(a -> at.catalog().sdk(a.sdk()).map(Sdk::http).orElse(false))
        .forEach(a -> known.put(a.type(), a));
  }

  /** What the search shares, with these interfaces. */
  HttpContext context() {
    return new HttpContext(at, texts, callers, beans, this);
  }

  /** Whether a file with an annotation of such a library declares a method of that name. */
  boolean mayDeclare(String method) {
    JavaIndex index = at.project().index();
    if (annotated.isEmpty()) {
      FileSet files = FileSet.none();
      for (String type : known.keySet()) {
        files = files.union(index.filesAnnotated(type.substring(type.lastIndexOf('.') + 1)));
      }
      annotated = Optional.of(files);
    }
    return declared.computeIfAbsent(
        method, name -> !index.filesDeclaringMethod(name).intersect(annotated.get()).isEmpty());
  }

  /** The library that implements the method as a request, if one does. */
  Optional<Sdk> sdk(DeclaredMethod method) {
    if (!method.isAbstract() || !method.owner().decl().isInterface()) {
      return Optional.empty();
    }
    return annotation(method.decl().annotations(), method.owner(), ServiceAnnotation.Role.METHOD)
        .or(
            () ->
                annotation(
                    method.owner().decl().annotations(),
                    method.owner(),
                    ServiceAnnotation.Role.SERVICE))
        .flatMap(a -> at.catalog().sdk(a.sdk()));
  }

  private Optional<ServiceAnnotation> annotation(
      List<Annotation> annotations, DeclaredType in, ServiceAnnotation.Role role) {
    return annotations.stream()
        .flatMap(a -> known(a, in).stream())
        .filter(a -> a.role() == role)
        .findFirst();
  }

  /**
   * What an annotation is, by its full name, or by its simple name from a package imported on
   * demand.
   */
  private Optional<ServiceAnnotation> known(Annotation a, DeclaredType in) {
    ServiceAnnotation named =
        known.get(at.project().names().resolve(TypeRef.of(a.name()), in).name());
    return named != null
        ? Optional.of(named)
        : in.file().syntax().imports().stream()
            .filter(i -> i.onDemand() && !i.isStatic())
            .flatMap(i -> Optional.ofNullable(known.get(i.name() + "." + a.name())).stream())
            .findFirst();
  }

  /** The URLs of the request that a method stands for; empty when it stands for none. */
  Optional<List<TextValue>> urls(DeclaredMethod method) {
    Optional<List<TextValue>> found = urls.get(method);
    if (found == null) {
      urls.put(method, Optional.empty());
      found = sdk(method).map(s -> request(method));
      urls.put(method, found);
    }
    return found;
  }

  private List<TextValue> request(DeclaredMethod method) {
    DeclaredType type = method.owner();
    List<TextValue> path = path(method.decl().annotations(), type);
    List<TextValue> base = bases.get(type);
    if (base == null) {
      bases.put(type, List.of());
      base = base(type);
      bases.put(type, base);
    }
    if (base.isEmpty() || path.stream().allMatch(p -> p.template().contains("://"))) {
      return path;
    }
    return Texts.slash(base, path.isEmpty() ? List.of(TextValue.EMPTY) : path);
  }

  private List<TextValue> path(List<Annotation> annotations, DeclaredType in) {
    List<TextValue> out = new ArrayList<>();
    for (Annotation a : annotations) {
      boolean mapping =
          a.simpleName()
              .matches(
                  ".*(Mapping|Exchange)|GET|POST|PUT|DELETE|PATCH|HTTP|Path|RequestLine|Post|Get|Put|Delete");
      if (mapping) {
        for (String member : List.of("value", "url", "path", "uri")) {
          a.member(member).ifPresent(e -> out.addAll(written(e, in)));
        }
      }
    }
    return Texts.map(out, RemoteInterfaces::withoutVerb);
  }

  /** Feign writes {@code POST /path}. */
  private static String withoutVerb(String text) {
    return text.matches("[A-Z]+ .*") ? text.substring(text.indexOf(' ') + 1).strip() : text;
  }

  private List<TextValue> written(Expr member, DeclaredType in) {
    Expr first =
        member instanceof Expr.ArrayOf a && !a.values().isEmpty() ? a.values().get(0) : member;
    List<TextValue> out = new ArrayList<>();
    for (TextValue v : texts.of(first, Code.ofAnnotation(in, first))) {
      out.addAll(
          v.template().contains("${") ? settings.placeholders(v.template(), in) : List.of(v));
    }
    return out;
  }

  /**
   * What comes before the path of every method: written at the type, in settings, or where the
   * proxy is made.
   */
  private List<TextValue> base(DeclaredType type) {
    List<TextValue> hosts = new ArrayList<>();
    List<TextValue> prefix = new ArrayList<>();
    for (Annotation a : type.decl().annotations()) {
      String name = a.simpleName();
      if (name.equals("RegisterRestClient")) {
        hosts.addAll(registered(a, type));
      } else if (name.equals("FeignClient")) {
        a.member("url").ifPresent(e -> hosts.addAll(written(e, type)));
        a.member("path").ifPresent(e -> prefix.addAll(written(e, type)));
      } else if (name.matches("HttpExchange|Path|RequestMapping")) {
        PATH_MEMBERS.forEach(m -> a.member(m).ifPresent(e -> prefix.addAll(written(e, type))));
      } else if (name.matches("Client|BaseRequest|ForestClient")) {
        PATH_MEMBERS.forEach(m -> a.member(m).ifPresent(e -> hosts.addAll(written(e, type))));
      }
    }
    if (hosts.isEmpty()) {
      hosts.addAll(made(type));
    }
    if (prefix.isEmpty() || hosts.isEmpty()) {
      return hosts.isEmpty() ? prefix : hosts;
    }
    return Texts.slash(hosts, prefix);
  }

  private List<TextValue> registered(Annotation a, DeclaredType type) {
    List<String> names = new ArrayList<>(List.of(type.name()));
    a.member("configKey").ifPresent(e -> written(e, type).forEach(v -> names.add(0, v.template())));
    List<TextValue> out = new ArrayList<>();
    for (String name : names) {
      for (String key :
          List.of(
              "quarkus.rest-client." + name + ".url",
              "quarkus.rest-client.\"" + name + "\".url",
              "quarkus.rest-client." + name + ".uri",
              name + "/mp-rest/url",
              name + "/mp-rest/uri")) {
        settings.key(key, List.of(), type).stream().filter(v -> !v.unknown()).forEach(out::add);
      }
    }
    if (out.isEmpty()) {
      a.member("baseUri").ifPresent(e -> out.addAll(written(e, type)));
    }
    return out.isEmpty() ? List.of(TextValue.unset(names.get(0))) : out;
  }

  /** The base URL of the client with which code makes an object of the interface. */
  private List<TextValue> made(DeclaredType type) {
    FileSet files = at.project().index().filesMentioning(type.decl().name());
    List<TextValue> out = new ArrayList<>();
    for (int file : files.stream().limit(MAX_FILES).toArray()) {
      at.project().tree().load(file).stream()
          .flatMap(f -> f.types().stream())
          .flatMap(t -> t.codes().stream())
          .forEach(
              code ->
                  Nodes.walk(
                      code.root(),
                      n -> {
                        if (n instanceof Expr.Call call
                            && MAKERS.contains(call.name())
                            && makes(call, type, code)) {
                          out.addAll(RequestTrail.of(call, code, context()).urls());
                        }
                      }));
    }
    return Texts.distinct(out);
  }

  private boolean makes(Expr.Call call, DeclaredType type, Code code) {
    return call.args().stream()
        .anyMatch(
            a ->
                a instanceof Expr.ClassLiteral literal
                    && at.typer().resolve(literal.type(), code).is(type.name()));
  }
}
