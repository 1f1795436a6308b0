package dev.aiaudit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdviceEdgesTest {
  private static final String ORDERS =
      """
      @RestController class OrderController {
        @Audited @PostMapping("/orders") String create(String text) { return save(text, 1); }
        @GetMapping("/orders") String list() { return ""; }
        private String save(String text, int times) { return text; }
      }
      """;

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@annotation(Audited)",
        "@annotation(app.Audited)",
        "@annotation(audited)",
        "execution(* app.OrderController.create(..))",
        "execution(public * app..*.create(String))",
        "execution(@app.Audited * *(..))",
        "within(app..*) && execution(* create(*))",
        "@within(org.springframework.web.bind.annotation.RestController) && @annotation(Audited)",
        "bean(orderController) && !execution(* list())",
        "written()",
        "Cuts.elsewhere() && args(text)",
        "(within(com.acme..*) || within(app.OrderController)) && execution(* cr*(..))"
      })
  void whoeverCallsAMatchingMethodWaitsForTheAspect(String pointcut) throws Exception {
    Scan scan = aspect(pointcut);

    assertThat(scan.entries()).containsExactly("http app.OrderController.create POST /orders");
    assertThat(scan.frames())
        .containsExactly("app.OrderController.create advice", "app.Audit.watch call");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown()", "execution(* *(..))", "bean(*)"})
  void whoIsReachedThroughAPointcutThatCannotBeFollowedIsNotKnown(String pointcut)
      throws Exception {
    assertThat(aspect(pointcut).coupling()).isEqualTo("unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@annotation(Other)",
        "execution(* app.OrderController.create())",
        "execution(int app.OrderController.create(..))",
        "execution(* com.acme..*.*(..))",
        "within(app.Order)",
        "bean(orders)",
        "execution(* app.OrderController.save(..))"
      })
  void aspectsAroundOtherMethodsAreNotReached(String pointcut) throws Exception {
    assertThat(aspect(pointcut).coupling()).isEqualTo("unreached");
  }

  @Test
  void aPointcutThatIsOnlyPartlyUnderstoodIsMarked() throws Exception {
    assertThat(aspect("@annotation(Audited)").certain()).isTrue();
    assertThat(aspect("@annotation(Audited) && args(text)").certain()).isFalse();
  }

  @Test
  void anInterceptorIsBoundByItsAnnotation() throws Exception {
    Scan scan =
        Scan.of(
            root,
            ORDERS,
            "@jakarta.interceptor.InterceptorBinding @interface Audited {}",
            """
            @Audited @jakarta.interceptor.Interceptor class Audit {
              private ChatModel model;
              @jakarta.interceptor.AroundInvoke Object watch(Object context) { return model.chat("x"); }
            }
            """);

    assertThat(scan.entries()).containsExactly("http app.OrderController.create POST /orders");
  }

  private Scan aspect(String pointcut) throws Exception {
    return Scan.of(
        root,
        ORDERS,
        "@interface Audited {}",
        """
        import org.aspectj.lang.annotation.*;
        class Cuts {
          @Pointcut("within(app." + "OrderController) && @annotation(Audited)") void elsewhere() {}
        }
        """,
        """
        import org.aspectj.lang.annotation.*;
        @Aspect class Audit {
          private ChatModel model;
          @Pointcut("execution(* app.OrderController.create(..))") void written() {}
          @Around("%s") Object watch(Object point, Audited audited, String text) {
            return model.chat("x");
          }
        }
        """
            .formatted(pointcut));
  }
}
