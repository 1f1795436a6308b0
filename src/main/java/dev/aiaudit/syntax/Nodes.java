package dev.aiaudit.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Walks syntax trees without recursion, so that a deep tree costs memory and not the stack. */
public final class Nodes {

  private Nodes() {}

  /** Visits the node and everything inside it, parents before children, in source order. */
  public static void walk(Node root, Consumer<Node> visitor) {
    Deque<Node> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Node node = open.pop();
      visitor.accept(node);
      List<Node> children = node.children();
      for (int i = children.size() - 1; i >= 0; i--) {
        open.push(children.get(i));
      }
    }
  }

  /**
   * The nodes from the root down to the target.
   *
   * @return root first, target last; empty when the target is not inside the root
   */
  public static List<Node> pathTo(Node root, Node target) {
    Deque<Step> open = new ArrayDeque<>();
    open.push(new Step(root, Optional.empty()));
    while (!open.isEmpty()) {
      Step step = open.pop();
      if (step.node == target) {
        return step.toList();
      }
      if (!covers(step.node.span(), target.span())) {
        continue;
      }
      List<Node> children = step.node.children();
      for (int i = children.size() - 1; i >= 0; i--) {
        open.push(new Step(children.get(i), Optional.of(step)));
      }
    }
    return List.of();
  }

  private static boolean covers(Span outer, Span inner) {
    return outer.startLine() <= inner.startLine() && outer.endLine() >= inner.endLine();
  }

  private record Step(Node node, Optional<Step> parent) {
    List<Node> toList() {
      List<Node> out = new ArrayList<>();
      for (Optional<Step> s = Optional.of(this); s.isPresent(); s = s.get().parent) {
        out.add(0, s.get().node);
      }
      return out;
    }
  }
}
