package dev.aiaudit.catalog.detach;

import java.util.List;
import java.util.OptionalInt;

/**
 * A call that decides who waits for some code.
 *
 * @param id unique, such as {@code executor.submit}
 * @param types the receiver, or for static methods the declaring type, is one of these or below
 * @param methods method names; a star stands for all that no other pattern of the type names
 * @param effect what it does
 * @param task where the code is
 * @param arguments positions of the code arguments when {@code task} is {@code ARGUMENTS}; empty:
 *     every argument that is code
 * @param errorConsumer position of the argument that receives a failure
 * @param topic position of the argument that names topic, queue or destination
 * @param ui a person still looks at a window: on a path from a UI entry it waits all the same
 */
public record DetachCall(
    String id,
    List<String> types,
    List<String> methods,
    Effect effect,
    Task task,
    List<Integer> arguments,
    OptionalInt errorConsumer,
    OptionalInt topic,
    boolean ui) {

  /** Where the code is that the call is about. */
  public enum Task {
    /** In its arguments. */
    ARGUMENTS,
    /** The receiver: what its constructor was given, or its own overridden method. */
    RECEIVER
  }

  /** Copies the lists. */
  public DetachCall {
    types = List.copyOf(types);
    methods = List.copyOf(methods);
    arguments = List.copyOf(arguments);
  }
}
