package dev.aiaudit.render.html;

import static dev.aiaudit.render.Markup.text;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Filters of the page that need no script: radio buttons, and CSS that hides what is not chosen.
 * One filter, by provider, acts on the whole page; the others on the rows of their section.
 */
final class Filters {
  /** More providers than this are filtered together, as the last one. */
  private static final int MOST = 12;

  private final List<String> providers;
  private final Map<String, String> names;

  Filters(Report report) {
    Set<String> all = new TreeSet<>();
    report.providers().forEach(provider -> all.add(provider.id()));
    report.inventory().entryPoints().forEach(entry -> all.addAll(entry.outage().keySet()));
    report.inventory().callSites().forEach(site -> all.addAll(ids(site)));
    report.inventory().configFacts().forEach(fact -> all.add(fact.provider()));
    this.providers = List.copyOf(all);
    this.names =
        report.providers().stream()
            .collect(Collectors.toMap(Provider::id, Provider::name, (a, b) -> a));
  }

  /** One button of a filter, and the class of the rows that it leaves. */
  record Choice(String word, String label, long rows) {}

  /** The filter of the whole page; it must stand before the sections. */
  void byProvider(StringBuilder page) {
    if (providers.size() < 2) {
      return;
    }
    page.append("<p class=\"soft filter\">Show only what concerns</p>\n");
    radio("by", "all", "all providers", true, page);
    for (int i = 0; i < Math.min(MOST, providers.size()); i++) {
      boolean rest = i == MOST - 1 && providers.size() > MOST;
      String id = providers.get(i);
      String label = rest ? providers.size() - i + " others" : names.getOrDefault(id, id);
      radio("by", "p" + i, label, false, page);
    }
  }

  /** A filter of one section; choices that leave no row are not offered, nor is a lone one. */
  static void of(String group, long all, List<Choice> choices, StringBuilder page) {
    List<Choice> offered = choices.stream().filter(choice -> choice.rows() > 0).toList();
    if (all == 0 || offered.isEmpty()) {
      return;
    }
    radio(group, "all", "all " + all, true, page);
    for (Choice choice : offered) {
      radio(group, choice.word(), choice.rows() + " " + choice.label(), false, page);
    }
  }

  private static void radio(
      String group, String word, String label, boolean checked, StringBuilder page) {
    String id = group + "-" + word;
    page.append("<input type=\"radio\" class=\"pick\" name=\"").append(group);
    page.append("\" id=\"").append(id).append('"').append(checked ? " checked=\"checked\"" : "");
    page.append("/><label for=\"").append(id).append("\">").append(text(label));
    page.append("</label>\n");
  }

  /** {@code by p0 p3}: the classes of something that concerns these providers. */
  String classes(Collection<String> ids) {
    List<String> words = new ArrayList<>(List.of("by"));
    for (String id : new TreeSet<>(ids)) {
      words.add("p" + Math.min(MOST - 1, providers.indexOf(id)));
    }
    return words.stream().distinct().collect(Collectors.joining(" "));
  }

  String classes(EntryPoint entry) {
    return classes(entry.outage().keySet());
  }

  String classes(CallSite site) {
    return classes(ids(site));
  }

  String classes(ConfigFact fact) {
    return classes(List.of(fact.provider()));
  }

  private static Set<String> ids(CallSite site) {
    Set<String> ids = new TreeSet<>(site.candidates());
    ids.add(site.provider());
    return ids;
  }

  /** The rules that hide what is not chosen. */
  static String css() {
    StringBuilder css = new StringBuilder();
    for (int i = 0; i < MOST; i++) {
      css.append("#by-p").append(i).append(":checked~section .by:not(.p").append(i).append("),\n");
    }
    css.append(hiding("show", List.of("error", "warning", "note", "suppressed"), ".finding"));
    css.append(hiding("entry", List.of("waits", "fails", "unwaited"), ".row"));
    css.append(
        hiding("site", List.of("flagged", "waits", "detached", "unreached", "test"), ".row"));
    return css.substring(0, css.length() - 2) + "{display:none}\n";
  }

  private static String hiding(String group, List<String> words, String row) {
    Function<String, String> rule =
        word -> "#" + group + "-" + word + ":checked~.rows " + row + ":not(." + word + "),\n";
    return words.stream().map(rule).collect(Collectors.joining());
  }
}
