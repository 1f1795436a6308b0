package dev.aiaudit;

import dev.aiaudit.model.Finding;
import java.nio.file.Path;
import java.util.List;

/** Scans a directory with every rule, also those that are off by default. */
interface ExampleScanner {
  List<Finding> scan(Path dir);
}
