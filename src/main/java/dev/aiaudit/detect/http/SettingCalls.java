package dev.aiaudit.detect.http;

import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls that look a setting or an environment variable up. */
final class SettingCalls {
  private static final Set<String> PROPERTY =
      Set.of(
          "getProperty", "getRequiredProperty", "getValue", "getOptionalValue", "getConfigValue");
  private static final Set<String> VARIABLE = Set.of("getenv");
  private static final Set<String> HOLDERS =
      Set.of(
          "Environment",
          "ConfigurableEnvironment",
          "System",
          "Config",
          "Properties",
          "PropertyResolver",
          "Dotenv");

  private final TextValues texts;
  private final Settings settings;

  SettingCalls(TextValues texts, Settings settings) {
    this.texts = texts;
    this.settings = settings;
  }

  /** The texts that the setting can have; empty when the call is no look-up. */
  Optional<List<TextValue>> of(Expr.Call call, JavaType receiver, Code code) {
    if (call.args().isEmpty()) {
      return Optional.empty();
    }
    String holder = holder(call, receiver);
    boolean dotenv = holder.equals("Dotenv") && call.name().equals("get");
    boolean map =
        call.name().matches("get|getOrDefault")
            && call.scope()
                .filter(s -> s instanceof Expr.Call c && c.name().equals("getenv"))
                .isPresent();
    if (VARIABLE.contains(call.name()) || dotenv || map) {
      return Optional.of(named(call, code, true));
    }
    return PROPERTY.contains(call.name()) && HOLDERS.contains(holder)
        ? Optional.of(named(call, code, false))
        : Optional.empty();
  }

  private static String holder(Expr.Call call, JavaType receiver) {
    return receiver.name().isEmpty() && call.scope().orElse(null) instanceof Expr.Name name
        ? name.id()
        : receiver.simpleName();
  }

  private List<TextValue> named(Expr.Call call, Code code, boolean variable) {
    DeclaredType in = code.owner();
    Expr last = call.args().get(call.args().size() - 1);
    boolean fallback = call.args().size() > 1 && !(last instanceof Expr.ClassLiteral);
    List<TextValue> otherwise = fallback ? texts.eval(last, code) : List.of();
    List<TextValue> out = new ArrayList<>();
    for (TextValue key : texts.eval(call.args().get(0), code)) {
      out.addAll(
          key.unknown()
              ? otherwise.isEmpty() ? Texts.UNKNOWN : otherwise
              : variable
                  ? settings.variable(key.template(), otherwise, in)
                  : settings.key(key.template(), otherwise, in));
    }
    return out;
  }
}
