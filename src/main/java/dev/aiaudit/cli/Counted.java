package dev.aiaudit.cli;

/** Numbers with their noun. */
final class Counted {
  private Counted() {}

  /** {@code 1 finding}, {@code 2 findings}. */
  static String of(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
