package dev.aiaudit.runbook;

import static dev.aiaudit.runbook.MarkdownPage.code;
import static dev.aiaudit.runbook.MarkdownPage.text;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.render.Outage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What can be done without a rebuild, in the order in which it is tried. */
final class MitigateSection {
  /** Switches of the platform: they turn something off, and never the feature. */
  private static final Pattern PLUMBING =
      Pattern.compile(
          "^(?:server|management|logging|springdoc|springfox|swagger|eureka|spring\\.(?!ai\\b))"
              + "|(?:^|\\.)ssl\\.");

  private final Runbook book;
  private final SettingReaders readers;

  MitigateSection(Runbook book) {
    this.book = book;
    this.readers = new SettingReaders(book.clues(Clue.Kind.READER));
  }

  void write(MarkdownPage page) {
    List<String> steps = new ArrayList<>();
    if (book.selfRun()) {
      steps.add(
          "It is yours: is the model server up, and does it answer the check above? Restart it."
              + " Command: `TODO(owner)`.");
    }
    List<String> away = new ArrayList<>();
    switches(page).ifPresent(away::add);
    settings(page, "Move traffic to another provider or base URL", MitigateSection::moves)
        .ifPresent(away::add);
    steps.addAll(away);
    settings(page, "Let callers fail fast: lower timeouts and attempts", MitigateSection::bounds)
        .map(step -> step + doubt())
        .ifPresent(steps::add);
    unset().ifPresent(steps::add);
    consumers(page).ifPresent(steps::add);
    if (away.isEmpty()) {
      page.paragraph(
          "**The scan found nothing that turns the feature off or moves it without a rebuild.**"
              + (http() ? " What remains: take the routes above out at the gateway." : "")
              + " Tell users before they try. `TODO(owner)`: how, and who may.");
    }
    page.steps(steps);
    List<ConfigFact> useful = facts(fact -> moves(fact) || bounds(fact));
    new SettingCommands(useful, unsetKeys(), isMicroProfile()).write(page);
    useless(page);
  }

  private boolean http() {
    return book.outage().effects().stream().anyMatch(e -> e.entry().kind() == EntryKind.HTTP);
  }

  private Optional<String> switches(MarkdownPage page) {
    List<String> found = new ArrayList<>();
    Set<String> named = new LinkedHashSet<>();
    Set<String> files = book.filesOnPath();
    for (Clue clue : book.clues(Clue.Kind.SWITCH)) {
      boolean near =
          files.contains(clue.location().file()) && !PLUMBING.matcher(clue.name()).find();
      if ((aboutAi(clue.name()) || near) && named.add(clue.name())) {
        found.add(code(clue.name()) + " " + page.place(clue.location()));
      }
    }
    for (CallSite site : book.sites()) {
      for (Guard guard : site.guards()) {
        if (guard.kind() == GuardKind.KILL_SWITCH) {
          found.add(code(Wording.guard(guard)) + " " + page.place(guard.location()));
        }
      }
    }
    return sentence("Turn the feature off. Switches in the code (read what each does)", found);
  }

  private boolean aboutAi(String name) {
    String key = "." + name.toLowerCase(Locale.ROOT).replace('-', '.') + ".";
    return key.contains(".ai.")
        || key.contains(".llm.")
        || key.contains("langchain4j")
        || key.contains("." + book.provider().id().toLowerCase(Locale.ROOT) + ".");
  }

  private static Optional<String> sentence(String start, List<String> found) {
    Set<String> once = new LinkedHashSet<>(found);
    return once.isEmpty()
        ? Optional.empty()
        : Optional.of(start + ": " + String.join(", ", once) + ".");
  }

  private Optional<String> settings(MarkdownPage page, String start, Predicate<ConfigFact> wanted) {
    List<String> found = new ArrayList<>();
    for (ConfigFact fact : facts(wanted)) {
      found.add(code(fact.detail()) + " " + page.place(fact.location()));
    }
    return sentence(start, found);
  }

  private static boolean moves(ConfigFact fact) {
    return fact.what() == FactKind.BASE_URL
        || fact.what() == FactKind.FALLBACK
        || fact.what() == FactKind.GATEWAY
        || SettingCommands.key(fact).endsWith(".provider");
  }

  private static boolean bounds(ConfigFact fact) {
    return fact.what() == FactKind.TIMEOUT || fact.what() == FactKind.RETRY;
  }

  private List<ConfigFact> facts(Predicate<ConfigFact> wanted) {
    return book.settings().stream().filter(wanted).filter(this::acts).toList();
  }

  private boolean acts(ConfigFact fact) {
    return fact.verdict().filter(v -> v == FactVerdict.INEFFECTIVE).isEmpty()
        && (!SettingCommands.isApplicationSetting(fact)
            || readers.mayRead(SettingCommands.key(fact)));
  }

  /** A setting can be read and still be used by nothing. */
  private String doubt() {
    boolean set = facts(fact -> fact.what() == FactKind.RETRY).size() > 0;
    boolean seen =
        book.sites().stream()
            .flatMap(site -> site.guards().stream())
            .anyMatch(guard -> guard.kind() == GuardKind.RETRY);
    return set && !seen ? " No retry was found on these calls: its settings may do nothing." : "";
  }

  /** Nobody should spend the first minutes on a setting that changes nothing. */
  private void useless(MarkdownPage page) {
    List<String> found = new ArrayList<>();
    for (ConfigFact fact : book.settings()) {
      if ((moves(fact) || bounds(fact)) && !acts(fact)) {
        found.add(code(fact.detail()) + " " + page.place(fact.location()));
      }
    }
    sentence("Lose no time with what no code that was seen reads", found)
        .ifPresent(page::paragraph);
  }

  /** A default of a library that is long, and the setting that nobody has made. */
  private Optional<String> unset() {
    return unsetKeys().isEmpty()
        ? Optional.empty()
        : Optional.of(
            code(SpringAiRetry.KEY)
                + " is set nowhere, so the default of "
                + SpringAiRetry.ATTEMPTS
                + " attempts holds ("
                + text("official: " + SpringAiRetry.SOURCE)
                + "). 1 means one attempt. A model that the code builds itself may not read it.");
  }

  private List<String> unsetKeys() {
    return SpringAiRetry.isLeftAtItsDefault(book) ? List.of(SpringAiRetry.KEY) : List.of();
  }

  private boolean isMicroProfile() {
    return book.report().inventory().configFacts().stream()
        .map(SettingCommands::key)
        .anyMatch(key -> key.startsWith("quarkus.") || key.startsWith("mp."));
  }

  private Optional<String> consumers(MarkdownPage page) {
    List<String> found = new ArrayList<>();
    for (Outage.Effect effect : RecoverSection.queued(book)) {
      found.add(
          code(ImpactSections.name(effect.entry())) + " " + page.place(effect.entry().location()));
    }
    return sentence(
        "Pause what nobody waits for, so that no work is lost. Command: `TODO(owner)`", found);
  }
}
