package dev.aiaudit.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of a finding across edits. It is made of names only, never of line numbers or file
 * paths, so that a baseline survives code that moves.
 */
public final class Fingerprint {

  private static final int HEX_DIGITS = 24;

  private Fingerprint() {}

  /**
   * The fingerprint of one finding: 24 hex digits.
   *
   * @param ruleId such as {@code AIA001}
   * @param method {@code package.Class.method} around the finding; parameters are left out
   * @param callee what is called or, for a guard, its kind and library
   * @param ordinal from 0, among equal ones of this rule, in the order of their locations
   */
  public static String of(String ruleId, String method, String callee, int ordinal) {
    String plain = withoutParameters(method);
    int dot = plain.lastIndexOf('.');
    String type = dot < 0 ? "" : plain.substring(0, dot);
    return hash(String.join("\0", ruleId, type, plain.substring(dot + 1), callee, "" + ordinal));
  }

  private static String withoutParameters(String method) {
    int paren = method.indexOf('(');
    return paren < 0 ? method : method.substring(0, paren);
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
