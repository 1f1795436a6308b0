package dev.aiaudit.cli;

import dev.aiaudit.model.Named;
import dev.aiaudit.render.Format;
import java.util.Iterator;
import java.util.stream.Stream;

/** The words of all formats, for help and completion. */
final class FormatWords implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Stream.of(Format.values()).map(Named::word).iterator();
  }
}
