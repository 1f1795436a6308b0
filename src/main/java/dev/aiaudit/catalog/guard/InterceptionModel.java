package dev.aiaudit.catalog.guard;

import dev.aiaudit.catalog.type.Interception;
import java.util.List;
import java.util.Map;

/**
 * What keeps annotations from acting under one way of interception.
 *
 * @param model the way of interception
 * @param defeats what defeats it, with the reason in words
 * @param liftedBy artifacts, plug-ins or annotations that lift all but {@code NOT_A_BEAN}
 */
public record InterceptionModel(
    Interception model, Map<Defeat, String> defeats, List<String> liftedBy) {

  /** A reason why an annotation does not act on a call. */
  public enum Defeat {
    /** The call is made on the same object. */
    SELF_INVOCATION,
    /** The object was made with {@code new} or its class is no bean. */
    NOT_A_BEAN,
    PRIVATE_METHOD,
    FINAL_METHOD,
    STATIC_METHOD,
    FINAL_CLASS,
    /** The call is made in a constructor or an init callback. */
    EARLY_CALL,
    /** The annotation stands on the interface and the call goes to the class. */
    INTERFACE_ANNOTATION
  }

  /** Copies the collections. */
  public InterceptionModel {
    defeats = Map.copyOf(defeats);
    liftedBy = List.copyOf(liftedBy);
  }
}
