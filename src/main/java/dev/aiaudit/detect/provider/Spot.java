package dev.aiaudit.detect.provider;

import dev.aiaudit.resolve.Code;
import dev.aiaudit.syntax.Expr;

/** An expression where it stands, and the calls that led there. */
record Spot(Expr expr, Code code, Frame frame) {

  Spot at(Expr other) {
    return new Spot(other, code, frame);
  }

  /** Outside of any call. */
  static Spot of(Expr expr, Code code) {
    return new Spot(expr, code, Frame.NONE);
  }
}
