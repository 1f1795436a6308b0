package dev.aiaudit.catalog.entrypoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiaudit.catalog.data.CatalogData;
import dev.aiaudit.catalog.data.DataException;
import dev.aiaudit.catalog.data.YamlForm;
import dev.aiaudit.catalog.entrypoint.EntryPattern.AnnotatedMethod;
import dev.aiaudit.catalog.entrypoint.EntryPattern.AnnotatedParameter;
import dev.aiaudit.catalog.entrypoint.EntryPattern.AnnotatedType;
import dev.aiaudit.catalog.entrypoint.EntryPattern.BeanMethod;
import dev.aiaudit.catalog.entrypoint.EntryPattern.DispatchedMethod;
import dev.aiaudit.catalog.entrypoint.EntryPattern.MainMethod;
import dev.aiaudit.catalog.entrypoint.EntryPattern.PublicMethodsOf;
import dev.aiaudit.catalog.entrypoint.EntryPattern.Registration;
import dev.aiaudit.catalog.entrypoint.EntryPattern.SupertypeMethods;
import dev.aiaudit.catalog.entrypoint.EntryTraits.Flag;
import dev.aiaudit.catalog.entrypoint.RoutePart.Place;
import dev.aiaudit.catalog.entrypoint.RouteSpec.Form;
import dev.aiaudit.catalog.entrypoint.Waiting.Waits;
import dev.aiaudit.catalog.type.Names;
import dev.aiaudit.model.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryPatternsTest {
  private static final EntryPatterns PATTERNS = EntryPatterns.load(CatalogData.load());

  @Test
  void ids_are_unique() {
    assertThat(PATTERNS.all()).extracting(EntryPattern::id).doesNotHaveDuplicates();
  }

  @Test
  void every_kind_but_none_has_a_pattern() {
    assertThat(PATTERNS.all())
        .extracting(pattern -> pattern.traits().kind())
        .contains(EntryKind.values());
  }

  @Test
  void all_type_names_are_qualified() {
    List<String> names = new ArrayList<>();
    PATTERNS.all().forEach(pattern -> names.addAll(typeNames(pattern)));
    assertThat(names).hasSizeGreaterThan(600).allMatch(Names::isQualified);
  }

  @Test
  void no_list_names_a_type_twice() {
    assertThat(PATTERNS.all())
        .allSatisfy(pattern -> assertThat(selectors(pattern)).doesNotHaveDuplicates());
  }

  @Test
  void every_pattern_selects_something() {
    assertThat(PATTERNS.all())
        .filteredOn(pattern -> !(pattern instanceof MainMethod))
        .allSatisfy(pattern -> assertThat(selectors(pattern)).isNotEmpty());
  }

  @Test
  void spring_mapping_joins_class_and_method_and_knows_the_verb() {
    EntryPattern pattern =
        PATTERNS.forMethodAnnotation("org.springframework.web.bind.annotation.PostMapping").get(0);
    assertThat(pattern.traits().kind()).isEqualTo(EntryKind.HTTP);
    assertThat(pattern.traits().waiting().byDefault()).isEqualTo(Waits.YES);
    assertThat(pattern.route().form()).isEqualTo(Form.HTTP);
    assertThat(pattern.route().verbs())
        .containsEntry("org.springframework.web.bind.annotation.PostMapping", "POST")
        .doesNotContainKey("org.springframework.web.bind.annotation.RequestMapping");
    assertThat(pattern.route().verbMember()).contains("method");
    assertThat(pattern.route().at(Place.METHOD))
        .containsExactly(new RoutePart(Place.METHOD, Optional.empty(), List.of("value", "path")));
    assertThat(pattern.route().at(Place.CLASS).get(0).annotation())
        .contains("org.springframework.web.bind.annotation.RequestMapping");
  }

  @Test
  void a_controller_may_implement_an_interface_that_is_not_among_the_sources() {
    assertThat(
            PATTERNS.forClassAnnotation("org.springframework.web.bind.annotation.RestController"))
        .extracting(pattern -> ((PublicMethodsOf) pattern).reach())
        .containsExactly(Reach.UNSEEN_OVERRIDES);
  }

  @Test
  void jakarta_and_javax_resources_are_both_known() {
    assertThat(PATTERNS.forMethodAnnotation("jakarta.ws.rs.GET"))
        .isEqualTo(PATTERNS.forMethodAnnotation("javax.ws.rs.GET"))
        .hasSize(1);
  }

  @Test
  void grpc_services_are_found_by_the_ending_of_their_base_class() {
    assertThat(PATTERNS.forSupertype("com.acme.OrderGrpc.OrderImplBase"))
        .extracting(EntryPattern::id)
        .containsExactly("grpc.impl-base");
    assertThat(PATTERNS.forSupertype("com.acme.Order")).isEmpty();
    assertThat(PATTERNS.supertypeEndings()).contains("ImplBase");
  }

  @Test
  void a_servlet_method_carries_its_verb() {
    SupertypeMethods servlet = PATTERNS.forSupertype("jakarta.servlet.http.HttpServlet").get(0);
    assertThat(servlet.route().verbs()).containsEntry("doPost", "POST");
    assertThat(servlet.methods()).contains(MethodPick.of("service/2"));
  }

  @Test
  void a_lambda_waits_or_not_by_the_type_of_its_event() {
    SupertypeMethods lambda =
        PATTERNS.forSupertype("com.amazonaws.services.lambda.runtime.RequestHandler").get(0);
    assertThat(lambda.traits().waiting().byParameter())
        .containsEntry("com.amazonaws.services.lambda.runtime.events.SQSEvent", Waits.NO);
  }

  @Test
  void listeners_of_the_own_process_wait_as_their_publisher_does() {
    EntryPattern listener =
        PATTERNS.forMethodAnnotation("org.springframework.context.event.EventListener").get(0);
    assertThat(listener.traits().is(Flag.IN_PROCESS)).isTrue();
    assertThat(listener.traits().waiting().byDefault()).isEqualTo(Waits.PUBLISHER);
  }

  @Test
  void tools_are_called_by_a_model() {
    assertThat(PATTERNS.forMethodAnnotation("dev.langchain4j.agent.tool.Tool"))
        .allMatch(pattern -> pattern.traits().is(Flag.CALLED_BY_MODEL));
  }

  @Test
  void an_async_annotation_counts_on_a_class_too() {
    String async = "org.springframework.scheduling.annotation.Async";
    assertThat(PATTERNS.forClassAnnotation(async)).isEqualTo(PATTERNS.forMethodAnnotation(async));
  }

  @Test
  void registrations_know_path_prefix_and_chain() {
    Registration javalin = PATTERNS.registration("io.javalin.Javalin", "get").get(0);
    assertThat(javalin.pathArgument()).hasValue(0);
    assertThat(javalin.callRoute().verbs()).containsEntry("get", "GET");
    assertThat(javalin.callRoute().within()).contains("path");
    Registration vertx = PATTERNS.registration("io.vertx.ext.web.Route", "handler").get(0);
    assertThat(vertx.callRoute().chain()).containsEntry("get", "GET").containsEntry("route", "");
  }

  @Test
  void a_runner_bean_is_an_entry() {
    assertThat(PATTERNS.forMethodAnnotation("org.springframework.context.annotation.Bean"))
        .hasOnlyElementsOfType(BeanMethod.class)
        .extracting(EntryPattern::id)
        .contains("startup.runner-bean", "lambda.function-bean");
  }

  @Test
  void observers_are_selected_by_their_parameter() {
    assertThat(PATTERNS.forParameterAnnotation("jakarta.enterprise.event.Observes"))
        .extracting(EntryPattern::id)
        .containsExactly("event.cdi", "startup.cdi-lifecycle");
  }

  @Test
  void prefilter_names_are_simple() {
    assertThat(PATTERNS.annotationSimpleNames()).contains("GetMapping", "Tool", "Observes");
    assertThat(PATTERNS.supertypeSimpleNames()).contains("HttpServlet", "Whole");
    assertThat(PATTERNS.registrationMethods()).contains("setOnAction", "createContext");
    assertThat(PATTERNS.mainMethod().traits().kind()).isEqualTo(EntryKind.MAIN);
  }

  @Test
  void a_pick_matches_by_name_ending_and_arity() {
    assertThat(MethodPick.of("on*").matches("onMessage", 1)).isTrue();
    assertThat(MethodPick.of("*").matches("<init>", 0)).isFalse();
    assertThat(MethodPick.of("*/0").matches("index", 1)).isFalse();
    assertThat(MethodPick.of("run/1").matches("run", 1)).isTrue();
    assertThat(MethodPick.of("run/1").matches("runAll", 1)).isFalse();
  }

  @Test
  void a_misspelt_key_or_word_is_refused() {
    assertThatThrownBy(() -> load("{id: x, select: main-method, kind: main, waits: no-one}"))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> load("{id: x, select: main-method, kind: mian, waits: false}"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("mian");
    assertThatThrownBy(() -> load("{id: x, select: main-method, kind: main, wait: false}"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("wait");
  }

  private static EntryPatterns load(String pattern) {
    String yaml = "entrypoints: {a.yaml: {patterns: [" + pattern + "]}}";
    return EntryPatterns.load(CatalogData.of(YamlForm.read("test", yaml)));
  }

  private static List<String> selectors(EntryPattern pattern) {
    if (pattern instanceof AnnotatedMethod p) {
      return p.annotations();
    } else if (pattern instanceof SupertypeMethods p) {
      return p.supertypes();
    } else if (pattern instanceof PublicMethodsOf p) {
      return p.annotations();
    } else if (pattern instanceof AnnotatedType p) {
      return p.annotations();
    } else if (pattern instanceof DispatchedMethod d) {
      return d.parameterTypes().stream().map(t -> t.replace(".*", ".Any")).toList();
    } else if (pattern instanceof AnnotatedParameter p) {
      return p.annotations();
    } else if (pattern instanceof BeanMethod p) {
      return p.annotations();
    } else if (pattern instanceof Registration p) {
      return p.types();
    }
    return List.of();
  }

  private static List<String> typeNames(EntryPattern pattern) {
    List<String> names = new ArrayList<>(selectors(pattern));
    names.addAll(pattern.traits().waiting().byParameter().keySet());
    names.addAll(pattern.traits().waiting().yesWith());
    pattern.route().parts().forEach(part -> part.annotation().ifPresent(names::add));
    if (pattern instanceof AnnotatedMethod p) {
      names.addAll(p.in());
      names.addAll(p.notIn());
      names.addAll(p.parameterTypes());
    } else if (pattern instanceof BeanMethod p) {
      names.addAll(p.alsoOn());
      names.addAll(p.returns());
    } else if (pattern instanceof SupertypeMethods p) {
      names.addAll(p.returns());
    } else if (pattern instanceof Registration p) {
      p.handler().ifPresent(names::add);
    }
    names.removeIf(name -> name.startsWith("*"));
    return names;
  }
}
