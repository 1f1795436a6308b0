package dev.aiaudit.workspace;

/** Orders strings by their UTF-8 bytes without encoding them, so that every platform agrees. */
final class PathOrder {
  private PathOrder() {}

  static int compare(String left, String right) {
    int end = Math.min(left.length(), right.length());
    for (int i = 0; i < end; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        return rank(a) - rank(b);
      }
    }
    return left.length() - right.length();
  }

  /** UTF-16 puts surrogates below U+E000; UTF-8 puts what they stand for above U+FFFF. */
  private static int rank(char c) {
    return Character.isSurrogate(c) ? c + 0x10000 : c;
  }
}
