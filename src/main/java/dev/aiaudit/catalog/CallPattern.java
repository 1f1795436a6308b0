package dev.aiaudit.catalog;

import dev.aiaudit.model.Mode;
import dev.aiaudit.model.Operation;
import java.util.List;
import java.util.Optional;

/**
 * A method whose call makes a request.
 *
 * @param sdk id of the catalogue entry
 * @param type full name of the declaring type, nested types with a dot
 * @param method method name
 * @param arity the argument counts of the overloads meant
 * @param withParam simple name of a parameter type that only these overloads have
 * @param withoutParam simple name of a parameter type that these overloads lack
 * @param isStatic whether it is called on the type
 * @param returns return types of the overloads as generic text, {@code void} included; may be empty
 * @param operation what is asked for
 * @param mode how the answer comes
 * @param runsOn when the request is sent
 * @param checked checked exceptions that these overloads declare
 * @param once whether all such calls on one object belong to one request: the first of them sends
 *     it
 */
public record CallPattern(
    String sdk,
    String type,
    String method,
    Arity arity,
    Optional<String> withParam,
    Optional<String> withoutParam,
    boolean isStatic,
    List<String> returns,
    Operation operation,
    Mode mode,
    RunsOn runsOn,
    List<String> checked,
    boolean once) {

  /** Copies the lists. */
  public CallPattern {
    returns = List.copyOf(returns);
    checked = List.copyOf(checked);
  }

  /** Whether nothing is sent by the call alone. */
  public boolean lazy() {
    return runsOn != RunsOn.CALL;
  }
}
