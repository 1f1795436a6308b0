package dev.aiaudit.flow.proxy;

import dev.aiaudit.catalog.guard.FallbackForm.Signature;
import dev.aiaudit.catalog.guard.GuardAnnotation;
import dev.aiaudit.javasource.index.JavaIndex;
import dev.aiaudit.resolve.DeclaredMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Beans that are a fallback for a method which does not say that it wants to be recovered. */
final class UnaskedFallbacks {
  private final ProxyKnowledge knowledge;
  private final Marks marks;
  private final FallbackBeans beans;
  private Optional<List<GuardAnnotation>> written = Optional.empty();

  UnaskedFallbacks(ProxyKnowledge knowledge, Marks marks) {
    this.knowledge = knowledge;
    this.marks = marks;
    this.beans = new FallbackBeans(knowledge, marks, new Signatures(knowledge));
  }

  /** The beans that implement the method as a fallback and that nothing asks. */
  List<Orphan> beside(DeclaredMethod method, List<Mark> own) {
    List<Orphan> out = new ArrayList<>();
    for (GuardAnnotation guard : written()) {
      boolean concerned =
          Marks.first(own, guard.annotations()).isEmpty() && !method.owner().decl().isInterface();
      if (concerned && Marks.first(marks.on(method.owner()), companions(guard)).isEmpty()) {
        beans.ofCompanion(guard, method).fitting().forEach(c -> out.addAll(orphan(c, guard)));
      }
    }
    return out;
  }

  private static List<String> companions(GuardAnnotation guard) {
    return guard.fallback().companions();
  }

  /** The guards whose fallbacks are beans, of which the tree has some; most trees have none. */
  private List<GuardAnnotation> written() {
    if (written.isEmpty()) {
      written =
          Optional.of(
              knowledge.guards().annotations().stream()
                  .filter(g -> g.fallback().signature() == Signature.SAME_METHOD_OF_BEAN)
                  .filter(this::written)
                  .toList());
    }
    return written.get();
  }

  private boolean written(GuardAnnotation guard) {
    JavaIndex index = knowledge.project().index();
    return companions(guard).stream()
        .anyMatch(
            c ->
                !index
                    .filesAnnotated(c.substring(c.lastIndexOf('.') + 1))
                    .intersect(index.filesImporting(c))
                    .isEmpty());
  }

  private List<Orphan> orphan(Candidate candidate, GuardAnnotation guard) {
    String wanted = guard.annotations().get(0);
    return Marks.first(marks.on(candidate.method().owner()), companions(guard)).stream()
        .map(
            mark ->
                new Orphan(
                    mark.location(),
                    guard.library(),
                    "the bean that it stands in for is not @"
                        + wanted.substring(wanted.lastIndexOf('.') + 1)
                        + ", so that it is never asked"))
        .toList();
  }
}
