package dev.aiaudit.flow.around;

import dev.aiaudit.detect.RequestSite;
import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Circumstance;
import dev.aiaudit.model.Circumstance.Kind;
import dev.aiaudit.model.Coupling;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Mode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads what surrounds the call sites of one tree. */
public final class Circumstances {
  private final HeldResources held;
  private final Rounds rounds;
  private final FailureTests tests;
  private final Observation observation;
  private final OutageCodes codes;
  private final UnusedLimits limits;
  private final Set<String> unobserved = new HashSet<>();

  /** A reader over a tree. */
  public Circumstances(Surroundings at) {
    Places places = new Places(at.project());
    this.held = new HeldResources(at, places);
    this.rounds = new Rounds(at, places);
    this.tests = new FailureTests(at);
    this.observation = new Observation(at, places);
    this.codes = new OutageCodes(places);
    this.limits = new UnusedLimits(at);
  }

  /**
   * The circumstances of one call site.
   *
   * @param site with its paths
   * @param request the same site in the source
   */
  public List<Circumstance> of(CallSite site, RequestSite request) {
    List<Circumstance> out = new ArrayList<>();
    if (site.inTest() || site.paths().isEmpty()) {
      return out;
    }
    boolean blocks = request.mode() == Mode.BLOCKING;
    for (CallPath path : site.paths()) {
      Optional<String> entry = Optional.of(path.entryPoint());
      if (blocks) {
        held.on(path).ifPresent(h -> out.add(of(Kind.HELD, site, entry, h.where(), h.what())));
      }
      if (blocks && path.waits()) {
        rounds
            .on(path)
            .ifPresent(r -> out.add(of(Kind.REPEATED, site, entry, r.where(), text(r.calls()))));
      }
    }
    limits.of(site).forEach(u -> out.add(of(Kind.UNUSED_LIMIT, site, u.where(), u.text())));
    codes.of(site).ifPresent(g -> out.add(of(Kind.CODE_MISSED, site, g.where(), g.text())));
    if (answered(site)) {
      tests.missing(site).ifPresent(t -> out.add(of(Kind.UNTESTED, site, site.location(), t)));
    }
    String file = site.location().file();
    boolean first = site.coupling() == Coupling.WAITS && observation.missing(file);
    if (first && unobserved.add(observation.moduleOf(file))) {
      out.add(of(Kind.UNOBSERVED, site, site.location(), ""));
    }
    return out;
  }

  /** The number of calls in a row; nothing for a loop. */
  private static String text(OptionalInt calls) {
    return calls.isPresent() ? "" + calls.getAsInt() : "";
  }

  /** Whether somebody gets a useful answer when the provider is down. */
  private static boolean answered(CallSite site) {
    return site.coupling() == Coupling.WAITS
        && site.handling().compareTo(Handling.STATIC) >= 0
        && site.handling() != Handling.ALTERNATE_SAME_PROVIDER;
  }

  private static Circumstance of(Kind kind, CallSite site, Location where, String detail) {
    return of(kind, site, Optional.empty(), where, detail);
  }

  private static Circumstance of(
      Kind kind, CallSite site, Optional<String> entry, Location where, String detail) {
    return new Circumstance(kind, site.id(), entry, where, detail);
  }
}
