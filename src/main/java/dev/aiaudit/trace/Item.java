package dev.aiaudit.trace;

import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.Location;
import dev.aiaudit.model.Via;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A state of the search: a failure is at a node of a piece of code.
 *
 * @param code the code
 * @param node where the failure is
 * @param flight what it is there
 * @param shown the node that the path shows for this code: where it reaches the next frame
 * @param via how this code reaches the next frame
 * @param certain false when this frame reaches the next one by name only
 * @param guards what the failure passed in this code so far
 * @param back where to go on when the failure leaves this code, instead of all callers
 * @param inner the state from which this one came, of the next frame; empty for the frame of the
 *     site
 * @param length number of frames
 */
record Item(
    Code code,
    Node node,
    Flight flight,
    Node shown,
    Via via,
    boolean certain,
    List<Guard> guards,
    Optional<Back> back,
    Optional<Item> inner,
    int length) {

  static Item start(Code code, Node site, Flight flight) {
    return new Item(
        code, site, flight, site, Via.CALL, true, List.of(), Optional.empty(), Optional.empty(), 1);
  }

  /** The failure goes on at another node of the same code. */
  Item within(Node newNode, Flight newFlight, List<Guard> more) {
    return new Item(
        code, newNode, newFlight, shown, via, certain, joined(more), back, inner, length);
  }

  /** The failure arrives in the code of a caller. */
  Item outward(Edge edge, Flight newFlight, Optional<Back> newBack, List<Guard> more) {
    return new Item(
        edge.code(),
        edge.node(),
        newFlight,
        edge.node(),
        edge.via(),
        edge.certain(),
        List.of(),
        newBack,
        Optional.of(passed(more)),
        length + 1);
  }

  /** The failure leaves a method because an aspect around it fails. */
  Item advised(Code around, boolean sure) {
    return new Item(
        around,
        around.root(),
        flight,
        around.root(),
        Via.ADVICE,
        sure,
        List.of(),
        Optional.empty(),
        Optional.of(this),
        length + 1);
  }

  /** The same state with guards added to its frame. */
  Item passed(List<Guard> more) {
    return more.isEmpty()
        ? this
        : new Item(code, node, flight, shown, via, certain, joined(more), back, inner, length);
  }

  private List<Guard> joined(List<Guard> more) {
    if (more.isEmpty()) {
      return guards;
    }
    List<Guard> all = new ArrayList<>(guards);
    more.stream().filter(g -> !all.contains(g)).forEach(all::add);
    return List.copyOf(all);
  }

  /**
   * The code around the site, or around a call on the way to it, that runs only after something
   * else has failed; the innermost one.
   */
  Optional<Location> standIn(Ascent ascent) {
    Optional<Location> found = Optional.empty();
    for (Optional<Item> i = Optional.of(this); i.isPresent(); i = i.get().inner()) {
      Item item = i.get();
      Optional<Location> here =
          item.via == Via.PROXY && item.inner.isPresent()
              ? Optional.of(item.inner.get().whole())
              : ascent.standIn(item.code, item.shown);
      found = here.isPresent() ? here : found;
    }
    return found;
  }

  /** All of this code, with the name of the method. */
  Location whole() {
    Location body = code.location(code.root());
    return code.method()
        .map(m -> code.location(m.decl().nameSpan()))
        .map(
            name ->
                new Location(
                    name.file(),
                    name.startLine(),
                    name.startColumn(),
                    body.endLine(),
                    body.endColumn()))
        .orElse(body);
  }

  /** The frames from this code to the site. */
  List<Frame> frames() {
    List<Frame> out = new ArrayList<>();
    for (Optional<Item> i = Optional.of(this); i.isPresent(); i = i.get().inner()) {
      Item item = i.get();
      boolean loosened =
          item.flight.detached() && item.inner.map(n -> !n.flight.detached()).orElse(false);
      out.add(
          new Frame(
              item.code.signature(),
              item.code.location(item.shown),
              item.via,
              loosened,
              item.certain,
              item.guards));
    }
    return out;
  }
}
