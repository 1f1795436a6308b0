package dev.aiaudit.flow;

import dev.aiaudit.catalog.guard.GuardCall;
import dev.aiaudit.catalog.guard.GuardCall.Body;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.trace.Flight;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Command objects that bring their fallback along, as those of Hystrix do. */
final class Commands {
  private static final Set<String> BODIES = Set.of("run", "construct");
  private static final Set<String> FALLBACKS = Set.of("getFallback", "resumeWithFallback");

  /** The one exception that never leads to the fallback. */
  private static final String PASSED = "com.netflix.hystrix.exception.HystrixBadRequestException";

  private final FlowKnowledge knowledge;
  private final Blocks blocks;

  Commands(FlowKnowledge knowledge, ExceptionTypes exceptions, Values values) {
    this.knowledge = knowledge;
    this.blocks = new Blocks(knowledge, exceptions, values);
  }

  /** The failure as whoever runs the command sees it, when a code is the body of one. */
  Flight leave(Code code, Flight flight, String provider, List<Guard> guards) {
    Optional<DeclaredMethod> body =
        code.method().filter(m -> BODIES.contains(m.name()) && m.decl().params().isEmpty());
    Optional<GuardCall> command = body.flatMap(m -> command(m.owner()));
    if (command.isEmpty() || !flight.travelling()) {
      return flight;
    }
    Location place = code.location(body.get().decl().nameSpan());
    CarrierFlow.GuardKinds.kinds(command.get(), place).forEach(guards::add);
    if (flight.types().equals(List.of(PASSED))) {
      return flight;
    }
    return body.get().owner().methods().stream()
        .filter(m -> FALLBACKS.contains(m.name()) && m.code().isPresent())
        .findFirst()
        .map(m -> answer(m, flight, provider, guards))
        .orElse(flight);
  }

  private Optional<GuardCall> command(DeclaredType type) {
    return knowledge.project().supertypes(type.type()).stream()
        .map(JavaType::name)
        .flatMap(t -> knowledge.guards().calls(t, "execute").stream())
        .filter(g -> g.body() == Body.OWN_METHODS)
        .findFirst();
  }

  private Flight answer(
      DeclaredMethod fallback, Flight flight, String provider, List<Guard> guards) {
    Code code = fallback.code().orElseThrow();
    Location place = code.location(fallback.decl().nameSpan());
    Handling handling =
        blocks.answer(code, Situation.in(code, provider, flight.types())).orElse(Handling.UNKNOWN);
    if (handling == Handling.RETHROW) {
      return flight.withTypes(List.of()).handled(handling, Optional.of(place));
    }
    if (handling.compareTo(Handling.STATIC) >= 0) {
      guards.add(Guard.effective(GuardKind.FALLBACK, "hystrix", place));
    }
    return flight.settle(handling, Optional.of(place));
  }
}
