package dev.aiaudit.render;

import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.EntryPick;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Ignore;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Policy;
import dev.aiaudit.model.Suppression;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A team's decisions, with every field used. */
record CannedPolicy(UnaryOperator<String> text) {

  Policy policy() {
    Optional<String> team = Optional.of(text.apply("team-shop"));
    return new Policy(
        Optional.of(Duration.ofSeconds(30)),
        List.of(
            new Policy.WaitBudget(
                new EntryPick(Optional.of(EntryKind.HTTP), Optional.of(text.apply("/orders/**"))),
                Duration.ofSeconds(2))),
        List.of(
            new Policy.GuardDemand(
                new EntryPick(Optional.of(EntryKind.GRPC), Optional.empty()),
                List.of(GuardKind.TIMEOUT))),
        List.of("openai", "anthropic"),
        List.of(
            new Policy.Declared(
                "openai",
                team,
                Optional.of(text.apply("runbooks/openai.md")),
                Optional.of(new BigDecimal("99.5")),
                Optional.of(new BigDecimal("99.9")))),
        new Policy.Targets(
            Optional.of(new BigDecimal("99.95")), Optional.of(Duration.ofMinutes(15))),
        new Policy.Costs(
            Optional.of("EUR"),
            Optional.of(new BigDecimal("120")),
            Optional.of(new BigDecimal("0.05")),
            Optional.of(new BigDecimal("3")),
            Optional.of(new BigDecimal("100")),
            Optional.of(new BigDecimal("40"))));
  }

  List<Ignore> ignores() {
    return List.of(
        new Ignore(
            new Location("src/main/java/com/shop/ai/SummaryService.java", 50, 5, 50, 60),
            Suppression.Kind.INLINE,
            List.of("AIA001"),
            text.apply("the caller shows the last answer"),
            Optional.of(text.apply("team-shop")),
            Optional.of("2027-01-31"),
            Ignore.State.UNUSED,
            ""));
  }
}
