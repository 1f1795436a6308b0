package dev.aiaudit.runbook;

import static dev.aiaudit.runbook.MarkdownPage.code;
import static dev.aiaudit.runbook.MarkdownPage.text;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.WaitTerm;
import dev.aiaudit.render.Outage;
import dev.aiaudit.render.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What already helps, what must not be done, and what breaks next. */
final class ProtectionSections {
  private static final int MOST_ROWS = 40;
  private static final int MOST_HELD = 8;
  private static final Set<Handling> STANDS_IN =
      Set.of(
          Handling.STATIC,
          Handling.CACHE,
          Handling.ALTERNATE_OTHER_PROVIDER,
          Handling.ALTERNATE_SAME_PROVIDER);
  private final Runbook book;

  ProtectionSections(Runbook book) {
    this.book = book;
  }

  void protects(MarkdownPage page) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (CallSite site : book.sites()) {
      for (Guard guard : site.guards()) {
        rows.putIfAbsent(key(guard), row(page, site, guard));
      }
    }
    fallbacks(page, rows);
    if (rows.isEmpty()) {
      page.paragraph(
          "**Nothing.** The scan found no retry, timeout, breaker or fallback on any call to it.");
    }
    page.table(
        List.of("Guard", "Where", "Can it act?", "Tested?"),
        rows.values().stream().limit(MOST_ROWS).toList());
    waits(page);
  }

  /** What stands in for an answer on some path, where no guard says so already. */
  private void fallbacks(MarkdownPage page, Map<String, List<String>> rows) {
    for (CallSite site : book.sites()) {
      for (CallPath path : site.paths()) {
        Optional<Location> at = path.handledAt();
        if (at.isPresent() && STANDS_IN.contains(path.handling())) {
          boolean known =
              site.guards().stream().anyMatch(g -> g.effective() && g.location().equals(at.get()));
          if (!known) {
            rows.putIfAbsent(
                path.handling().word() + at.get(),
                List.of(
                    code("fallback: " + path.handling().word()),
                    page.place(at.get()),
                    path.handling() == Handling.ALTERNATE_SAME_PROVIDER
                        ? "**no**: it needs this provider, too"
                        : book.isChosenAtRunTime()
                            ? "only if it is set to another provider than the first"
                            : "yes, by the analysis" + gap(site),
                    tested(page, at.get())));
          }
        }
      }
    }
  }

  private static String key(Guard guard) {
    // A default is the same for all calls through the SDK.
    String place =
        Wording.isDefault(guard) ? guard.value().orElse("") : guard.location().toString();
    return guard.kind().word() + " " + guard.by() + " " + place + guard.effective();
  }

  private static String where(MarkdownPage page, Guard guard) {
    return Wording.isDefault(guard) ? "default of the SDK" : page.place(guard.location());
  }

  private List<String> row(MarkdownPage page, CallSite site, Guard guard) {
    return List.of(
        code(Wording.guard(guard)),
        where(page, guard),
        guard.effective()
            ? "yes, by the analysis" + gap(site)
            : "**no**: " + text(guard.reason().orElse("it has no effect")),
        Wording.isDefault(guard) ? "" : tested(page, guard.location()));
  }

  /** What the rule about uncovered outage codes says about this call. */
  private String gap(CallSite site) {
    return book.findings().stream()
        .filter(f -> f.ruleId().equals("AIA005"))
        .filter(f -> f.callSite().filter(site.id()::equals).isPresent())
        .findFirst()
        .map(f -> "; **but** " + text(f.message()))
        .orElse("");
  }

  private String tested(MarkdownPage page, Location location) {
    String file = location.file();
    String name = file.substring(file.lastIndexOf('/') + 1);
    if (!name.endsWith(".java")) {
      return "a setting; no test is looked for";
    }
    String type = name.substring(0, name.length() - ".java".length());
    return book.clues(Clue.Kind.TEST).stream()
        .filter(test -> SourceWords.mentions(test.value(), type))
        .findFirst()
        .map(test -> "named in " + page.place(test.location()) + "; read what that proves")
        .orElse("**no test names its class**");
  }

  private void waits(MarkdownPage page) {
    Map<List<String>, List<String>> calls = new LinkedHashMap<>();
    for (CallSite site : book.sites()) {
      if (!site.waitTerms().isEmpty()) {
        String total =
            site.waitsWithoutEnd()
                ? "**without end**"
                : site.worstWait().map(Phrases::duration).orElse("not known");
        List<String> terms = site.waitTerms().stream().map(t -> term(page, t)).toList();
        calls
            .computeIfAbsent(List.of(total, String.join("; ", terms)), k -> new ArrayList<>())
            .add(page.place(site.location()));
      }
    }
    List<List<String>> rows = new ArrayList<>();
    calls.forEach(
        (wait, places) -> rows.add(List.of(String.join(", ", places), wait.get(0), wait.get(1))));
    if (!rows.isEmpty()) {
      page.paragraph("How long a call waits before any of it acts, when the provider hangs:");
      page.table(List.of("Call", "Worst wait", "Made of"), rows.stream().limit(MOST_ROWS).toList());
    }
  }

  private static String term(MarkdownPage page, WaitTerm term) {
    String at = term.location().map(place -> ", " + page.place(place)).orElse("");
    return text(term.what()) + " (" + term.evidence().word() + at + ")";
  }

  void doNot(MarkdownPage page) {
    List<String> items = new ArrayList<>();
    Set<String> same = new LinkedHashSet<>();
    for (CallSite site : book.sites()) {
      if (site.handling() == Handling.ALTERNATE_SAME_PROVIDER) {
        same.add(page.place(site.handledAt().orElse(site.location())));
      }
    }
    for (Finding finding : book.findings()) {
      if (finding.ruleId().equals("AIA003")) {
        same.add(page.place(finding.location()));
      }
    }
    String found =
        same.isEmpty() ? "" : " The code already tries it: " + String.join(", ", same) + ".";
    items.add(
        "Do not switch to a smaller or older model of the same provider: it is down with it."
            + found);
    items.add(
        "Do not raise retries or timeouts: more threads hang, and the recovery gets its own wave."
            + retries(page));
    items.add(
        (book.selfRun()
                ? "Do not restart your own services: restart the model server, and look at its disk,"
                    + " memory and GPU."
                : "Do not restart everything: it does not bring them back.")
            + startup(page));
    if (!book.selfRun()) {
      items.add("Do not rotate keys unless the code says 401 or 403.");
    }
    page.bullets(items);
  }

  private String retries(MarkdownPage page) {
    Set<String> places = new LinkedHashSet<>();
    for (CallSite site : book.sites()) {
      site.guards().stream()
          .filter(g -> g.kind() == GuardKind.RETRY && g.effective())
          .forEach(g -> places.add(code(Wording.guard(g)) + " " + where(page, g)));
    }
    return places.isEmpty() ? "" : " Already there: " + String.join(", ", places) + ".";
  }

  private String startup(MarkdownPage page) {
    List<String> fatal =
        entries(EntryKind.STARTUP).stream()
            .filter(e -> e.outcome() == Outcome.FAILS)
            .map(e -> page.place(e.entry().location()))
            .toList();
    return fatal.isEmpty()
        ? ""
        : " **The provider is called at startup: a restarted instance may not come up**, "
            + String.join(", ", fatal)
            + ".";
  }

  private List<Outage.Effect> entries(EntryKind kind) {
    return book.outage().effects().stream().filter(e -> e.entry().kind() == kind).toList();
  }

  void cascade(MarkdownPage page) {
    if (!book.outage().effects().isEmpty()) {
      page.fence("mermaid", CascadePicture.of(book));
    }
    List<String> held =
        book.findings().stream()
            .filter(f -> f.ruleId().equals("AIA011"))
            .map(f -> text(f.message()) + " " + page.place(f.location()))
            .limit(MOST_HELD)
            .toList();
    page.bullets(held);
    List<List<String>> pools = new ArrayList<>();
    book.clues(Clue.Kind.POOL)
        .forEach(
            c -> pools.add(List.of(code(c.name()), code(c.value()), page.place(c.location()))));
    if (pools.isEmpty()) {
      page.paragraph(
          "No pool or queue size is set in the code; the defaults of the server hold. A pool is full"
              + " when requests per second x seconds of waiting reach its size.");
    } else {
      page.paragraph(
          "Pools and queues whose size is set. One is full when requests per second x seconds of"
              + " waiting reach its size; which of them these calls use is not checked:");
      page.table(List.of("Setting", "Value", "Where"), pools);
    }
  }
}
