package dev.aiaudit.rule;

import dev.aiaudit.model.CallPath;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Inventory;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Guards that cannot act for one and the same cause, which one repair removes: those of a method
 * that is called past its proxy, or all those of a module that lacks a library. A fallback belongs
 * to the guard that would run it.
 */
final class DefeatedGuards {
  private static final int NAMED_PLACES = 4;

  private static final Comparator<Guard> BY_PLACE =
      Comparator.comparing(Guard::location).thenComparing(Guard::kind);

  private final boolean ofModule;
  private final List<Sighting> sightings = new ArrayList<>();

  private DefeatedGuards(boolean ofModule) {
    this.ofModule = ofModule;
  }

  /** The groups of an inventory in the order of their first places. */
  static List<DefeatedGuards> in(Inventory inventory) {
    Map<String, DefeatedGuards> groups = new TreeMap<>();
    inventory.callSites().stream()
        .filter(site -> !site.inTest())
        .flatMap(DefeatedGuards::sightings)
        .filter(sighting -> !sighting.guard().effective())
        .forEach(
            s ->
                groups
                    .computeIfAbsent(
                        s.cause(), c -> new DefeatedGuards(Defeat.of(s.guard()).concernsModule()))
                    .sightings
                    .add(s));
    return groups.values().stream()
        .sorted(Comparator.comparing(group -> group.first().location()))
        .toList();
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
    Set<Guard> known =
        site.paths().stream()
            .flatMap(path -> path.frames().stream())
            .flatMap(frame -> frame.guards().stream())
            .collect(Collectors.toSet());
    Stream<Sighting> ofRequest =
        site.guards().stream()
            .filter(guard -> !known.contains(guard))
            .map(guard -> Sighting.onSite(guard, site));
    return Stream.concat(onPaths, ofRequest);
  }

  /** The guard at the first place; what it is and why it does nothing holds for all. */
  Guard first() {
    return sightings.stream().map(Sighting::guard).min(BY_PLACE).orElseThrow();
  }

  /** The places after the first. */
  List<Location> otherPlaces() {
    return places().stream().skip(1).toList();
  }

  /** A path on which the group matters: rather a waiting one, rather a short one. */
  Optional<CallPath> path() {
    return best().path();
  }

  /** A call that the group was meant to guard. */
  CallSite site() {
    return best().site();
  }

  /** What the fingerprint names as the method: where the first is written, or the module. */
  String method() {
    Guard first = first();
    return ofModule
        ? Modules.name(first.location())
        : sightings.stream()
            .filter(s -> s.guard().location().equals(first.location()))
            .min(Comparator.comparingLong(Sighting::rank))
            .map(Sighting::method)
            .orElseThrow();
  }

  /** What distinguishes the group in its method or module. */
  String name() {
    Guard first = first();
    return ofModule
        ? "guards " + first.by() + " " + first.reason().orElse("")
        : first.kind().word() + " " + first.by();
  }

  /** What is wrong, in one sentence. */
  String message() {
    Guard first = first();
    String why = first.reason().map(reason -> ": " + reason).orElse("");
    List<Location> places = places();
    if (places.size() == 1) {
      return "This " + kinds(" and its ") + " (" + first.by() + ") cannot act" + why;
    }
    return places.size()
        + " guards of "
        + first.by()
        + " ("
        + kinds(", ")
        + ") cannot act"
        + why
        + also(places);
  }

  private static String also(List<Location> places) {
    String named =
        places.stream()
            .skip(1)
            .limit(NAMED_PLACES)
            .map(place -> fileName(place) + ":" + place.startLine())
            .collect(Collectors.joining(", "));
    int left = places.size() - 1 - NAMED_PLACES;
    return "; also at " + named + (left > 0 ? " and " + left + " more" : "");
  }

  private static String fileName(Location place) {
    return place.file().substring(place.file().lastIndexOf('/') + 1);
  }

  private String kinds(String between) {
    // The fallback is declared last, and is named after the guard that would run it.
    return sightings.stream()
        .map(s -> s.guard().kind())
        .distinct()
        .sorted(
            Comparator.comparing((GuardKind k) -> k == GuardKind.FALLBACK).thenComparing(k -> k))
        .map(Named::word)
        .map(word -> word.replace('-', ' '))
        .collect(Collectors.joining(between));
  }

  private List<Location> places() {
    return sightings.stream().map(s -> s.guard().location()).distinct().sorted().toList();
  }

  private Sighting best() {
    return sightings.stream()
        .min(
            Comparator.comparingLong(Sighting::rank)
                .thenComparing(s -> s.site().location())
                .thenComparing(s -> s.path().map(CallPath::entryPoint).orElse("")))
        .orElseThrow();
  }

  /** Where an ineffective guard was met; the method is the one that the guard is written in. */
  private record Sighting(Guard guard, CallSite site, String method, Optional<CallPath> path) {

    static Sighting onPath(Guard guard, CallSite site, CallPath path, Frame frame) {
      return new Sighting(guard, site, frame.method(), Optional.of(path));
    }

    static Sighting onSite(Guard guard, CallSite site) {
      return new Sighting(guard, site, site.enclosing(), Optional.empty());
    }

    /** Guards of the same cause are repaired together. */
    String cause() {
      String reason = guard.by() + '\0' + guard.reason().orElse("");
      return switch (Defeat.of(guard)) {
        case LIBRARY, ENABLER, SETTING -> Modules.folder(guard.location()) + '\0' + reason;
        case SELF_CALL, NO_PROXY -> method + '\0' + reason;
        default -> guard.location().toString() + '\0' + reason;
      };
    }

    long rank() {
      return path.map(p -> (p.waits() ? 0L : 1L << 32) + p.frames().size()).orElse(1L << 33);
    }
  }
}
