package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Coupling;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactKind;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Mode;
import dev.aiaudit.model.Operation;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Via;
import dev.aiaudit.model.WaitTerm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Inventories in few words. */
final class Fixtures {

  private Fixtures() {}

  static Location line(int line) {
    return Location.ofLine("src/main/java/shop/Chat.java", line);
  }

  static EntryPoint entry(String id, EntryKind kind) {
    return new EntryPoint(
        id,
        kind,
        "shop.Api." + id,
        Optional.of("POST /" + id),
        Location.ofLine("src/main/java/shop/Api.java", 10),
        kind.waits(),
        new TreeMap<>(),
        List.of(),
        List.of());
  }

  static EntryPoint http(String id) {
    return entry(id, EntryKind.HTTP);
  }

  static EntryPoint http(String id, String provider, Outcome outcome) {
    return http(id).withOutage(Map.of(provider, outcome), List.of(List.of(provider)));
  }

  static Frame frame(String method, Guard... guards) {
    return new Frame(method, line(20), Via.CALL, false, true, List.of(guards));
  }

  static CallPath waiting(String entry, Handling handling, Frame... frames) {
    return new CallPath(entry, true, handling, Optional.empty(), Optional.empty(), List.of(frames));
  }

  static CallPath detached(String entry, Handling handling, Frame... frames) {
    return new CallPath(
        entry, false, handling, Optional.empty(), Optional.empty(), List.of(frames));
  }

  static Guard sdkDefault(GuardKind kind, String value) {
    return new Guard(
        kind, "sdk-default", line(1), true, Optional.empty(), Optional.of(value), Evidence.ASSUMED);
  }

  static ConfigFact dependency(String detail) {
    return new ConfigFact(
        Location.ofLine("pom.xml", 5), FactKind.DEPENDENCY, "openai", detail, Evidence.DECLARED);
  }

  static Site site() {
    return new Site();
  }

  static Inventory inventory(List<CallSite> sites, EntryPoint... entries) {
    return new Inventory(sites, List.of(entries), List.of());
  }

  static List<Finding> check(Rule rule, Inventory inventory) {
    return rule.check(inventory).toList();
  }

  /** A call site in main code that blocks on OpenAI, unless told otherwise. */
  static final class Site {
    private int line = 30;
    private String provider = "openai";
    private String sdk = "openai-java";
    private Mode mode = Mode.BLOCKING;
    private Operation operation = Operation.CHAT;
    private boolean inTest;
    private Optional<Duration> worstWait = Optional.empty();
    private List<WaitTerm> terms = List.of();
    private List<Guard> guards = List.of();
    private List<CallPath> paths = new ArrayList<>();

    Site line(int newLine) {
      line = newLine;
      return this;
    }

    Site provider(String newProvider) {
      provider = newProvider;
      return this;
    }

    Site sdk(String newSdk) {
      sdk = newSdk;
      return this;
    }

    Site mode(Mode newMode) {
      mode = newMode;
      return this;
    }

    Site operation(Operation newOperation) {
      operation = newOperation;
      return this;
    }

    Site test() {
      inTest = true;
      return this;
    }

    Site worstWait(Duration wait) {
      worstWait = Optional.of(wait);
      return this;
    }

    Site terms(WaitTerm... newTerms) {
      terms = List.of(newTerms);
      return this;
    }

    Site guards(Guard... newGuards) {
      guards = List.of(newGuards);
      return this;
    }

    Site paths(CallPath... newPaths) {
      paths = Arrays.asList(newPaths);
      return this;
    }

    CallSite build() {
      boolean waits = paths.stream().anyMatch(CallPath::waits);
      Handling worst =
          paths.stream()
              .filter(path -> path.waits() || !waits)
              .map(CallPath::handling)
              .reduce(Handling::worse)
              .orElse(Handling.NONE);
      Coupling coupling =
          paths.isEmpty() ? Coupling.UNREACHED : waits ? Coupling.WAITS : Coupling.DETACHED;
      return new CallSite(
          "site" + line,
          Fixtures.line(line),
          "shop.Chat.ask",
          "ChatCompletionService.create",
          sdk,
          provider,
          Evidence.DECLARED,
          List.of(),
          Optional.empty(),
          operation,
          mode,
          inTest,
          coupling,
          worst,
          Optional.empty(),
          worstWait,
          terms,
          guards,
          paths);
    }
  }
}
