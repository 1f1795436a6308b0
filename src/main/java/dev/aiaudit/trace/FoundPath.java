package dev.aiaudit.trace;

import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A path from an entry point to a site.
 *
 * @param entry where the outside enters
 * @param waits whether somebody outside waits for the call on this path
 * @param handling what the entry's caller gets when the call fails
 * @param at the place that decides that
 * @param standIn the code on the way, such as a catch clause, that runs only after something else
 *     has failed
 * @param frames from the entry to the site
 */
public record FoundPath(
    EntryHit entry,
    boolean waits,
    Handling handling,
    Optional<Location> at,
    Optional<Location> standIn,
    List<Frame> frames) {

  /**
   * The worse path first: one that somebody waits for, then one that does not need another failure
   * to be taken, then by handling, then the shorter one.
   */
  public static final Comparator<FoundPath> WORST_FIRST =
      Comparator.comparing((FoundPath p) -> !p.waits)
          .thenComparing(p -> p.standIn.isPresent())
          .thenComparing(FoundPath::handling)
          .thenComparing(p -> p.frames.stream().filter(f -> !f.certain()).count())
          .thenComparing(p -> p.frames.size());

  /** Copies the frames. */
  public FoundPath {
    frames = List.copyOf(frames);
  }
}
