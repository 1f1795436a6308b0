package dev.aiaudit.change;

import java.io.IOException;

/** It cannot be told how the tree was; the message says why and what helps. */
public final class PastUnknownException extends IOException {
  private static final long serialVersionUID = 1L;

  PastUnknownException(String message) {
    super(message);
  }
}
