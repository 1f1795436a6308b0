package dev.aiaudit.cli;

import java.io.IOException;

/** Makes the report that the commands show. */
@FunctionalInterface
public interface Scanner {

  /**
   * Scans a tree.
   *
   * @throws ScanRefusedException when the settings are wrong, so that no scan was started
   * @throws IOException when the root cannot be listed
   */
  ScanOutput scan(ScanRequest request) throws ScanRefusedException, IOException;
}
