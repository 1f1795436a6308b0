package dev.aiaudit.workspace;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Knows how a tree was before. */
@FunctionalInterface
public interface Past {

  /**
   * The files that were not as they are now.
   *
   * @param now the tree as it is
   * @return relative path to the bytes that the file had; empty for one that was not there
   * @throws IOException when it cannot be told; the message says why and what helps
   */
  Map<String, Optional<byte[]>> differences(Workspace now) throws IOException;
}
