package dev.aiaudit.render;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The paths on which an outage hurts most: somebody waits, and nothing useful is answered. */
public final class WorstPaths {
  /** As many as people look at first. */
  public static final int FEW = 5;

  private static final Duration FOREVER = Duration.ofDays(100_000);

  private WorstPaths() {}

  /**
   * A path.
   *
   * @param entry where somebody waits
   * @param site the call that fails
   * @param path how one reaches the other
   */
  public record Worst(EntryPoint entry, CallSite site, CallPath path) {

    /** Whether nothing ends the wait while the provider hangs. */
    public boolean endless() {
      return path.worstWait().isEmpty() && site.waitsWithoutEnd();
    }

    /** {@code nothing catches a failure; callers hang without end}. */
    public String harm() {
      Optional<Duration> most = path.worstWait().or(site::worstWait);
      String wait =
          endless()
              ? "; callers hang without end"
              : most.map(w -> "; callers hang up to " + Phrases.duration(w)).orElse("");
      return Phrases.handling(path.handling()) + wait;
    }

    /** {@code not caught, hangs without end}. */
    public String harmInShort() {
      String what =
          switch (path.handling()) {
            case NONE -> "not caught";
            case RETHROW -> "thrown again";
            case ERROR_RESPONSE -> "an error answer";
            default -> "swallowed";
          };
      Optional<Duration> most = path.worstWait().or(site::worstWait);
      return endless()
          ? what + ", hangs without end"
          : most.map(w -> what + ", hangs up to " + Phrases.duration(w)).orElse(what);
    }

    private Duration hang() {
      return endless() ? FOREVER : path.worstWait().or(site::worstWait).orElse(Duration.ZERO);
    }
  }

  /** Of each entry point the worst path; the worst handling first, then the longest wait. */
  public static List<Worst> of(Report report) {
    Map<String, EntryPoint> entries = new HashMap<>();
    report.inventory().entryPoints().forEach(entry -> entries.put(entry.id(), entry));
    List<Worst> all = new ArrayList<>();
    for (CallSite site : report.inventory().callSites()) {
      for (CallPath path : site.paths()) {
        EntryPoint entry = entries.get(path.entryPoint());
        boolean bad = !site.inTest() && path.waits() && path.handling().unhandled();
        if (bad && entry != null) {
          all.add(new Worst(entry, site, path));
        }
      }
    }
    all.sort(
        Comparator.comparing((Worst w) -> w.path().handling())
            .thenComparing(Worst::hang, Comparator.reverseOrder())
            .thenComparing(w -> w.entry().location())
            .thenComparing(w -> w.site().location()));
    Set<String> seen = new HashSet<>();
    return all.stream().filter(w -> seen.add(w.entry().id())).toList();
  }
}
