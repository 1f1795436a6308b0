package dev.aiaudit.catalog;

import dev.aiaudit.catalog.data.DataNode;

/**
 * The numbers of arguments that a method takes. Written as {@code *} (any), {@code 2}, {@code
 * 0..2}, {@code 3+} or a comma-separated mix of them.
 */
public final class Arity {
  /** Any number of arguments. */
  public static final Arity ANY = new Arity(0, 0);

  private static final int MAX_COUNTED = 31;

  private final int counted;
  private final int openFrom;

  private Arity(int counted, int openFrom) {
    this.counted = counted;
    this.openFrom = openFrom;
  }

  /** Exactly this many arguments. */
  public static Arity exactly(int count) {
    return new Arity(1 << count, Integer.MAX_VALUE);
  }

  /** Reads the written form; the node is only used to say where a fault is. */
  static Arity parse(DataNode node, String text) {
    if (text.equals("*")) {
      return ANY;
    }
    int counted = 0;
    int openFrom = Integer.MAX_VALUE;
    for (String part : text.split(",", -1)) {
      int dots = part.indexOf("..");
      if (part.endsWith("+")) {
        openFrom = Math.min(openFrom, number(node, part.substring(0, part.length() - 1)));
      } else {
        int from = number(node, dots < 0 ? part : part.substring(0, dots));
        int to = dots < 0 ? from : number(node, part.substring(dots + 2));
        for (int i = from; i <= to; i++) {
          counted |= 1 << i;
        }
      }
    }
    return new Arity(counted, openFrom);
  }

  private static int number(DataNode node, String text) {
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= 0 && number < MAX_COUNTED) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, together with a number out of range
    }
    throw node.fault("'" + text + "' is no number of arguments; write 2, 0..2, 3+ or *");
  }

  /** Whether a call with this many arguments is meant. */
  public boolean accepts(int count) {
    return count >= openFrom || count < MAX_COUNTED && ((counted >> count) & 1) == 1;
  }

  /** The smallest number of arguments. */
  public int smallest() {
    return Math.min(openFrom, counted == 0 ? openFrom : Integer.numberOfTrailingZeros(counted));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Arity arity && counted == arity.counted && openFrom == arity.openFrom;
  }

  @Override
  public int hashCode() {
    return 31 * counted + openFrom;
  }
}
