package dev.aiaudit.catalog.guard;

import java.util.List;
import java.util.Set;

/**
 * What a call of an HTTP client does when the provider answers 500 or 529.
 *
 * @param id unique, such as {@code okhttp}
 * @param types the receiver, or for static methods the declaring type, is one of these or below
 * @param methods method names
 * @param annotations on the interface of a generated client
 * @param throwsOn5xx false: the error is an ordinary answer until the code looks at its status
 * @param on5xx what is thrown then
 * @param unreachable what is thrown when nobody answers
 * @param checks methods with which code looks at the status
 * @param silencedBy methods of the client or its builder that may keep it from throwing
 * @param repeats status codes that the client repeats by itself
 * @param onlyTyped it throws only where the answer's type is asked for, not for a plain response
 * @param bodyIsNull the body of an error is null
 */
public record HttpStatus(
    String id,
    List<String> types,
    List<String> methods,
    List<String> annotations,
    boolean throwsOn5xx,
    List<String> on5xx,
    List<String> unreachable,
    List<String> checks,
    List<String> silencedBy,
    Set<Integer> repeats,
    boolean onlyTyped,
    boolean bodyIsNull) {

  /** Copies the collections. */
  public HttpStatus {
    types = List.copyOf(types);
    methods = List.copyOf(methods);
    annotations = List.copyOf(annotations);
    on5xx = List.copyOf(on5xx);
    unreachable = List.copyOf(unreachable);
    checks = List.copyOf(checks);
    silencedBy = List.copyOf(silencedBy);
    repeats = Set.copyOf(repeats);
  }
}
