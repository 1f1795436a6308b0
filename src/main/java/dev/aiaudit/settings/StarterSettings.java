package dev.aiaudit.settings;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Provider;
import dev.aiaudit.model.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A commented settings file to begin with, from what a scan found. */
public final class StarterSettings {
  private static final Set<String> NAMELESS = Set.of("unknown", "configured");

  /** Folders whose code seldom serves anybody. */
  private static final Set<String> ASIDE =
      Set.of("generated", "demo", "demos", "example", "examples", "sample", "samples", "benchmark");

  /** What can stand between quotes without a second thought; other texts are left out. */
  private static final Pattern PLAIN = Pattern.compile("[\\w./{}*:$, -]{1,120}");

  private final Report report;
  private final StringBuilder out = new StringBuilder();

  private StarterSettings(Report report) {
    this.report = report;
  }

  /** The text of the file. Only what was found is switched on, the rest are comments. */
  public static String of(Report report) {
    return new StarterSettings(report).text();
  }

  private String text() {
    add("# Settings of ai-audit. Everything is optional; lines that start with # are proposals.");
    add(
        "# docs/configuration.md explains the keys, 'ai-audit init --schema' prints a JSON Schema.");
    dependencies();
    providers();
    waits();
    section("The severity of a rule: error, warning, note or off ('ai-audit rules' lists them).");
    add("# severities:");
    add("#   AIA002: error");
    section("What the system is held to, and what an outage costs: for reports and runbooks.");
    add("# targets: {availability: 99.9, recovery: 15m}");
    add("# costs: {currency: EUR, per-minute: 120}");
    excludes();
    section("Findings that do not count. A reason is a must; owner and expires are a good habit.");
    add("# ignore:");
    add("#   - rule: AIA001");
    add("#     path: src/main/java/com/acme/internal/**");
    add("#     reason: only the back office uses it");
    add("#     owner: team-shop");
    add("#     expires: 2027-01-31");
    section("Clients and entry points of your own frameworks, which no catalogue knows.");
    add("# catalog:");
    add("#   - id: acme-gateway");
    add("#     provider: litellm");
    add("#     types:");
    add("#       com.acme.ai.GatewayClient:");
    add("#         calls: [{method: ask, args: 1, operation: chat}]");
    add("# entry-points:");
    add("#   - {annotation: com.acme.rpc.Exposed, kind: rpc}");
    add("#   - {type: com.acme.jobs.Job, methods: [run], kind: scheduled}");
    return out.toString();
  }

  private void dependencies() {
    section("The providers that you know you depend on; another one in the code is a finding.");
    List<Provider> named =
        report.providers().stream().filter(p -> !NAMELESS.contains(p.id())).toList();
    if (named.isEmpty()) {
      add("# dependencies:");
      add("#   - {provider: openai, owner: team-shop, runbook: runbooks/openai.md}");
      return;
    }
    add("dependencies:");
    for (Provider provider : named) {
      add("  - provider: " + provider.id() + " # " + count(provider.callSites(), "call site"));
      add("    # owner: who is on call for it");
      add("    # runbook: runbooks/" + provider.id() + ".md");
    }
  }

  private void providers() {
    section("The only providers that may be used.");
    List<String> ids =
        report.providers().stream().map(Provider::id).filter(id -> !NAMELESS.contains(id)).toList();
    add("# providers:");
    add("#   allowed: [" + (ids.isEmpty() ? "openai" : String.join(", ", ids)) + "]");
  }

  private void waits() {
    String route = route().orElse("POST /orders/**");
    section("The longest wait that is borne before a failure of a provider is noticed.");
    add("# budgets:");
    add("#   max-worst-wait: 30s");
    add("#   entries:");
    add("#     - {route: \"" + route + "\", max-worst-wait: 5s}");
    section("Guards that some entry points must have.");
    add("# require:");
    add("#   - {route: \"" + route + "\", guards: [timeout, fallback]}");
  }

  /** One that people wait at. */
  private Optional<String> route() {
    return report.inventory().entryPoints().stream()
        .filter(EntryPoint::waits)
        .flatMap(entry -> entry.route().stream())
        .filter(route -> PLAIN.matcher(route).matches())
        .findFirst();
  }

  private void excludes() {
    section("What is not scanned, as in .gitignore.");
    Map<String, Integer> folders = new TreeMap<>();
    for (CallSite site : report.inventory().callSites()) {
      folder(site.location().file()).ifPresent(folder -> folders.merge(folder, 1, Integer::sum));
    }
    add("# exclude:");
    folders.forEach(
        (folder, sites) -> add("#   - \"" + folder + "\" # " + count(sites, "call site")));
    if (folders.isEmpty()) {
      add("#   - generated/**");
    }
  }

  private static Optional<String> folder(String file) {
    int start = 0;
    for (int slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', start)) {
      String folder = file.substring(0, slash + 1);
      if (ASIDE.contains(file.substring(start, slash)) && PLAIN.matcher(folder).matches()) {
        return Optional.of("/" + folder);
      }
      start = slash + 1;
    }
    return Optional.empty();
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private void section(String title) {
    add("");
    add("# " + title);
  }

  private void add(String line) {
    out.append(line).append('\n');
  }
}
