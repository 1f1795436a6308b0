package dev.aiaudit.catalog;

import dev.aiaudit.catalog.data.DataNode;
import dev.aiaudit.model.Mode;
import dev.aiaudit.model.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one type of a catalogue entry. */
final class TypeReader {
  private static final Set<String> KEYS =
      Set.of(
          "is",
          "provider",
          "in-process",
          "builder",
          "fields",
          "steps",
          "calls",
          "not-calls",
          "url",
          "request");
  private static final Set<String> CALL_KEYS =
      Set.of(
          "method",
          "args",
          "with",
          "without",
          "static",
          "returns",
          "operation",
          "mode",
          "runs-on",
          "checked",
          "once",
          "from");

  private final String sdk;
  private final String type;

  private TypeReader(String sdk, String type) {
    this.sdk = sdk;
    this.type = type;
  }

  static TypeEntry read(String sdk, String type, DataNode node) {
    node.allowOnly(KEYS);
    TypeReader reader = new TypeReader(sdk, type);
    return new TypeEntry(
        sdk,
        type,
        node.texts("is"),
        node.findText("provider"),
        node.flag("in-process"),
        node.flag("builder"),
        texts(node.entries("fields")),
        reader.steps(node.entries("steps")),
        reader.calls(node.items("calls")),
        reader.notCalls(node.items("not-calls")),
        numbers(node.entries("url")),
        numbers(node.entries("request")));
  }

  /** A key is {@code method} or {@code method(arity)}. */
  private List<Step> steps(Map<String, DataNode> entries) {
    List<Step> steps = new ArrayList<>();
    entries.forEach(
        (key, returns) -> {
          int open = key.indexOf('(');
          String method = open < 0 ? key : key.substring(0, open);
          Arity arity =
              open < 0
                  ? Arity.ANY
                  : Arity.parse(returns, key.substring(open + 1, key.length() - 1));
          steps.add(new Step(method, arity, returns.text()));
        });
    return List.copyOf(steps);
  }

  private List<CallPattern> calls(List<DataNode> nodes) {
    List<CallPattern> calls = new ArrayList<>();
    for (DataNode node : nodes) {
      calls.add(node.isText() ? shortCall(node) : call(node));
    }
    return List.copyOf(calls);
  }

  /** A bare method name: any arguments, a blocking chat request. */
  private CallPattern shortCall(DataNode method) {
    return call(DataNode.map(method.path(), Map.of("method", method)));
  }

  private CallPattern call(DataNode node) {
    node.allowOnly(CALL_KEYS);
    return new CallPattern(
        sdk,
        type,
        node.text("method"),
        node.find("args").map(args -> Arity.parse(args, args.text())).orElse(Arity.ANY),
        node.findText("with"),
        node.findText("without"),
        node.flag("static"),
        node.texts("returns"),
        node.find("operation")
            .map(word -> SdkReader.word(Operation.values(), word))
            .orElse(Operation.CHAT),
        node.find("mode").map(word -> SdkReader.word(Mode.values(), word)).orElse(Mode.BLOCKING),
        node.find("runs-on").map(word -> SdkReader.word(RunsOn.values(), word)).orElse(RunsOn.CALL),
        node.texts("checked"),
        node.flag("once"));
  }

  private List<NotCall> notCalls(List<DataNode> nodes) {
    List<NotCall> notCalls = new ArrayList<>();
    for (DataNode node : nodes) {
      node.allowOnly(Set.of("method", "args", "reason"));
      Arity arity = node.find("args").map(args -> Arity.parse(args, args.text())).orElse(Arity.ANY);
      String reason = node.text("reason", "prepares");
      notCalls.add(new NotCall(type, node.text("method"), arity, reason));
    }
    return List.copyOf(notCalls);
  }

  private static Map<String, String> texts(Map<String, DataNode> entries) {
    Map<String, String> texts = new LinkedHashMap<>();
    entries.forEach((key, node) -> texts.put(key, node.text()));
    return texts;
  }

  private static Map<String, Integer> numbers(Map<String, DataNode> entries) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    entries.forEach((key, node) -> numbers.put(key, node.integer()));
    return numbers;
  }
}
