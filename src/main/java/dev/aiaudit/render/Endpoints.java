package dev.aiaudit.render;

import dev.aiaudit.escape.Redact;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.FactKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The URLs of a provider that the configuration states; none is made up. */
final class Endpoints {
  private Endpoints() {}

  /** Absolute http and https URLs in the base URL facts of the provider, sorted. */
  static List<String> of(List<ConfigFact> facts, String provider) {
    TreeSet<String> urls = new TreeSet<>();
    for (ConfigFact fact : facts) {
      if (fact.what() == FactKind.BASE_URL && fact.provider().equals(provider)) {
        url(fact.detail()).ifPresent(urls::add);
      }
    }
    return List.copyOf(urls);
  }

  private static Optional<String> url(String detail) {
    int start = detail.indexOf("http");
    if (start < 0) {
      return Optional.empty();
    }
    int end = start;
    while (end < detail.length() && " \t,;\"'<>{}()".indexOf(detail.charAt(end)) < 0) {
      end++;
    }
    try {
      URI uri = new URI(detail.substring(start, end));
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      // User names, passwords and queries are where keys hide.
      return web && uri.getHost() != null
          ? Optional.of(Redact.secrets(plain(uri)))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String plain(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return uri.getScheme() + "://" + uri.getHost() + port + path;
  }
}
