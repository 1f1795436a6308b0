package dev.aiaudit.trace;

import dev.aiaudit.resolve.DeclaredMethod;
import java.util.List;

/**
 * A method of an interface that sends a request to a handler of the same tree.
 *
 * @param method the method
 * @param form how the handler's failure travels from a call of the method
 * @param failures full names of what a call throws when the handler fails
 * @param certain false when the route is the same but something about the address is not known
 */
public record RemoteMethod(
    DeclaredMethod method, Flight.Form form, List<String> failures, boolean certain) {
  /** Copies the failures. */
  public RemoteMethod {
    failures = List.copyOf(failures);
  }
}
