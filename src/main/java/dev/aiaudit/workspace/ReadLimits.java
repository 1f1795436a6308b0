package dev.aiaudit.workspace;

/**
 * Sizes above which a file is named as skipped instead of being read.
 *
 * @param javaBytes largest Java source; one file of 15,550 in the reference corpus is above the
 *     default of 1,000,000, and a 4 MB array literal costs a parser 25 s and 1.3 GB
 * @param configBytes largest file of any other kind; default 2,000,000, because refusing a 4 MB
 *     YAML scalar took the YAML parser more than 10 s
 * @param averageLine longest average line of a Java source in bytes; default 5,000: longer is
 *     generated or minified text
 */
public record ReadLimits(long javaBytes, long configBytes, int averageLine) {
  /** Bytes looked at to decide whether a file is binary. */
  public static final int BINARY_PROBE = 8 * 1024;

  /** Arrays cannot be larger, so no limit may be. */
  private static final long CEILING = Integer.MAX_VALUE - 16L;

  /** Checks that every limit is positive and that a file within it fits in an array. */
  public ReadLimits {
    if (javaBytes < 1 || configBytes < 1 || averageLine < 1) {
      throw new IllegalArgumentException("read limits must be positive");
    }
    javaBytes = Math.min(javaBytes, CEILING);
    configBytes = Math.min(configBytes, CEILING);
  }

  /** The limits used unless the user raises them. */
  public static ReadLimits defaults() {
    return new ReadLimits(1_000_000, 2_000_000, 5_000);
  }

  /** The same limits with another maximum for every kind of file, in bytes. */
  public ReadLimits withMaxFileBytes(long bytes) {
    return new ReadLimits(bytes, bytes, averageLine);
  }

  /** The limit in bytes that applies to a file of this name. */
  long bytesFor(String path) {
    return path.endsWith(".java") ? javaBytes : configBytes;
  }
}
