package dev.aiaudit.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one catalogue entry says about one type.
 *
 * @param sdk id of the catalogue entry
 * @param name full name
 * @param supertypes what it extends or implements, nearest first
 * @param provider the provider that a value of this type is bound to
 * @param inProcess whether it works inside the JVM
 * @param builder whether methods that are not listed return the same object
 * @param fields public fields and their types
 * @param steps methods that lead to another type
 * @param calls methods that make a request
 * @param notCalls methods that make none
 * @param url methods (or {@code <init>}) that are given a URL, with the number of that argument
 * @param request methods that are given a prepared request, with the number of that argument
 */
record TypeEntry(
    String sdk,
    String name,
    List<String> supertypes,
    Optional<String> provider,
    boolean inProcess,
    boolean builder,
    Map<String, String> fields,
    List<Step> steps,
    List<CallPattern> calls,
    List<NotCall> notCalls,
    Map<String, Integer> url,
    Map<String, Integer> request) {

  /** Why a method makes no request. */
  Optional<NotCall> notCall(String method, int argCount) {
    return notCalls.stream()
        .filter(not -> not.method().equals(method) && not.arity().accepts(argCount))
        .findFirst();
  }

  /** Whether a method is known to make no request: said so, or a step to another type. */
  boolean harmless(String method, int argCount) {
    return notCall(method, argCount).isPresent()
        || steps.stream().anyMatch(s -> s.method().equals(method) && s.arity().accepts(argCount));
  }

  /** The return type of the first step or call of that name whose arity fits. */
  Optional<String> returnType(String method, Predicate<Arity> fits) {
    return steps.stream()
        .filter(step -> step.method().equals(method) && fits.test(step.arity()))
        .map(Step::returns)
        .findFirst()
        .or(
            () ->
                calls.stream()
                    .filter(call -> call.method().equals(method) && fits.test(call.arity()))
                    .flatMap(call -> call.returns().stream())
                    .findFirst());
  }
}
