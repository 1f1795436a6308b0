package dev.aiaudit.triage;

import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Ignore;
import dev.aiaudit.model.Ignore.State;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Suppression;
import dev.aiaudit.settings.CommentedFile;
import dev.aiaudit.settings.IgnoreComment;
import dev.aiaudit.settings.IgnoreEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Matches the ignores that a team has written with the findings of a scan. */
public final class Ignores {
  private final Inventory inventory;
  private final Optional<LocalDate> today;
  private final Map<String, Location> sites = new HashMap<>();
  private final List<Written> written = new ArrayList<>();

  private record Written(Ignore ignore, Predicate<Finding> covers) {}

  /**
   * What became of both.
   *
   * @param findings all of them, in their order, those that do not count with the reason
   * @param ignores sorted by location
   */
  public record Result(List<Finding> findings, List<Ignore> ignores) {
    /** Copies the lists. */
    public Result {
      findings = List.copyOf(findings);
      ignores = List.copyOf(ignores);
    }
  }

  /**
   * Nothing ignored yet.
   *
   * @param inventory for the places of call sites and the routes of entry points
   * @param today the date that expiry is judged by; empty when nothing expires
   */
  public Ignores(Inventory inventory, Optional<LocalDate> today) {
    this.inventory = inventory;
    this.today = today;
    inventory.callSites().forEach(site -> sites.put(site.id(), site.location()));
  }

  /** Adds the comments of a file. */
  public void add(CommentedFile file) {
    for (IgnoreComment comment : file.comments()) {
      Ignore ignore =
          new Ignore(
              comment.location(),
              Suppression.Kind.INLINE,
              comment.rules(),
              comment.reason(),
              Optional.empty(),
              comment.expires().map(LocalDate::toString),
              comment.problem().isEmpty() ? state(comment.expires()) : State.MALFORMED,
              comment.problem());
      written.add(new Written(ignore, finding -> covers(file, comment, finding)));
    }
  }

  /** Adds an entry of the settings. */
  public void add(IgnoreEntry entry) {
    Ignore ignore =
        new Ignore(
            entry.location(),
            Suppression.Kind.CONFIG,
            entry.rules(),
            entry.reason(),
            entry.owner(),
            entry.expires().map(LocalDate::toString),
            state(entry.expires()),
            "");
    written.add(new Written(ignore, finding -> entry.covers(finding, entryPoint(finding))));
  }

  /** Matches. */
  public Result apply(List<Finding> findings) {
    State[] states = written.stream().map(w -> w.ignore().state()).toArray(State[]::new);
    List<Finding> judged = new ArrayList<>();
    for (Finding finding : findings) {
      Optional<Suppression> suppression = finding.suppression();
      for (int i = 0; i < states.length; i++) {
        boolean acts = states[i] == State.UNUSED || states[i] == State.USED;
        if (acts && written.get(i).covers().test(finding)) {
          states[i] = State.USED;
          Ignore acting = written.get(i).ignore();
          suppression = suppression.or(() -> Optional.of(suppression(acting)));
        }
      }
      judged.add(suppression.map(finding::suppressedBy).orElse(finding));
    }
    List<Ignore> ignores = new ArrayList<>();
    for (int i = 0; i < states.length; i++) {
      ignores.add(written.get(i).ignore().in(states[i]));
    }
    ignores.sort(Comparator.comparing(Ignore::location));
    return new Result(judged, ignores);
  }

  private State state(Optional<LocalDate> expires) {
    boolean over = today.isPresent() && expires.filter(day -> today.get().isAfter(day)).isPresent();
    return over ? State.EXPIRED : State.UNUSED;
  }

  private static Suppression suppression(Ignore ignore) {
    return new Suppression(ignore.kind(), ignore.reason(), ignore.expires());
  }

  private boolean covers(CommentedFile file, IgnoreComment comment, Finding finding) {
    return comment.rules().contains(finding.ruleId())
        && (file.covers(comment, finding.location())
            || finding
                .callSite()
                .map(sites::get)
                .filter(site -> file.covers(comment, site))
                .isPresent());
  }

  private Optional<EntryPoint> entryPoint(Finding finding) {
    return finding.entryPoint().flatMap(inventory::entryPoint);
  }
}
