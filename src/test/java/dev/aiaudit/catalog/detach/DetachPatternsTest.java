package dev.aiaudit.catalog.detach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.data.DataException;
import dev.aiaudit.catalog.data.YamlForm;
import dev.aiaudit.catalog.type.Interception;
import dev.aiaudit.catalog.type.LibraryTypes;
import dev.aiaudit.catalog.type.Names;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetachPatternsTest {
  private static final CatalogData DATA = CatalogData.load();
  private static final LibraryTypes TYPES = LibraryTypes.load(DATA);
  private static final DetachPatterns PATTERNS = DetachPatterns.load(DATA, TYPES);

  @Test
  void ids_are_unique() {
    assertThat(PATTERNS.calls()).extracting(DetachCall::id).doesNotHaveDuplicates();
    assertThat(PATTERNS.joins()).extracting(Join::id).doesNotHaveDuplicates();
    assertThat(PATTERNS.web()).extracting(WebAsync::id).doesNotHaveDuplicates();
    assertThat(PATTERNS.annotations()).extracting(DetachAnnotation::id).doesNotHaveDuplicates();
  }

  @Test
  void all_type_names_are_qualified() {
    List<String> names = new ArrayList<>();
    PATTERNS.calls().forEach(call -> names.addAll(call.types()));
    PATTERNS.joins().forEach(join -> names.addAll(join.types()));
    PATTERNS.web().forEach(web -> names.addAll(web.types()));
    PATTERNS
        .annotations()
        .forEach(
            annotation -> {
              names.addAll(annotation.annotations());
              names.addAll(annotation.enablers());
              names.addAll(annotation.returns());
            });
    assertThat(names).hasSizeGreaterThan(200).allMatch(Names::isQualified);
  }

  @Test
  void every_effect_is_used() {
    assertThat(PATTERNS.calls()).extracting(DetachCall::effect).contains(Effect.values());
  }

  @Test
  void a_thread_that_is_started_is_detached_and_one_that_is_run_is_not() {
    assertThat(effect("java.lang.Thread", "start")).isEqualTo(Effect.FIRE_AND_FORGET);
    assertThat(effect("java.lang.Thread", "run")).isEqualTo(Effect.SAME_THREAD);
    assertThat(PATTERNS.detach("java.lang.Thread", "start").orElseThrow().task())
        .isEqualTo(DetachCall.Task.RECEIVER);
  }

  @Test
  void an_executor_answers_for_its_subtypes() {
    String pool = "org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor";
    assertThat(effect(pool, "execute")).isEqualTo(Effect.FIRE_AND_FORGET);
    assertThat(effect(pool, "submit")).isEqualTo(Effect.FUTURE);
    assertThat(effect("java.util.concurrent.ForkJoinPool", "submit")).isEqualTo(Effect.FUTURE);
  }

  @Test
  void a_pipeline_takes_every_method_that_is_not_named() {
    assertThat(effect("reactor.core.publisher.Flux", "map")).isEqualTo(Effect.PIPELINE);
    assertThat(effect("reactor.core.publisher.Flux", "subscribe"))
        .isEqualTo(Effect.REACTIVE_SUBSCRIBE);
    assertThat(PATTERNS.detach("reactor.core.publisher.Flux", "subscribe").orElseThrow())
        .extracting(call -> call.errorConsumer().getAsInt())
        .isEqualTo(1);
  }

  @Test
  void streams_and_optionals_stay_on_the_thread() {
    assertThat(effect("java.util.stream.Stream", "map")).isEqualTo(Effect.SAME_THREAD);
    assertThat(effect("java.util.Optional", "map")).isEqualTo(Effect.SAME_THREAD);
    assertThat(effect("java.util.ArrayList", "forEach")).isEqualTo(Effect.SAME_THREAD);
  }

  @Test
  void a_future_is_joined_by_reading_it() {
    String future = "java.util.concurrent.CompletableFuture";
    assertThat(PATTERNS.joins(future, "join")).hasValueSatisfying(this::blocksItsReceiver);
    assertThat(PATTERNS.joins(future, "get")).hasValueSatisfying(this::blocksItsReceiver);
    assertThat(PATTERNS.joins(future, "thenApply")).isEmpty();
    assertThat(PATTERNS.joins(future, "allOf").orElseThrow().kind()).isEqualTo(Join.Kind.COMBINES);
  }

  @Test
  void a_send_ends_the_path_and_a_request_waits() {
    String rabbit = "org.springframework.amqp.rabbit.core.RabbitTemplate";
    assertThat(effect(rabbit, "convertAndSend")).isEqualTo(Effect.SEND);
    assertThat(effect(rabbit, "convertSendAndReceive")).isEqualTo(Effect.REQUEST_REPLY);
  }

  @Test
  void an_emitter_is_what_a_client_waits_for() {
    WebAsync emitter =
        PATTERNS
            .webAsync("org.springframework.web.servlet.mvc.method.annotation.SseEmitter")
            .orElseThrow();
    assertThat(emitter.fails()).containsExactly("completeWithError");
    assertThat(PATTERNS.webAsync("java.lang.String")).isEmpty();
  }

  @Test
  void a_callback_tells_its_failure_method() {
    assertThat(PATTERNS.callback("okhttp3.Callback").orElseThrow().failures())
        .containsExactly("onFailure");
    assertThat(PATTERNS.callback("java.lang.Runnable")).isEmpty();
  }

  @Test
  void spring_async_needs_its_enabler() {
    DetachAnnotation async =
        PATTERNS.annotation("org.springframework.scheduling.annotation.Async").orElseThrow();
    assertThat(async.interception()).isEqualTo(Interception.SPRING_AOP);
    assertThat(async.moves()).isTrue();
    assertThat(async.enablers()).contains("org.springframework.scheduling.annotation.EnableAsync");
    assertThat(PATTERNS.annotation("io.smallrye.common.annotation.Blocking").orElseThrow().moves())
        .isFalse();
  }

  @Test
  void direct_executors_and_early_answers_are_known() {
    assertThat(PATTERNS.isSameThread("org.springframework.core.task.SyncTaskExecutor")).isTrue();
    assertThat(
            PATTERNS.isSameThread(
                "com.google.common.util.concurrent.MoreExecutors", "directExecutor"))
        .isTrue();
    assertThat(PATTERNS.isAccepted("org.springframework.http.ResponseEntity", "accepted")).isTrue();
    assertThat(PATTERNS.isAccepted("org.springframework.http.ResponseEntity", "ok")).isFalse();
  }

  @Test
  void the_same_member_twice_is_refused() {
    String one = "{id: a, types: [a.B], methods: [c], effect: future}";
    String two = "{id: b, types: [a.B], methods: [c], effect: send}";
    String yaml = "detach: {x.yaml: {calls: [" + one + ", " + two + "]}}";
    CatalogData data = CatalogData.of(YamlForm.read("test", yaml));
    assertThatThrownBy(() -> DetachPatterns.load(data, TYPES))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("a.B#c");
  }

  private void blocksItsReceiver(Join join) {
    assertThat(join.kind()).isEqualTo(Join.Kind.BLOCKS);
    assertThat(join.of()).isEqualTo(Join.Of.RECEIVER);
  }

  private static Effect effect(String type, String method) {
    return PATTERNS.detach(type, method).orElseThrow().effect();
  }
}
