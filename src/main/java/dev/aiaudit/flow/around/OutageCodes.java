package dev.aiaudit.flow.around;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredType;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import dev.aiaudit.syntax.Nodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lists of status codes on the way to a call that say when it is repeated or given up. */
final class OutageCodes {
  private static final Map<String, List<Integer>> ANSWERS =
      Map.of("anthropic", List.of(500, 529), "zhipu", List.of(500), "bedrock", List.of(500, 503));

  private static final List<Integer> USUAL = List.of(500, 503);

  private static final Map<String, Integer> NAMES =
      Map.of(
          "TOO_MANY_REQUESTS", 429,
          "INTERNAL_SERVER_ERROR", 500,
          "BAD_GATEWAY", 502,
          "SERVICE_UNAVAILABLE", 503,
          "GATEWAY_TIMEOUT", 504,
          "REQUEST_TIMEOUT", 408);

  /** Names of methods and variables that decide on a second attempt or a way out. */
  private static final Pattern DECIDES =
      Pattern.compile(
          "(?i).*(retr(y|i)|transient|fall_?back|overload|unavailab|outage|circuit|failover).*");

  private final Places places;

  OutageCodes(Places places) {
    this.places = places;
  }

  /**
   * A list that leaves codes out.
   *
   * @param where the list
   * @param text what it has and what it lacks
   */
  record Gap(Location where, String text) {}

  /** The first list on the way to a call that leaves out what its provider answers. */
  Optional<Gap> of(CallSite site) {
    List<Integer> expected = ANSWERS.getOrDefault(site.provider(), USUAL);
    Set<DeclaredType> types = new LinkedHashSet<>();
    for (var path : site.paths()) {
      for (Frame frame : path.frames()) {
        places.of(frame).ifPresent(p -> types.add(p.code().owner()));
      }
    }
    List<Gap> gaps = new ArrayList<>();
    types.stream().flatMap(t -> t.codes().stream()).forEach(c -> read(c, expected, gaps));
    return gaps.stream().min(Comparator.comparing(Gap::where));
  }

  private static void read(Code code, List<Integer> expected, List<Gap> gaps) {
    Set<Node> inside = new LinkedHashSet<>();
    Nodes.walk(
        code.root(),
        n -> {
          if (inside.contains(n) || !(n instanceof Expr list) || !isList(list)) {
            return;
          }
          Nodes.walk(list, inside::add);
          SortedSet<Integer> codes = codes(list);
          boolean outage = codes.size() > 1 && codes.stream().anyMatch(c -> c >= 500);
          if (!outage || ranges(code, list) || !decides(code, list)) {
            return;
          }
          List<Integer> lacking = expected.stream().filter(c -> !codes.contains(c)).toList();
          if (!lacking.isEmpty()) {
            gaps.add(new Gap(code.location(list), words(codes) + " without " + words(lacking)));
          }
        });
  }

  private static boolean isList(Expr e) {
    return e instanceof Expr.Binary or && or.operator().equals("||")
        || e instanceof Expr.ArrayOf
        || e instanceof Expr.Call call
            && Set.of("of", "asList").contains(call.name())
            && call.args().size() > 1;
  }

  private static SortedSet<Integer> codes(Expr list) {
    SortedSet<Integer> out = new TreeSet<>();
    Nodes.walk(
        list,
        n -> {
          if (n instanceof Expr.Literal number && number.value().matches("[45]\\d\\d")) {
            out.add(Integer.parseInt(number.value()));
          }
          String name =
              n instanceof Expr.FieldAccess a ? a.name() : n instanceof Expr.Name m ? m.id() : "";
          if (NAMES.containsKey(name)) {
            out.add(NAMES.get(name));
          }
        });
    return out;
  }

  /** Whether a comparison or a question for all server errors stands beside the list. */
  private static boolean ranges(Code code, Expr list) {
    boolean[] found = new boolean[1];
    Node scope = list;
    for (int i = 0; i < 6 && code.parent(scope).isPresent(); i++) {
      scope = code.parent(scope).get();
    }
    Nodes.walk(
        scope,
        n -> {
          if (n instanceof Expr.Binary b) {
            found[0] |= b.operator().startsWith(">") || b.operator().startsWith("<");
            found[0] |= b.operator().equals("/");
          }
          if (n instanceof Expr.Call c) {
            found[0] |= c.name().contains("5xx") || c.name().contains("isError");
          }
        });
    return found[0];
  }

  private static boolean decides(Code code, Expr list) {
    String name =
        code.method().map(m -> m.name()).or(() -> code.field().map(f -> f.name())).orElse("");
    boolean variable =
        code.parent(list)
            .filter(
                p ->
                    p instanceof dev.aiaudit.syntax.Stmt.Local l
                        && DECIDES.matcher(l.name()).matches())
            .isPresent();
    return variable || DECIDES.matcher(name).matches();
  }

  private static String words(Iterable<Integer> codes) {
    List<String> out = new ArrayList<>();
    codes.forEach(c -> out.add(String.valueOf(c)));
    return out.stream().collect(Collectors.joining(", "));
  }
}
