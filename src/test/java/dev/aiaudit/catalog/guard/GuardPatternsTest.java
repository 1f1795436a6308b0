package dev.aiaudit.catalog.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.data.DataException;
import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.catalog.data.YamlForm;
import dev.aiaudit.catalog.guard.FallbackForm.Missing;
import dev.aiaudit.catalog.guard.FallbackForm.Signature;
import dev.aiaudit.catalog.guard.GuardAnnotation.AsyncReturn;
import dev.aiaudit.catalog.guard.GuardAnnotation.Flag;
import dev.aiaudit.catalog.guard.GuardAnnotation.Part;
import dev.aiaudit.catalog.guard.GuardCall.Body;
import dev.aiaudit.catalog.guard.InterceptionModel.Defeat;
import dev.aiaudit.catalog.guard.Wrapper.When;
import dev.aiaudit.catalog.type.Interception;
import dev.aiaudit.catalog.type.LibraryTypes;
import dev.aiaudit.catalog.type.Names;
import dev.aiaudit.model.GuardKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardPatternsTest {
  private static final CatalogData DATA = CatalogData.load();
  private static final LibraryTypes TYPES = LibraryTypes.load(DATA);
  private static final GuardPatterns PATTERNS = GuardPatterns.load(DATA, TYPES);
  private static final String MONO = "reactor.core.publisher.Mono";
  private static final String FUTURE = "java.util.concurrent.CompletableFuture";

  @Test
  void ids_are_unique() {
    assertThat(PATTERNS.annotations()).extracting(GuardAnnotation::id).doesNotHaveDuplicates();
    assertThat(PATTERNS.calls()).extracting(GuardCall::id).doesNotHaveDuplicates();
    assertThat(rawTexts("wrappers", "id")).isNotEmpty().doesNotHaveDuplicates();
    assertThat(rawTexts("clients", "id")).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void all_type_names_are_qualified() {
    List<String> names = new ArrayList<>();
    for (String key : List.of("annotations", "types", "companions", "handlerType", "throws")) {
      for (String group : List.of("annotations", "calls", "wrappers", "clients")) {
        names.addAll(rawTexts(group, key));
      }
    }
    names.addAll(rawTexts("clients", "on5xx"));
    names.addAll(rawTexts("clients", "unreachable"));
    PATTERNS
        .annotations()
        .forEach(guard -> guard.needs().forEach(need -> names.addAll(need.annotations())));
    assertThat(names).hasSizeGreaterThan(300).allMatch(Names::isQualified);
  }

  @Test
  void every_thrown_type_is_known_down_to_throwable() {
    List<String> names = new ArrayList<>(rawTexts("wrappers", "throws"));
    names.addAll(rawTexts("clients", "on5xx"));
    names.addAll(rawTexts("clients", "unreachable"));
    assertThat(names)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(TYPES.isChecked(name)).as(name).isPresent());
  }

  @Test
  void checked_and_unchecked_exceptions_are_told_apart() {
    assertThat(TYPES.isChecked("java.net.http.HttpTimeoutException")).contains(true);
    assertThat(TYPES.isChecked("java.util.concurrent.CompletionException")).contains(false);
    assertThat(TYPES.isChecked("com.acme.OwnException")).isEmpty();
    assertThat(
            TYPES.isA(
                "java.net.http.HttpTimeoutException", "java.util.concurrent.TimeoutException"))
        .isFalse();
  }

  @Test
  void every_effect_is_used() {
    assertThat(PATTERNS.calls()).extracting(GuardCall::effect).contains(Effect.values());
  }

  @Test
  void needs_say_what_happens_without_them() {
    assertThat(PATTERNS.annotations())
        .flatExtracting(GuardAnnotation::needs)
        .isNotEmpty()
        .allSatisfy(
            need -> {
              assertThat(need.otherwise()).isNotBlank();
              assertThat(need.artifacts().size() + need.annotations().size() + need.config().size())
                  .isPositive();
            });
  }

  @ParameterizedTest
  @EnumSource(Interception.class)
  void every_interception_has_its_model(Interception interception) {
    assertThat(PATTERNS.model(interception).model()).isEqualTo(interception);
  }

  @Test
  void self_invocation_defeats_spring_and_weld_but_not_quarkus_and_micronaut() {
    assertThat(PATTERNS.model(Interception.SPRING_AOP).defeats())
        .containsKey(Defeat.SELF_INVOCATION);
    assertThat(PATTERNS.model(Interception.CDI_WELD).defeats()).containsKey(Defeat.SELF_INVOCATION);
    assertThat(PATTERNS.model(Interception.QUARKUS_ARC).defeats())
        .doesNotContainKey(Defeat.SELF_INVOCATION);
    assertThat(PATTERNS.model(Interception.MICRONAUT).defeats())
        .doesNotContainKey(Defeat.SELF_INVOCATION);
  }

  @Test
  void the_same_simple_name_means_different_guards() {
    GuardAnnotation resilience =
        guard("io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker");
    GuardAnnotation microprofile = guard("org.eclipse.microprofile.faulttolerance.CircuitBreaker");
    assertThat(resilience.members(Part.FALLBACK)).containsExactly("fallbackMethod");
    assertThat(microprofile.members(Part.FALLBACK)).isEmpty();
    assertThat(resilience.fallback().missing()).isEqualTo(Missing.SILENT);
    assertThat(resilience.configPrefix()).contains("resilience4j.circuitbreaker.instances");
    assertThat(microprofile.elsewhere()).isEqualTo(Interception.CDI_WELD);
  }

  @Test
  void attempts_are_counted_as_the_library_counts_them() {
    assertThat(guard("org.eclipse.microprofile.faulttolerance.Retry").attempts().calls(3))
        .isEqualTo(4);
    assertThat(guard("io.github.resilience4j.retry.annotation.Retry").attempts().calls(3))
        .isEqualTo(3);
    assertThat(call(MONO, "retry", 0).attempts().defaultCalls()).hasValue(0);
  }

  @Test
  void a_time_limiter_requires_an_async_return_type() {
    assertThat(guard("io.github.resilience4j.timelimiter.annotation.TimeLimiter").asyncReturn())
        .isEqualTo(AsyncReturn.REQUIRED);
    assertThat(guard("org.springframework.retry.annotation.Retryable").asyncReturn())
        .isEqualTo(AsyncReturn.START_ONLY);
    assertThat(guard("org.springframework.resilience.annotation.Retryable").asyncReturn())
        .isEqualTo(AsyncReturn.FUTURES_START_ONLY);
  }

  @Test
  void recover_is_the_companion_of_retryable() {
    GuardAnnotation retryable = guard("org.springframework.retry.annotation.Retryable");
    assertThat(PATTERNS.companion("org.springframework.retry.annotation.Recover"))
        .contains(retryable);
    assertThat(retryable.fallback().signature()).isEqualTo(Signature.RECOVER);
    assertThat(retryable.needs().get(0).annotations())
        .containsExactly("org.springframework.retry.annotation.EnableRetry");
  }

  @Test
  void a_cache_answers_only_for_what_it_has() {
    GuardAnnotation cacheable = guard("org.springframework.cache.annotation.Cacheable");
    assertThat(cacheable.kinds()).containsExactly(GuardKind.CACHE);
    assertThat(cacheable.is(Flag.ON_HIT_ONLY)).isTrue();
  }

  @Test
  void reactor_tells_failure_from_emptiness_and_timeout() {
    assertThat(call(MONO, "onErrorResume", 1).effect()).isEqualTo(Effect.RECOVER_WITH);
    assertThat(call(MONO, "onErrorReturn", 2).effect()).isEqualTo(Effect.RECOVER_VALUE);
    assertThat(call(MONO, "switchIfEmpty", 1).effect()).isEqualTo(Effect.EMPTY_FALLBACK);
    assertThat(call(MONO, "doOnError", 1).effect()).isEqualTo(Effect.SIDE_EFFECT);
    assertThat(call(MONO, "timeout", 1).effect()).isEqualTo(Effect.TIMEOUT);
    assertThat(call(MONO, "timeout", 2).effect()).isEqualTo(Effect.TIMEOUT_WITH_FALLBACK);
  }

  @Test
  void the_handler_is_the_last_argument_and_a_filter_the_first() {
    GuardCall resume = call(MONO, "onErrorResume", 2);
    assertThat(GuardPlaces.at(resume.places().handler(), 2)).hasValue(1);
    assertThat(GuardPlaces.at(resume.places().handler(), 1)).hasValue(0);
    assertThat(GuardPlaces.at(OptionalInt.of(1), 1)).isEmpty();
  }

  @Test
  void future_operators_are_found_through_the_stage_interface() {
    assertThat(call(FUTURE, "exceptionally", 1).effect()).isEqualTo(Effect.RECOVER_WITH);
    assertThat(call(FUTURE, "handle", 1).effect()).isEqualTo(Effect.RECOVER_BOTH);
    assertThat(call(FUTURE, "whenComplete", 1).effect()).isEqualTo(Effect.SIDE_EFFECT);
    assertThat(call(FUTURE, "completeOnTimeout", 3).effect())
        .isEqualTo(Effect.TIMEOUT_WITH_FALLBACK);
    assertThat(PATTERNS.call(FUTURE, "get", 0)).isEmpty();
    assertThat(call(FUTURE, "get", 2).effect()).isEqualTo(Effect.TIMEOUT);
  }

  @Test
  void wrapping_libraries_know_body_and_handler() {
    GuardCall run =
        call("org.springframework.cloud.client.circuitbreaker.CircuitBreaker", "run", 2);
    assertThat(run.effect()).isEqualTo(Effect.RECOVER_WITH);
    assertThat(run.places().guarded()).hasValue(0);
    assertThat(run.places().handler()).hasValue(1);
    assertThat(call("org.springframework.retry.support.RetryTemplate", "execute", 2).effect())
        .isEqualTo(Effect.RECOVER_WITH);
    assertThat(call("dev.failsafe.Fallback", "of", 1).body()).isEqualTo(Body.POLICY_OBJECT);
    assertThat(call("com.netflix.hystrix.HystrixCommand", "execute", 0).body())
        .isEqualTo(Body.OWN_METHODS);
  }

  @Test
  void wrappers_say_when_they_take_the_place_of_the_original() {
    assertThat(PATTERNS.wrappers(FUTURE, "join"))
        .extracting(Wrapper::exception, Wrapper::when)
        .containsExactly(tuple("java.util.concurrent.CompletionException", When.ALWAYS));
    assertThat(PATTERNS.wrappers(FUTURE, "get"))
        .extracting(Wrapper::when)
        .containsExactly(When.ALWAYS, When.TIMEOUT);
    assertThat(PATTERNS.wrappers("io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker"))
        .extracting(Wrapper::when)
        .containsExactly(When.OPEN);
  }

  @Test
  void half_of_the_clients_do_not_throw_at_an_error_status() {
    assertThat(PATTERNS.httpStatus("okhttp3.Call", "execute").orElseThrow().throwsOn5xx())
        .isFalse();
    assertThat(
            PATTERNS
                .httpStatus("org.springframework.web.client.RestTemplate", "postForEntity")
                .orElseThrow()
                .throwsOn5xx())
        .isTrue();
    assertThat(PATTERNS.httpStatus("org.springframework.cloud.openfeign.FeignClient")).isPresent();
    assertThat(PATTERNS.httpStatus("java.lang.String", "trim")).isEmpty();
  }

  @Test
  void two_patterns_for_the_same_call_are_refused() {
    String one = "{id: a, types: [a.B], methods: [c], arguments: [1], effect: retry}";
    String two = "{id: b, types: [a.B], methods: [c], arguments: [2], effect: retry}";
    String any = "{id: c, types: [a.B], methods: [c], effect: retry}";
    assertThat(load(one, two).calls()).hasSize(2);
    assertThatThrownBy(() -> load(one, any))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("a.B#c");
  }

  private static GuardPatterns load(String... calls) {
    String yaml = "guards: {x.yaml: {calls: [" + String.join(", ", calls) + "]}}";
    return GuardPatterns.load(CatalogData.of(YamlForm.read("test", yaml)), TYPES);
  }

  private static GuardAnnotation guard(String annotation) {
    return PATTERNS.annotation(annotation).orElseThrow();
  }

  private static GuardCall call(String type, String method, int arguments) {
    return PATTERNS.call(type, method, arguments).orElseThrow();
  }

  private static List<String> rawTexts(String group, String key) {
    List<String> texts = new ArrayList<>();
    for (DataNode file : DATA.section(GuardPatterns.SECTION)) {
      file.items(group).forEach(node -> texts.addAll(node.texts(key)));
    }
    return texts;
  }
}
