package dev.aiaudit.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an example of a catalogue entry and follows it through the catalogue: {@code Type name;}
 * declarations, then one expression of field accesses and calls with bare names as arguments.
 */
final class Chain {
  private final Catalog catalog;
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final List<CallPattern> sites = new ArrayList<>();

  private Chain(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The call patterns of the last call of the expression; none when it makes no request. */
  static List<CallPattern> sites(Catalog catalog, String example) {
    Chain chain = new Chain(catalog);
    String[] statements = example.split(";");
    for (int i = 0; i < statements.length - 1; i++) {
      String[] declaration = statements[i].strip().split(" ");
      chain.variables.put(declaration[1], declaration[0]);
    }
    chain.follow(statements[statements.length - 1].strip());
    return chain.sites;
  }

  private void follow(String expression) {
    List<String> parts = parts(expression);
    int next = 1;
    String type = variables.get(parts.get(0));
    if (type == null) {
      StringBuilder name = new StringBuilder(parts.get(0));
      while (!catalog.knows(name.toString())
          || next < parts.size() && catalog.knows(name + "." + parts.get(next))) {
        name.append('.').append(parts.get(next++));
      }
      type = name.toString();
    }
    for (; next < parts.size(); next++) {
      type = step(type, parts.get(next));
    }
  }

  private String step(String type, String part) {
    int open = part.indexOf('(');
    Optional<String> result;
    sites.clear();
    if (open < 0) {
      result = catalog.fieldType(type, part);
    } else {
      String method = part.substring(0, open);
      String arguments = part.substring(open + 1, part.length() - 1);
      int count = arguments.isBlank() ? 0 : arguments.split(",").length;
      sites.addAll(catalog.calls(type, method, count));
      result = catalog.returnType(type, method, count);
    }
    return result.orElse("unknown");
  }

  private static List<String> parts(String expression) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '.' && depth == 0) {
        parts.add(expression.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(expression.substring(start));
    return parts;
  }
}
