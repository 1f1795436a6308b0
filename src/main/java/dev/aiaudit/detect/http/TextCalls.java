package dev.aiaudit.detect.http;

import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.resolve.Callee;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.resolve.JavaType;
import dev.aiaudit.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The texts that calls return: methods of the tree, accessors, settings look-ups, and what
 * libraries do with texts.
 */
final class TextCalls {
  private static final int MAX_TARGETS = 6;

  private final Surroundings at;
  private final TextValues texts;
  private final TextVariables variables;
  private final SettingCalls lookups;
  private final TextOperations operations;

  TextCalls(Surroundings at, TextValues texts, Settings settings, TextVariables variables) {
    this.at = at;
    this.texts = texts;
    this.variables = variables;
    this.lookups = new SettingCalls(texts, settings);
    this.operations = new TextOperations(at, texts);
  }

  List<TextValue> of(Expr.Call call, Code code) {
    Callee callee = at.typer().callee(call, code);
    if (!callee.methods().isEmpty()) {
      return ofTree(callee, call, code);
    }
    Optional<DeclaredType> declared = at.project().find(callee.receiver());
    if (declared.isPresent() && call.args().isEmpty()) {
      Optional<List<TextValue>> property =
          pinned(
              call,
              code,
              () ->
                  variables
                      .chain(call, code)
                      .or(() -> variables.property(declared.get(), call.name())));
      if (property.isPresent()) {
        return property.get();
      }
    }
    Optional<List<TextValue>> setting = lookups.of(call, callee.receiver(), code);
    return setting.isPresent() ? setting.get() : operations.of(call, callee.receiver(), code);
  }

  private List<TextValue> ofTree(Callee callee, Expr.Call call, Code code) {
    List<TextValue> out = new ArrayList<>();
    List<DeclaredMethod> targets = targets(callee);
    for (DeclaredMethod m : targets.subList(0, Math.min(MAX_TARGETS, targets.size()))) {
      Optional<Code> body = m.code();
      if (body.isPresent()) {
        Frame frame = new Frame(m, call.args(), code, texts.frame());
        out.addAll(
            pinned(call, code, () -> Optional.of(texts.inside(frame, body.get())))
                .orElse(Texts.UNKNOWN));
      } else {
        out.addAll(abstractMethod(m));
      }
    }
    return out.isEmpty() ? Texts.UNKNOWN : out;
  }

  private List<TextValue> abstractMethod(DeclaredMethod method) {
    Optional<List<TextValue>> mapped = variables.mapped(method);
    return mapped.isPresent()
        ? mapped.get()
        : variables.property(method.owner(), method.name()).orElse(Texts.UNKNOWN);
  }

  private List<DeclaredMethod> targets(Callee callee) {
    List<DeclaredMethod> out = new ArrayList<>();
    for (DeclaredMethod m : callee.methods()) {
      List<DeclaredMethod> below =
          m.isAbstract() ? at.typer().members().fewOverriding(m) : List.<DeclaredMethod>of();
      out.addAll(below.isEmpty() ? List.of(m) : below);
    }
    return out;
  }

  /** Asks with the enum constant assumed on which the method is called, if it is one. */
  private Optional<List<TextValue>> pinned(
      Expr.Call call, Code code, java.util.function.Supplier<Optional<List<TextValue>>> question) {
    String name =
        call.scope()
            .filter(s -> s instanceof Expr.FieldAccess || s instanceof Expr.Name)
            .map(s -> s instanceof Expr.FieldAccess f ? f.name() : ((Expr.Name) s).id())
            .orElse("");
    Optional<DeclaredType> type =
        call.scope()
            .map(s -> at.typer().typeOf(s, code))
            .filter(JavaType::isKnown)
            .flatMap(at.project()::find)
            .filter(t -> t.decl().constants().stream().anyMatch(c -> c.name().equals(name)));
    if (type.isEmpty()) {
      return question.get();
    }
    variables.assume(type.get(), name);
    try {
      return question.get();
    } finally {
      variables.assume(type.get(), "");
    }
  }
}
