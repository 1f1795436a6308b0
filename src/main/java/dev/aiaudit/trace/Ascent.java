package dev.aiaudit.trace;

import dev.aiaudit.model.Guard;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.Code;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.syntax.Expr;
import dev.aiaudit.syntax.Node;
import java.util.List;
import java.util.Optional;

/** Decides what becomes of a failure inside one piece of code, and at the edges between pieces. */
public interface Ascent {

  /**
   * Where a failure is when it leaves the code around it.
   *
   * @param boundary the lambda, or the root of the code, that it leaves
   * @param flight what it is then
   * @param guards what it passed on the way
   */
  record Exit(Node boundary, Flight flight, List<Guard> guards) {
    /** Copies the guards. */
    public Exit {
      guards = List.copyOf(guards);
    }
  }

  /**
   * Follows a failure from a node outward to the nearest lambda or the root of the code.
   *
   * @param code the code
   * @param from the expression at which it arises or arrives
   * @param flight what it is there
   */
  Exit ascend(Code code, Node from, Flight flight);

  /**
   * What it is for the caller of a method once it has left the method's body: annotations on the
   * method act here.
   *
   * @param method the method that it left
   * @param caller the place that runs the method
   * @param flight what it was when it left the body
   */
  Exit cross(DeclaredMethod method, Edge caller, Flight flight);

  /**
   * What it is for the outside when the method is an entry point that a framework calls, through a
   * proxy if there is one.
   */
  Exit enter(DeclaredMethod method, Node reached, Flight flight);

  /**
   * The code around a node that runs only after something else has failed: a catch clause, or code
   * handed to an operator that recovers.
   */
  Optional<Location> standIn(Code code, Node at);

  /**
   * What it is at the call that took a lambda, method reference or object as an argument and runs
   * it.
   *
   * @param call the {@link Expr.Call} or {@link Expr.New} of a library
   * @param argument the position
   */
  Exit handOver(Expr call, int argument, Code code, Flight flight);
}
