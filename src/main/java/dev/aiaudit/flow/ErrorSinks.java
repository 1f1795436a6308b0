package dev.aiaudit.flow;

import dev.aiaudit.catalog.detach.WebAsync;
import dev.aiaudit.model.Handling;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises calls that tell the waiting client about the failure instead of answering through the
 * return value.
 */
final class ErrorSinks {
  private static final Set<String> ERRORS =
      Set.of(
          "completeWithError",
          "sendError",
          "completeExceptionally",
          "setErrorResult",
          "onError",
          "tryOnError",
          "error",
          "fail",
          "resumeWithException",
          "setException",
          "tryEmitError",
          "emitError");

  /** Methods that bring a text to a user or client. */
  private static final Set<String> SENDS =
      Set.of(
          "send",
          "sendMessage",
          "sendText",
          "write",
          "println",
          "print",
          "reply",
          "replyText",
          "setText",
          "append",
          "convertAndSend",
          "convertAndSendToUser",
          "showMessageDialog",
          "editOriginal",
          "onNext",
          "next",
          "emit",
          "queue",
          "respond",
          "end",
          "result",
          "json",
          "string",
          "setErrorMessage",
          "showError",
          "setContent",
          "sendToUser",
          "text",
          "offer",
          "tryEmitNext",
          "processMessage",
          "addMessage",
          "appendMessage",
          "displayMessage",
          "sendObject",
          "sendBinary",
          "sendMessages",
          "broadcast",
          "publish",
          "showNotification",
          "setStatusText",
          "edit",
          "editMessage",
          "followUp",
          "sendEvent",
          "pushMessage",
          "replyMessage");

  /** A callback named after errors that is called. */
  private static final Set<String> FUNCTIONAL = Set.of("accept", "apply", "run", "call", "invoke");

  private final FlowKnowledge knowledge;
  private final Values values;

  ErrorSinks(FlowKnowledge knowledge, Values values) {
    this.knowledge = knowledge;
    this.values = values;
  }

  /** Whether a method of that name is there to be given an error. */
  static boolean takesErrors(String method) {
    return ERRORS.contains(method);
  }

  boolean sendsError(Expr.Call call, Situation at) {
    if (call.scope().isEmpty() || call.scope().get() instanceof Expr.This) {
      return isSending(call.name()) && values.ofParts(call.args(), at) == Handling.ERROR_RESPONSE;
    }
    String root = root(call.scope().get());
    if (FUNCTIONAL.contains(call.name()) && Values.errorName(capitalised(root))) {
      return true;
    }
    if (Blocks.isLogger(root) || root.equals("System")) {
      return false;
    }
    if (isConsole(call.scope().get()) && !isProgram(at)) {
      return false;
    }
    if (ERRORS.contains(call.name()) && !isLogging(call, at)) {
      return true;
    }
    if (call.name().toLowerCase(Locale.ROOT).startsWith("setstatus")
        && call.args().stream().anyMatch(ErrorStatus::isError)) {
      return true;
    }
    return isSending(call.name())
        && (isWebAsync(call, at) || values.ofParts(call.args(), at) == Handling.ERROR_RESPONSE);
  }

  private static boolean isSending(String method) {
    return SENDS.contains(method)
        || (method.startsWith("send") || method.startsWith("push") || method.startsWith("emit"))
            && !method.contains("Alert")
            && !method.contains("Alarm")
            && !method.contains("Metric");
  }

  /** {@code System.out} and {@code System.err}. */
  private static boolean isConsole(Expr scope) {
    return scope instanceof Expr.FieldAccess access
        && access.scope() instanceof Expr.Name owner
        && owner.id().equals("System");
  }

  /** Whether a user at a terminal reads what the class prints; of a server it is a log. */
  private static boolean isProgram(Situation at) {
    return at.code().owner().methods().stream()
        .anyMatch(
            m -> m.name().equals("main") || m.name().equals("run") || m.name().equals("call"));
  }

  private static String capitalised(String name) {
    return name.startsWith("on") ? name.substring(2) : name;
  }

  private boolean isLogging(Expr.Call call, Situation at) {
    JavaType type = knowledge.typer().typeOf(call.scope().orElseThrow(), at.code());
    return type.simpleName().contains("Log");
  }

  /** Anything that a handler sends through an emitter is about the failure. */
  boolean isWebAsync(Expr.Call call, Situation at) {
    if (call.scope().isEmpty()) {
      return false;
    }
    JavaType type = knowledge.typer().typeOf(call.scope().get(), at.code());
    Optional<WebAsync> web =
        type.isKnown() ? knowledge.detach().webAsync(type.name()) : Optional.empty();
    return web.filter(w -> w.sends().contains(call.name()) || w.fails().contains(call.name()))
        .isPresent();
  }

  /**
   * Whether a value is an emitter or deferred result: what it brings the client is what is sent
   * through it, and not what it was made with.
   */
  boolean isClient(Expr value, Situation at) {
    JavaType type = knowledge.typer().typeOf(value, at.code());
    return (value instanceof Expr.Name || value instanceof Expr.FieldAccess)
        && type.isKnown()
        && knowledge.detach().webAsync(type.name()).filter(WebAsync::isFed).isPresent();
  }

  private static String root(Expr e) {
    Expr at = e;
    while (at instanceof Expr.Call c && c.scope().isPresent()) {
      at = c.scope().get();
    }
    if (at instanceof Expr.FieldAccess access) {
      return access.name();
    }
    return at instanceof Expr.Name name ? name.id() : "";
  }
}
