package dev.aiaudit.detect.http;

import dev.aiaudit.resolve.Code;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a request was built of; filled while its parts are followed back. */
final class RequestFacts {
  private final List<TextValue> bases = new ArrayList<>();
  private final List<TextValue> paths = new ArrayList<>();
  private final Set<Code> codes = new LinkedHashSet<>();

  void base(List<TextValue> values) {
    bases.addAll(values);
  }

  void path(List<TextValue> values) {
    paths.addAll(values);
  }

  void code(Code code) {
    codes.add(code);
  }

  /** The code that took part in building the request. */
  Set<Code> codes() {
    return codes;
  }

  /** The URLs that the request can have, with the base URL of the client before relative ones. */
  List<TextValue> urls() {
    List<TextValue> useful = bases.stream().filter(b -> !b.template().isEmpty()).toList();
    if (paths.isEmpty()) {
      return Texts.distinct(useful);
    }
    List<TextValue> out = new ArrayList<>();
    for (TextValue path : paths) {
      if (useful.isEmpty() || path.template().contains("://")) {
        out.add(path);
      } else {
        out.addAll(Texts.slash(useful, List.of(path)));
      }
    }
    return Texts.distinct(out);
  }
}
