package dev.aiaudit.catalog.entrypoint;

import dev.aiaudit.model.EntryKind;
import java.util.Set;

/**
 * What every entry pattern says, however it selects its methods.
 *
 * @param id unique, such as {@code spring.mvc.mapping}
 * @param kind how the outside enters
 * @param waiting whether somebody waits
 * @param flags what else is particular about these entries
 */
public record EntryTraits(String id, EntryKind kind, Waiting waiting, Set<Flag> flags) {

  /** A particularity of an entry. */
  public enum Flag {
    /** Called from inside the process: by a publisher, or by the caller of an async method. */
    IN_PROCESS,
    /** A model calls it while the call that offers it is still open. */
    CALLED_BY_MODEL,
    /** A health probe: its failure can restart the service. */
    HEALTH,
    /** The caller inside the process never sees its exception. */
    SWALLOWS_FAILURE,
    /** The annotation may stand on the class instead and then holds for all public methods. */
    CLASS_TOO,
    /** The methods of the named type itself are meant, too. */
    TYPE_TOO
  }

  /** Copies the flags. */
  public EntryTraits {
    flags = Set.copyOf(flags);
  }

  /** Whether the flag is set. */
  public boolean is(Flag flag) {
    return flags.contains(flag);
  }
}
