package dev.aiaudit.rule;

import static dev.aiaudit.rule.Fixtures.check;
import static dev.aiaudit.rule.Fixtures.detached;
import static dev.aiaudit.rule.Fixtures.entry;
import static dev.aiaudit.rule.Fixtures.frame;
import static dev.aiaudit.rule.Fixtures.http;
import static dev.aiaudit.rule.Fixtures.inventory;
import static dev.aiaudit.rule.Fixtures.line;
import static dev.aiaudit.rule.Fixtures.site;
import static dev.aiaudit.rule.Fixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.EntryKind;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Mode;
import dev.aiaudit.model.Operation;
import dev.aiaudit.model.Via;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StartupDependencyTest {

  private static final Frame API = frame("shop.Api.a");

  private final Rule rule = new StartupDependency();
  private final EntryPoint runner = entry("boot", EntryKind.STARTUP);
  private final CallSite served = site().line(90).paths(waiting("a", Handling.STATIC, API)).build();

  @Test
  void reportsABlockingCallThatStopsTheStartOfAService() {
    CallSite site = site().paths(detached("boot", Handling.NONE, API)).build();
    assertThat(check(rule, inventory(List.of(site, served), runner, http("a"))))
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("cannot start during an outage"));
  }

  @Test
  void isSilentOnADemonstrationBesideAService() {
    Frame demo =
        new Frame(
            "demo.Demo.run",
            Location.ofLine("demo/src/main/java/demo/Demo.java", 4),
            Via.CALL,
            false,
            true,
            List.of());
    CallSite site = site().paths(detached("boot", Handling.NONE, demo)).build();
    assertThat(check(rule, inventory(List.of(site, served), runner, http("a")))).isEmpty();
  }

  @Test
  void isSilentWhenCaughtOrOffThreadOrLazy() {
    Frame executor = new Frame("shop.Boot.run", line(4), Via.LAMBDA, true, true, List.of());
    List<CallSite> sites =
        List.of(
            site().paths(detached("boot", Handling.SWALLOW, API)).build(),
            site().paths(detached("boot", Handling.NONE, executor)).build(),
            site().mode(Mode.REACTIVE).paths(detached("boot", Handling.NONE, API)).build());
    List<CallSite> all = new ArrayList<>(sites);
    all.add(served);
    assertThat(check(rule, inventory(all, runner, http("a")))).isEmpty();
  }

  private EntryPoint probe() {
    return new EntryPoint(
        "probe",
        EntryKind.HTTP,
        "shop.ModelHealthIndicator.doHealthCheck",
        Optional.empty(),
        line(3),
        true,
        new TreeMap<>(),
        List.of(),
        List.of());
  }

  @Test
  void reportsAHealthCheckThatPaysForAnAnswer() {
    CallSite site =
        site().mode(Mode.REACTIVE).paths(waiting("probe", Handling.ERROR_RESPONSE, API)).build();
    assertThat(check(rule, inventory(List.of(site), probe())))
        .singleElement()
        .satisfies(
            f ->
                assertThat(f.message())
                    .startsWith("Health check ModelHealthIndicator.doHealthCheck asks openai"));
    assertThat(check(new UnguardedCriticalCall(), inventory(List.of(site), probe()))).isEmpty();
  }

  @Test
  void isSilentOnAHealthCheckThatCostsNothing() {
    CallSite list =
        site()
            .operation(Operation.OTHER)
            .paths(waiting("probe", Handling.ERROR_RESPONSE, API))
            .build();
    CallSite local = site().provider("ollama").paths(waiting("probe", Handling.NONE, API)).build();
    assertThat(check(rule, inventory(List.of(list, local), probe()))).isEmpty();
  }

  @Test
  void isSilentInAProgramThatServesNobody() {
    CallSite site = site().paths(detached("boot", Handling.NONE, API)).build();
    assertThat(check(rule, inventory(List.of(site), runner))).isEmpty();
  }
}
