package dev.aiaudit.catalog.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiaudit.catalog.data.CatalogData;
import org.junit.jupiter.api.Test;

class LibraryTypesTest {
  private static final LibraryTypes TYPES = LibraryTypes.load(CatalogData.load());

  @Test
  void all_names_are_qualified() {
    assertThat(TYPES.known())
        .allMatch(Names::isQualified)
        .allSatisfy(type -> assertThat(TYPES.supertypes(type)).allMatch(Names::isQualified));
    assertThat(TYPES.functionalTypes().keySet()).allMatch(Names::isQualified);
    assertThat(TYPES.containerTypes()).allMatch(Names::isQualified);
  }

  @Test
  void no_type_is_above_itself() {
    assertThat(TYPES.known())
        .allSatisfy(
            type -> assertThat(TYPES.supertypes(type)).noneMatch(above -> TYPES.isA(above, type)));
  }

  @Test
  void supertypes_come_nearest_first() {
    assertThat(
            TYPES.withSupertypes(
                "org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor"))
        .containsExactly(
            "org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor",
            "org.springframework.core.task.AsyncTaskExecutor",
            "org.springframework.core.task.TaskExecutor",
            "java.util.concurrent.Executor");
    assertThat(TYPES.withSupertypes("com.acme.Own")).containsExactly("com.acme.Own");
  }

  @Test
  void a_functional_interface_knows_its_method_also_through_its_supertype() {
    assertThat(TYPES.functionalMethod("java.util.function.Supplier")).contains("get");
    assertThat(TYPES.functionalMethod("java.lang.Thread")).contains("run");
    assertThat(TYPES.functionalMethod("java.util.List")).isEmpty();
  }

  @Test
  void containers_hand_out_their_arguments() {
    assertThat(TYPES.elementResult("java.util.HashMap", "get")).hasValue(1);
    assertThat(TYPES.elementResult("java.util.ArrayList", "get")).hasValue(0);
    assertThat(TYPES.lambdaParam("java.util.Optional", "map")).hasValue(0);
    assertThat(TYPES.elementResult("java.util.List", "size")).isEmpty();
    assertThat(TYPES.lambdaParam("com.acme.Own", "map")).isEmpty();
  }

  @Test
  void pipelines_are_fluent_and_lists_are_not() {
    assertThat(TYPES.fluent("reactor.core.publisher.Mono")).isTrue();
    assertThat(TYPES.fluent("java.util.List")).isFalse();
  }

  @Test
  void a_projection_of_a_map_says_which_argument_it_holds() {
    assertThat(TYPES.container("java.util.concurrent.ConcurrentHashMap"))
        .hasValueSatisfying(
            map -> assertThat(map.projections()).containsEntry("values", "java.util.Collection:1"));
  }
}
