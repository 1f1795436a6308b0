package dev.aiaudit.detect.http;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.HostEntry;
import dev.aiaudit.catalog.ProviderEntry;
import dev.aiaudit.configsource.Gateways;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.Operation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides whether an AI provider serves a URL, and which one. */
final class AiUrls {
  private static final Pattern VARIABLE = Pattern.compile("\\$?\\{[^{}/]*\\}");
  private static final Pattern PRIVATE =
      Pattern.compile(
          "localhost|127\\..*|0\\.0\\.0\\.0|10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|\\[?::1\\]?"
              + "|[^.{}]+|.*\\.(local|internal|svc|cluster\\.local|lan|localhost)|.*\\.svc\\..*");

  /** Hosts of a provider where no model answers. */
  private static final Set<HostEntry.Kind> NO_MODEL =
      EnumSet.of(HostEntry.Kind.AUTH, HostEntry.Kind.MODEL_DOWNLOAD, HostEntry.Kind.VECTOR_STORE);

  private static final String VECTOR_STORE = "vector-store";

  /** Where a URL leads, as far as its host tells. */
  private enum Place {
    /** The host is written, and is nobody's that the catalogue knows. */
    PUBLIC,
    /** A host inside the deployment. */
    PRIVATE,
    /** The host is decided when the program runs. */
    OPEN,
    /** There is no host: only a path is known. */
    NONE
  }

  private final Catalog catalog;
  private final RequestPaths paths;
  private final Gateways gateways;

  AiUrls(Catalog catalog, Gateways gateways) {
    this.catalog = catalog;
    this.gateways = gateways;
    this.paths = new RequestPaths(catalog);
  }

  /** Whether a literal alone, wherever it is used, names an AI host or path. */
  boolean tells(String literal) {
    String url = clean(literal);
    Optional<HostEntry> host = host(url);
    return host.isPresent()
        ? servesModels(host.get()) && (!host.get().weak() || paths.alone(path(url)))
        : paths.alone(path(url));
  }

  /** Whether a literal is a path that a model may serve, which a second sign has to confirm. */
  boolean fits(String literal) {
    return paths.fits(path(clean(literal)));
  }

  /** What a URL says together with the signs around it; empty when it is no AI request. */
  Optional<AiUrl> judge(TextValue value, Signs signs) {
    String url = clean(value.template());
    String path = path(url);
    Optional<HostEntry> host = host(url);
    if (host.isPresent()) {
      return known(host.get(), path, value, signs);
    }
    Place place = place(url);
    boolean fits = paths.fits(path);
    boolean ai =
        paths.alone(path)
            || fits && confirmed(place, signs)
            || signs.header().isPresent() && (fits || bare(path))
            || place == Place.OPEN && fits && hinted(signs)
            || place == Place.OPEN && bare(path) && told(signs);
    if (!ai) {
      return Optional.empty();
    }
    AiUrl unlisted = unlisted(place, path, value, signs);
    return Optional.of(
        place == Place.PRIVATE
            ? gateways.at(url).map(unlisted::servedBy).orElse(unlisted)
            : unlisted);
  }

  private boolean servesModels(HostEntry host) {
    ProviderEntry provider = catalog.providers().get(host.provider());
    return !NO_MODEL.contains(host.kind())
        && (provider == null || !provider.kind().equals(VECTOR_STORE));
  }

  /** Whether the setting that holds the whole URL, or what the body says, is that of a model. */
  private static boolean told(Signs signs) {
    return signs.words().isPresent()
        || signs.dialogue()
        || signs.prompt() && signs.named().isPresent();
  }

  private static boolean hinted(Signs signs) {
    return signs.words().isPresent() || signs.named().isPresent();
  }

  private static boolean confirmed(Place place, Signs signs) {
    return signs.solid() || place != Place.PUBLIC && signs.words().isPresent();
  }

  private Optional<AiUrl> known(HostEntry host, String path, TextValue value, Signs signs) {
    boolean enough = !host.weak() || paths.fits(path) || signs.header().isPresent();
    if (!servesModels(host) && !paths.alone(path) || !enough) {
      return Optional.empty();
    }
    return Optional.of(
        new AiUrl(host.provider(), value.evidence(), operation(path), value.alternative()));
  }

  private AiUrl unlisted(Place place, String path, TextValue value, Signs signs) {
    Optional<String> special = signs.header().or(() -> paths.provider(path));
    String provider =
        switch (place) {
          case PUBLIC -> "unknown";
          case PRIVATE -> special.filter("ollama"::equals).orElse("self-hosted");
          case OPEN -> special.orElse("configured");
          case NONE -> special.orElse("unknown");
        };
    Evidence evidence = provider.equals("unknown") ? Evidence.UNKNOWN : Evidence.DERIVED;
    return new AiUrl(provider, evidence, operation(path), value.alternative());
  }

  private Operation operation(String path) {
    return paths.operationOf(path).orElse(bare(path) ? Operation.CHAT : Operation.OTHER);
  }

  /** Whether nothing is known of the path. */
  private static boolean bare(String path) {
    return path.replace(TextValue.HOLE, "").replace("/", "").isEmpty();
  }

  /** The URL without query, and with one form of hole. */
  private static String clean(String template) {
    String text = VARIABLE.matcher(template.strip()).replaceAll("{}");
    int end = 0;
    while (end < text.length() && "?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String url = text.substring(0, end);
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private Optional<HostEntry> host(String url) {
    int slash = url.indexOf('/');
    boolean bareHost = slash != 0 && url.indexOf('.') > 0 && url.indexOf(' ') < 0;
    boolean port = url.contains(":11434");
    return url.contains("://") || bareHost || port ? catalog.host(url) : Optional.empty();
  }

  /** What follows the host; all of it when there is none. */
  private static String path(String url) {
    int scheme = url.indexOf("://");
    if (scheme >= 0) {
      int slash = url.indexOf('/', scheme + 3);
      return slash < 0 ? "" : url.substring(slash);
    }
    if (url.startsWith(TextValue.HOLE)) {
      return url.substring(TextValue.HOLE.length());
    }
    return url.startsWith("/") || url.isEmpty() ? url : "/" + url;
  }

  private static Place place(String url) {
    int scheme = url.indexOf("://");
    if (scheme < 0) {
      return url.startsWith(TextValue.HOLE) ? Place.OPEN : Place.NONE;
    }
    String authority = url.substring(scheme + 3).split("/", 2)[0];
    String host = authority.substring(authority.lastIndexOf('@') + 1).split(":", 2)[0];
    if (host.contains(TextValue.HOLE)) {
      return Place.OPEN;
    }
    return PRIVATE.matcher(host).matches() ? Place.PRIVATE : Place.PUBLIC;
  }
}
