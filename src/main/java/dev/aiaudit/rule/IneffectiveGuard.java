package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Evidence;
import dev.aiaudit.model.FactVerdict;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** AIA004: a guard is written, people trust it, and it cannot act. */
final class IneffectiveGuard implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.on(
          "AIA004", "ineffective-guard", Severity.ERROR, "A guard is written but cannot act");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Inventory inventory) {
    Map<Key, Sighting> distinct = new TreeMap<>();
    inventory.callSites().stream()
        .filter(site -> !site.inTest())
        .flatMap(IneffectiveGuard::sightings)
        .filter(sighting -> !sighting.guard().effective())
        .forEach(sighting -> distinct.merge(Key.of(sighting.guard()), sighting, Sighting::better));
    Findings findings = new Findings(INFO, inventory);
    Ordinals ordinals = new Ordinals();
    Stream<Finding> guards = distinct.values().stream().map(s -> finding(s, findings, ordinals));
    Stream<Finding> keys =
        inventory.configFacts().stream()
            .filter(IneffectiveGuard::unread)
            .map(fact -> finding(fact, findings, ordinals));
    return Stream.concat(guards, keys);
  }

  /** A setting that looks like a guard and that no library reads. */
  private static boolean unread(ConfigFact fact) {
    return fact.evidence() == Evidence.DERIVED
        && fact.verdict().filter(v -> v == FactVerdict.INEFFECTIVE).isPresent();
  }

  private static Finding finding(ConfigFact fact, Findings findings, Ordinals ordinals) {
    String advice =
        "Use the key that the library reads, or set the value where the client is built.";
    Findings.Anchor anchor =
        Findings.Anchor.inFile(fact.location().file(), fact.detail(), ordinals);
    return findings.at(
        fact.location(), "This setting cannot act: " + fact.detail(), advice, anchor);
  }

  private static Stream<Sighting> sightings(CallSite site) {
    Stream<Sighting> onPaths =
        site.paths().stream()
            .flatMap(
                path ->
                    path.frames().stream()
                        .flatMap(
                            frame ->
                                frame.guards().stream()
                                    .map(guard -> Sighting.onPath(guard, site, path, frame))));
    return Stream.concat(
        onPaths, site.guards().stream().map(guard -> Sighting.onSite(guard, site)));
  }

  private static Finding finding(Sighting sighting, Findings findings, Ordinals ordinals) {
    Guard guard = sighting.guard();
    String what = guard.kind().word() + " " + guard.by();
    Findings.Anchor anchor =
        new Findings.Anchor(
            sighting.method(),
            what,
            ordinals.next(sighting.method(), what),
            Optional.of(sighting.site().id()),
            sighting.path().map(CallPath::entryPoint),
            sighting.path().map(CallPath::frames).orElse(List.of()));
    return findings.at(guard.location(), message(guard), Remediation.forIneffective(guard), anchor);
  }

  private static String message(Guard guard) {
    String subject = "This " + guard.kind().word().replace('-', ' ') + " (" + guard.by() + ")";
    return guard
        .reason()
        .map(reason -> subject + " cannot act: " + reason)
        .orElse(subject + " cannot act");
  }

  /** One finding per place and kind, in the order of the places. */
  private record Key(Location location, GuardKind kind) implements Comparable<Key> {

    static Key of(Guard guard) {
      return new Key(guard.location(), guard.kind());
    }

    @Override
    public int compareTo(Key other) {
      int byPlace = location.compareTo(other.location);
      return byPlace != 0 ? byPlace : kind.compareTo(other.kind);
    }
  }

  /** Where an ineffective guard was met; the method is the one that the guard is written in. */
  private record Sighting(Guard guard, CallSite site, String method, Optional<CallPath> path) {

    static Sighting onPath(Guard guard, CallSite site, CallPath path, Frame frame) {
      return new Sighting(guard, site, frame.method(), Optional.of(path));
    }

    static Sighting onSite(Guard guard, CallSite site) {
      return new Sighting(guard, site, site.enclosing(), Optional.empty());
    }

    /** Prefers the one that comes with a waiting path, then with a path, then the shorter path. */
    Sighting better(Sighting other) {
      return other.rank() < rank() ? other : this;
    }

    private long rank() {
      return path.map(p -> (p.waits() ? 0L : 1L << 32) + p.frames().size()).orElse(1L << 33);
    }
  }
}
