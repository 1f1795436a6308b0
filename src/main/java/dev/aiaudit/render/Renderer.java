package dev.aiaudit.render;

import dev.aiaudit.model.Report;
import java.io.IOException;

/** Writes a report in one output format. */
@FunctionalInterface
public interface Renderer {

  /**
   * Writes the whole report.
   *
   * @param report what the scan found
   * @param out where the text goes; it is neither flushed nor closed
   * @throws IOException when {@code out} does not take it
   */
  void render(Report report, Appendable out) throws IOException;
}
