package dev.aiaudit.catalog.facts;

import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.data.DataNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads provider facts from catalogue data. */
public final class ProviderFactsReader {
  private static final String SECTION = "provider-facts";
  private static final Set<String> EVIDENCE = Set.of("official", "quoted", "unverified");
  private static final Set<String> KEYS =
      Set.of(
          "provider",
          "checked-on",
          "status-pages",
          "outage",
          "quota",
          "sla",
          "hosts",
          "env",
          "request-id",
          "retry-headers",
          "sample");

  private static final Pattern PERCENT = Pattern.compile("\\d{2}(\\.\\d{1,6})?");

  private ProviderFactsReader() {}

  /** The facts that ship with this program, by provider id. */
  public static Map<String, ProviderFacts> all(CatalogData data) {
    return with(data, List.of());
  }

  /**
   * The facts that ship with this program and those of a user, which replace the shipped ones of
   * the same provider.
   *
   * @param added nodes in the form of a file of {@code src/main/catalog/provider-facts}
   * @throws dev.aiaudit.catalog.data.DataException when a node is malformed
   */
  public static Map<String, ProviderFacts> with(CatalogData data, List<DataNode> added) {
    Map<String, ProviderFacts> facts = new TreeMap<>();
    for (DataNode file : data.section(SECTION)) {
      put(file, facts);
    }
    added.forEach(node -> put(node, facts));
    return facts;
  }

  private static void put(DataNode node, Map<String, ProviderFacts> facts) {
    ProviderFacts read = read(node);
    facts.put(read.provider(), read);
  }

  private static ProviderFacts read(DataNode node) {
    node.allowOnly(KEYS);
    Optional<DataNode> sla = node.find("sla");
    Optional<DataNode> sample = node.find("sample");
    return new ProviderFacts(
        node.text("provider"),
        node.text("checked-on"),
        facts(node, "status-pages"),
        shapes(node, "outage"),
        shapes(node, "quota"),
        sla.map(ProviderFactsReader::fact),
        sla.flatMap(s -> s.find("percent")).map(ProviderFactsReader::percent),
        sla.flatMap(s -> s.findText("measured-on")),
        facts(node, "hosts"),
        facts(node, "env"),
        facts(node, "request-id"),
        facts(node, "retry-headers"),
        sample.map(s -> s.text("code")),
        sample.map(s -> s.text("body")));
  }

  private static BigDecimal percent(DataNode node) {
    if (!PERCENT.matcher(node.text()).matches()) {
      throw node.fault("percent must be a number below 100, such as 99.9");
    }
    return new BigDecimal(node.text());
  }

  private static List<SourcedFact> facts(DataNode node, String key) {
    return node.items(key).stream().map(ProviderFactsReader::fact).toList();
  }

  private static SourcedFact fact(DataNode node) {
    String evidence = node.text("evidence");
    if (!EVIDENCE.contains(evidence)) {
      throw node.fault("evidence must be official, quoted or unverified");
    }
    return new SourcedFact(node.text("text"), evidence, node.text("source"));
  }

  private static List<AnswerShape> shapes(DataNode node, String key) {
    return node.items(key).stream()
        .map(n -> new AnswerShape(n.text("code"), n.findText("sign"), fact(n)))
        .toList();
  }
}
