package dev.aiaudit.catalog;

import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.model.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts that give a provider away: hosts, URL paths, model ids, HTTP headers. */
final class Signals {
  private static final int LONGEST = 2_000;

  private record PathRule(Pattern pattern, UrlPath meaning) {}

  private record ModelRule(Pattern pattern, Optional<String> provider) {}

  private final List<DataNode> hostNodes;
  private final List<DataNode> pathNodes;
  private final List<DataNode> modelNodes;
  private final List<DataNode> falseFriends;
  private final List<DataNode> setters;
  private final Map<String, String> headers;
  private volatile Optional<List<HostEntry>> hosts = Optional.empty();
  private volatile Optional<List<PathRule>> paths = Optional.empty();
  private volatile Optional<List<ModelRule>> models = Optional.empty();

  Signals(CatalogData data) {
    this.hostNodes = data.section("hosts");
    this.pathNodes = data.section("url-paths");
    this.modelNodes = data.section("model-ids");
    this.falseFriends = data.section("false-friends");
    this.setters = data.section("setters");
    this.headers = new LinkedHashMap<>();
    for (DataNode file : data.section("headers")) {
      for (Map.Entry<String, DataNode> header : file.entries("headers").entrySet()) {
        headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().text());
      }
    }
  }

  List<HostEntry> hosts() {
    Optional<List<HostEntry>> known = hosts;
    if (known.isEmpty()) {
      List<HostEntry> read = new ArrayList<>();
      for (DataNode file : hostNodes) {
        for (Map.Entry<String, DataNode> entry : file.entries("hosts").entrySet()) {
          read.add(host(entry.getKey(), entry.getValue()));
        }
      }
      known = Optional.of(List.copyOf(read));
      hosts = known;
    }
    return known.get();
  }

  private static HostEntry host(String pattern, DataNode node) {
    if (node.isText()) {
      return new HostEntry(pattern, node.text(), "", HostEntry.Kind.API, false);
    }
    node.allowOnly(Set.of("provider", "detail", "kind", "weak"));
    HostEntry.Kind kind =
        node.find("kind")
            .map(word -> SdkReader.word(HostEntry.Kind.values(), word))
            .orElse(HostEntry.Kind.API);
    return new HostEntry(
        pattern, node.text("provider"), node.text("detail", ""), kind, node.flag("weak"));
  }

  /** Texts that occur in source or config files that name an AI host. */
  Set<String> seeds() {
    Set<String> seeds = new LinkedHashSet<>();
    for (HostEntry host : hosts()) {
      if (!host.weak() && host.kind() != HostEntry.Kind.VECTOR_STORE) {
        seeds.add(seed(host.pattern()));
      }
    }
    return seeds;
  }

  /** The first fixed part; of a pattern that starts with a star, the part after it. */
  private static String seed(String pattern) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern;
    }
    return star > 0 ? pattern.substring(0, star) : pattern.substring(pattern.lastIndexOf('*') + 1);
  }

  Optional<HostEntry> host(String hostOrUrl) {
    if (hostOrUrl.length() > LONGEST) {
      return Optional.empty();
    }
    String authority = authority(hostOrUrl);
    int colon = authority.lastIndexOf(':');
    String bare = colon < 0 ? authority : authority.substring(0, colon);
    return hosts().stream()
        .filter(h -> Wildcard.matches(h.pattern(), h.pattern().contains(":") ? authority : bare))
        .findFirst();
  }

  private static String authority(String hostOrUrl) {
    int scheme = hostOrUrl.indexOf("://");
    int start = scheme < 0 ? 0 : scheme + 3;
    int end = start;
    while (end < hostOrUrl.length() && "/?#\"' ".indexOf(hostOrUrl.charAt(end)) < 0) {
      end++;
    }
    while (end > start && hostOrUrl.charAt(end - 1) == '}') {
      end--; // the default of a placeholder: ${URL:https://host}
    }
    String authority = hostOrUrl.substring(start, end);
    return authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  Optional<UrlPath> path(String literal) {
    if (literal.length() > LONGEST) {
      return Optional.empty();
    }
    String path = literal.split("[?#]", 2)[0];
    return paths().stream()
        .filter(rule -> rule.pattern.matcher(path).find())
        .map(PathRule::meaning)
        .findFirst();
  }

  private List<PathRule> paths() {
    Optional<List<PathRule>> known = paths;
    if (known.isEmpty()) {
      List<PathRule> read = new ArrayList<>();
      for (DataNode file : pathNodes) {
        for (DataNode node : file.items("paths")) {
          node.allowOnly(Set.of("path", "provider", "operation", "weak"));
          Operation operation = SdkReader.word(Operation.values(), node.get("operation"));
          UrlPath meaning = new UrlPath(node.text("provider"), operation, node.flag("weak"));
          read.add(new PathRule(Pattern.compile(node.text("path")), meaning));
        }
      }
      known = Optional.of(List.copyOf(read));
      paths = known;
    }
    return known.get();
  }

  Optional<String> providerOfModel(String modelId) {
    if (modelId.isBlank() || modelId.length() > LONGEST) {
      return Optional.empty();
    }
    return models().stream()
        .filter(rule -> rule.pattern.matcher(modelId).find())
        .findFirst()
        .flatMap(ModelRule::provider);
  }

  /** Whether an id is one of a known family of models, whoever serves it. */
  boolean isModel(String modelId) {
    return !modelId.isBlank()
        && modelId.length() <= LONGEST
        && models().stream().anyMatch(rule -> rule.pattern.matcher(modelId).find());
  }

  /** What a model of that id is for, when its name says so. */
  Optional<Operation> operationOfModel(String modelId) {
    for (DataNode file : modelNodes) {
      for (DataNode node : file.items("operations")) {
        if (Pattern.compile(node.text("id")).matcher(modelId).find()) {
          return Optional.of(SdkReader.word(Operation.values(), node.get("operation")));
        }
      }
    }
    return Optional.empty();
  }

  private List<ModelRule> models() {
    Optional<List<ModelRule>> known = models;
    if (known.isEmpty()) {
      List<ModelRule> read = new ArrayList<>();
      for (DataNode file : modelNodes) {
        for (DataNode node : file.items("models")) {
          node.allowOnly(Set.of("id", "provider"));
          read.add(new ModelRule(Pattern.compile(node.text("id")), node.findText("provider")));
        }
      }
      known = Optional.of(List.copyOf(read));
      models = known;
    }
    return known.get();
  }

  Optional<String> providerOfHeader(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Why a type or package is no AI use although its name looks like it. */
  Optional<String> falseFriend(String name) {
    for (DataNode file : falseFriends) {
      Optional<String> type = file.get("types").findText(name);
      if (type.isPresent()) {
        return type;
      }
      for (Map.Entry<String, DataNode> entry : file.entries("packages").entrySet()) {
        if (name.equals(entry.getKey()) || name.startsWith(entry.getKey() + ".")) {
          return Optional.of(entry.getValue().text());
        }
      }
    }
    return Optional.empty();
  }

  Set<String> setters(String kind) {
    Set<String> names = new LinkedHashSet<>();
    setters.forEach(file -> names.addAll(file.texts(kind)));
    return names;
  }
}
