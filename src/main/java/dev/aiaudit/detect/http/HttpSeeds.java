package dev.aiaudit.detect.http;

import dev.aiaudit.catalog.Sdk;
import dev.aiaudit.catalog.ServiceAnnotation;
import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.resolve.ParsedFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which files can hold a plain HTTP request to an AI provider. Starts from AI hosts and
 * paths in literals and settings, so that a tree without any is not parsed for this at all.
 */
public final class HttpSeeds {
  private static final int MAX_FILES = 400;

  /** What a chat request is made of, whatever the host. */
  private static final String BODY_KEY = "messages";

  private static final Set<String> URL_TYPES = Set.of("String", "URI", "URL", "HttpUrl");

  private final Surroundings at;
  private final HttpContext context;
  private final AiUrls urls;
  private final JavaIndex index;
  private final AiSettings settings;

  /** Seeds for a finder. */
  public HttpSeeds(Surroundings at, HttpCalls calls) {
    this.at = at;
    this.context = calls.context();
    this.urls = calls.urls();
    this.index = at.project().index();
    this.settings = new AiSettings(at, urls);
  }

  /** Files to parse, with those in which their helpers and clients are. */
  public FileSet files() {
    FileSet clients = index.filesImportingUnder(at.catalog().httpPackages());
    FileSet literal =
        index
            .filesWithLiteral(urls::tells)
            .union(index.filesWithLiteral(urls::fits).intersect(clients))
            .union(index.filesWithLiteral(HttpSeeds::isBodyKey).intersect(clients))
            .union(index.filesWithLiteral(settings::refersToUrl));
    if (literal.isEmpty() && settings.isEmpty()) {
      return FileSet.none();
    }
    FileSet found = literal.union(limited(settings.users(clients)));
    found = found.union(limited(remoteInterfaces(clients)));
    List<ParsedFile> parsed = load(found);
    FileSet using = FileSet.none();
    for (ParsedFile file : parsed) {
      using = using.union(users(file, clients));
    }
    found = found.union(limited(using));
    return found.union(helpers(load(found)));
  }

  private static boolean isBodyKey(String literal) {
    return literal.equals(BODY_KEY)
        || literal.startsWith("\"" + BODY_KEY)
        || literal.startsWith("\\\"" + BODY_KEY);
  }

  private static FileSet limited(FileSet files) {
    return files.size() <= MAX_FILES
        ? files
        : FileSet.of(files.stream().limit(MAX_FILES).toArray());
  }

  private List<ParsedFile> load(FileSet files) {
    at.project().tree().loadAll(files);
    List<ParsedFile> out = new ArrayList<>();
    files.stream().forEach(f -> at.project().tree().load(f).ifPresent(out::add));
    return out;
  }

  /** Files that declare interfaces which an HTTP library implements. */
  private FileSet remoteInterfaces(FileSet clients) {
    FileSet out = FileSet.none();
    for (ServiceAnnotation a : at.catalog().aiServiceAnnotations()) {
      if (at.catalog().sdk(a.sdk()).map(Sdk::http).orElse(false)) {
        String simple = a.type().substring(a.type().lastIndexOf('.') + 1);
        out = out.union(index.filesAnnotated(simple).intersect(index.filesImporting(a.type())));
      }
    }
    return out.intersect(clients);
  }

  /**
   * Files that use what a file declares: constants with a URL, clients with a base URL, remote
   * interfaces.
   */
  private FileSet users(ParsedFile file, FileSet clients) {
    FileSet out = FileSet.none();
    for (DeclaredType type : file.types()) {
      FileSet naming = index.filesMentioning(type.decl().name());
      if (holdsUrl(type)) {
        out = out.union(naming.intersect(clients));
      }
      if (isAiInterface(type)) {
        out = out.union(naming);
      }
      for (String client : clientBeans(type)) {
        out = out.union(index.filesMentioning(client).intersect(clients));
      }
    }
    return out;
  }

  private boolean holdsUrl(DeclaredType type) {
    return type.codes().stream()
        .filter(c -> c.method().map(HttpSeeds::mayGiveUrl).orElse(true))
        .anyMatch(c -> Literals.of(c).stream().anyMatch(urls::tells));
  }

  private static boolean mayGiveUrl(DeclaredMethod method) {
    return method.decl().params().isEmpty()
        || URL_TYPES.contains(method.decl().returnType().simpleName());
  }

  private boolean isAiInterface(DeclaredType type) {
    return type.decl().isInterface()
        && type.methods().stream()
            .flatMap(m -> context.interfaces().urls(m).stream())
            .flatMap(List::stream)
            .anyMatch(u -> urls.tells(u.template()) || urls.fits(u.template()));
  }

  private Set<String> clientBeans(DeclaredType type) {
    Set<String> out = new LinkedHashSet<>();
    for (DeclaredMethod m : type.methods()) {
      boolean bean =
          m.decl().annotations().stream().anyMatch(a -> a.simpleName().matches("Bean|Produces"));
      if (bean && m.code().isPresent()) {
        JavaType returned =
            at.project()
                .names()
                .resolve(m.decl().returnType(), type, java.util.Optional.of(m.decl()));
        if (at.catalog().sdkOfType(returned.name()).map(Sdk::http).orElse(false)) {
          out.add(returned.simpleName());
        }
      }
    }
    return out;
  }

  /** Files of helpers to which the files pass a URL. */
  private FileSet helpers(List<ParsedFile> files) {
    return new HelperFiles(at, index).of(files);
  }
}
