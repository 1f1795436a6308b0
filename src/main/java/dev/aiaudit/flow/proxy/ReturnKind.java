package dev.aiaudit.flow.proxy;

import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.JavaType;
import java.util.Set;

/** What a method gives back, as far as it matters to whoever guards it. */
public enum ReturnKind {
  /** The result itself. */
  PLAIN,
  /** A future: the work may go on when the method has returned. */
  FUTURE,
  /** A future that tells when it is done. */
  STAGE,
  /** A pipeline: the work begins when somebody subscribes. */
  REACTIVE;

  private static final Set<String> REACTIVE_PACKAGES =
      Set.of("reactor.core.publisher.", "io.reactivex.", "io.smallrye.mutiny.", "rx.");

  /** The kind of a method's return type. */
  static ReturnKind of(DeclaredMethod method, ProxyKnowledge knowledge) {
    JavaType type = knowledge.returnType(method);
    if (REACTIVE_PACKAGES.stream().anyMatch(type.name()::startsWith)
        || type.name().startsWith("org.reactivestreams.")
        || type.name().startsWith("java.util.concurrent.Flow.")) {
      return REACTIVE;
    }
    if (knowledge.isA(type, "java.util.concurrent.CompletionStage")) {
      return STAGE;
    }
    boolean future =
        knowledge.isA(type, "java.util.concurrent.Future")
            || type.simpleName().endsWith("ListenableFuture");
    return future ? FUTURE : PLAIN;
  }
}
