package dev.aiaudit.flow;

import dev.aiaudit.model.Handling;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known while code that deals with a failure is read: the exception, and which variables
 * have which value after the failure. Mutable; each branch reads with a copy.
 */
final class Situation {
  private final Code code;
  private final Optional<String> caught;
  private final List<String> types;
  private final String provider;
  private final int depth;
  private final Map<String, Handling> variables;
  private Optional<String> client = Optional.empty();
  private Optional<Expr> falsy = Optional.empty();
  private Optional<Node> failed = Optional.empty();
  private Set<String> filled = new HashSet<>();
  private boolean errorSent;
  private boolean clientTold;
  private boolean shared;

  private Situation(
      Code code,
      Optional<String> caught,
      List<String> types,
      String provider,
      int depth,
      Map<String, Handling> variables) {
    this.code = code;
    this.caught = caught;
    this.types = types;
    this.provider = provider;
    this.depth = depth;
    this.variables = new HashMap<>(variables);
  }

  /** Reading begins in a piece of code; the provider is the one that is down. */
  static Situation in(Code code, String provider, List<String> types) {
    return new Situation(code, Optional.empty(), types, provider, 0, Map.of());
  }

  /** The variable that holds the client whose request failed. */
  Situation withClient(Optional<String> newClient) {
    client = newClient;
    return this;
  }

  /** The expression of this code at which the failure arose. */
  Situation withFailed(Node expression) {
    failed = Optional.of(expression);
    return this;
  }

  /** A call that the failure made null, empty or false. */
  Situation withFalsy(Expr call) {
    falsy = Optional.of(call);
    return this;
  }

  /** The exception is in a variable of that name. */
  Situation caughtAs(String name) {
    return copied(new Situation(code, Optional.of(name), types, provider, depth, variables));
  }

  private Situation copied(Situation copy) {
    copy.errorSent = errorSent;
    copy.clientTold = clientTold;
    copy.client = client;
    copy.falsy = falsy;
    copy.failed = failed;
    copy.filled = new HashSet<>(filled);
    copy.shared = shared;
    return copy;
  }

  /** Another branch with the same knowledge. */
  Situation branch() {
    return copied(new Situation(code, caught, types, provider, depth, variables));
  }

  /** Inside a method that the code calls; what its parameters are is not known. */
  Situation inside(Code callee, Optional<String> caughtThere) {
    Situation inside = new Situation(callee, caughtThere, types, provider, depth + 1, Map.of());
    inside.client = client;
    return inside;
  }

  /** What is read runs also when nothing has failed, so a request in it is no way out. */
  Situation sharedWithSuccess(boolean really) {
    shared = really;
    return this;
  }

  boolean shared() {
    return shared;
  }

  Code code() {
    return code;
  }

  Optional<String> caught() {
    return caught;
  }

  List<String> types() {
    return types;
  }

  Optional<String> client() {
    return client;
  }

  Optional<Node> failed() {
    return failed;
  }

  /** A variable holds content of its own by now: many things, or a text about many things. */
  void fill(String name) {
    filled.add(name);
    variables.put(name, Handling.STATIC);
  }

  boolean isFilled(String name) {
    return filled.contains(name);
  }

  /** Whether the expression is the call that the failure made null, empty or false. */
  boolean isFalsy(Expr e) {
    return falsy.filter(f -> f == e).isPresent();
  }

  String provider() {
    return provider;
  }

  int depth() {
    return depth;
  }

  Optional<Handling> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /** Whether an expression mentions a variable that the failure gave a value. */
  boolean knowsPartOf(Expr e) {
    return variables.keySet().stream().anyMatch(v -> Conditions.mentions(e, v));
  }

  void assign(String name, Handling value) {
    filled.remove(name);
    variables.put(name, value);
  }

  boolean errorSent() {
    return errorSent;
  }

  void sendError() {
    errorSent = true;
  }

  /** Whether a client was told through an emitter or socket that it holds open. */
  boolean clientTold() {
    return clientTold;
  }

  void tellClient() {
    clientTold = true;
  }

  /** Takes over what a branch learned that goes on behind the branching. */
  void merge(Situation branch) {
    errorSent |= branch.errorSent;
    clientTold |= branch.clientTold;
    filled.addAll(branch.filled);
    branch.variables.forEach((k, v) -> variables.merge(k, v, Handling::worse));
  }
}
