package dev.aiaudit.catalog.data;

/**
 * Data that cannot be read; the message starts with the file, the line when known, and the path
 * inside the file.
 */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient DataPath path;

  /**
   * @param path where the fault is
   * @param problem what is wrong, without the place
   */
  public DataException(DataPath path, String problem) {
    super(path + ": " + problem);
    this.path = path;
  }

  DataException(DataPath path, String problem, Throwable cause) {
    super(path + ": " + problem, cause);
    this.path = path;
  }

  /** Where the fault is. */
  public DataPath path() {
    return path;
  }
}
