package dev.aiaudit.flow.around;

import dev.aiaudit.detect.Surroundings;
import dev.aiaudit.javasource.index.FileSet;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.ParsedFile;
import dev.aiaudit.syntax.Nodes;
import dev.aiaudit.syntax.Stmt;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for a test that reaches a fallback with a provider that fails. */
final class FailureTests {
  /** Calls by which tests let something fail, answer an error or hang. */
  private static final List<String> FAILING =
      List.of(
          "thenThrow",
          "doThrow",
          "willThrow",
          "andThrow",
          "throwException",
          "withServerError",
          "serverError",
          "serviceUnavailable",
          "withException",
          "withFault",
          "withFixedDelay",
          "setSocketPolicy",
          "setResponseCode",
          "setBodyDelay",
          "setHeadersDelay",
          "withStatus",
          "withRawStatus",
          "failedFuture",
          "failure");

  private final Surroundings at;

  FailureTests(Surroundings at) {
    this.at = at;
  }

  /** Why no test shows that the fallback works; empty when one does. */
  Optional<String> missing(CallSite site) {
    Set<String> classes = classes(site);
    boolean any = false;
    for (String name : classes) {
      FileSet mentioning = at.project().index().filesMentioning(name);
      for (int i = 0; i < mentioning.size(); i++) {
        if (at.project().tree().isTest(mentioning.get(i))) {
          any = true;
          if (fails(mentioning.get(i))) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(
        any
            ? "the tests of " + classes.iterator().next() + " never let the provider fail"
            : "no test mentions " + classes.iterator().next());
  }

  private boolean fails(int file) {
    JavaIndex index = at.project().index();
    for (String call : FAILING) {
      if (index.filesCalling(call).contains(file)) {
        return true;
      }
    }
    return at.project().tree().load(file).filter(FailureTests::throwsSomewhere).isPresent();
  }

  /** A double that throws by itself. */
  private static boolean throwsSomewhere(ParsedFile file) {
    boolean[] found = new boolean[1];
    file.types().stream()
        .flatMap(t -> t.codes().stream())
        .forEach(c -> Nodes.walk(c.root(), n -> found[0] |= n instanceof Stmt.Throw));
    return found[0];
  }

  /** The class of the request first, then those on the way to it and that of the fallback. */
  private static Set<String> classes(CallSite site) {
    Set<String> out = new LinkedHashSet<>();
    out.add(ofFile(site.location()));
    site.handledAt().ifPresent(l -> out.add(ofFile(l)));
    site.paths().stream()
        .flatMap(p -> p.frames().stream())
        .map(Frame::location)
        .forEach(l -> out.add(ofFile(l)));
    return out;
  }

  private static String ofFile(Location location) {
    String name = location.file().substring(location.file().lastIndexOf('/') + 1);
    return name.endsWith(".java") ? name.substring(0, name.length() - 5) : name;
  }
}
