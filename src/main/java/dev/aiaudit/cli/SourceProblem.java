package dev.aiaudit.cli;

/** Turns the description of a problem into the exception for it. */
final class SourceProblem {
  private SourceProblem() {}

  static void refuse(String problem) {
    throw new UsageException(problem);
  }
}
