package dev.aiaudit.trace;

import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.Typer;
import dev.aiaudit.syntax.Expr;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A model of the project's own, such as a router over several providers, is called by the fluent
 * client of its library, and nobody names it there. Finds the requests through that client.
 *
 * <p>Source: Spring AI's {@code DefaultChatClient} calls {@code ChatModel.call} for {@code call()}
 * and {@code ChatModel.stream} for {@code stream()}.
 */
final class FluentEdges {
  private static final String MODEL = "org.springframework.ai.chat.model.ChatModel";
  private static final String CLIENT = "org.springframework.ai.chat.client.ChatClient.";
  private static final Map<String, String> ASKED_BY =
      Map.of("call", CLIENT + "CallResponseSpec", "stream", CLIENT + "StreamResponseSpec");

  private static final Set<String> BEANS = Set.of("Component", "Service", "Primary", "Named");

  private final Typer typer;
  private final List<Edge> requests;

  FluentEdges(Typer typer, List<Edge> requests) {
    this.typer = typer;
    this.requests = List.copyOf(requests);
  }

  /** The requests that may end in a method of a model; marked, because any model may be meant. */
  List<Edge> of(DeclaredMethod method) {
    String asking = ASKED_BY.getOrDefault(method.name(), "");
    if (asking.isEmpty()
        || !isMade(method.owner())
        || !typer.project().isSubtype(method.owner().type(), MODEL)) {
      return List.of();
    }
    return requests.stream()
        .filter(r -> r.node() instanceof Expr.Call call && receiver(call, r).equals(asking))
        .map(r -> new Edge(r.code(), r.node(), r.via(), false))
        .toList();
  }

  /** Whether some code creates an object of the class, or its container does. */
  private boolean isMade(DeclaredType type) {
    return !typer.project().index().filesCreating(type.decl().name()).isEmpty()
        || type.decl().annotations().stream().anyMatch(a -> BEANS.contains(a.simpleName()));
  }

  private String receiver(Expr.Call call, Edge request) {
    return typer.callee(call, request.code()).receiver().name();
  }
}
