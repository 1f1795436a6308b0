package dev.aiaudit.render;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.Coverage;
import dev.aiaudit.model.EntryPoint;
import dev.aiaudit.model.Frame;
import dev.aiaudit.model.Guard;
import dev.aiaudit.model.Handling;
import dev.aiaudit.model.Outcome;
import dev.aiaudit.model.Via;
import java.time.Duration;

/**
 * The words that all formats for people share. Names come back as the scanned tree wrote them: the
 * caller escapes them for its format.
 */
public final class Phrases {
  private Phrases() {}

  /** {@code OrderController.create} of {@code com.shop.OrderController.create(Order)}. */
  public static String shortName(String method) {
    return TextPath.shortName(method);
  }

  /** {@code OrderController} of {@code com.shop.OrderController.create}. */
  public static String className(String method) {
    String name = shortName(method);
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  /** {@code POST /orders}, or kind and method when there is no route: {@code grpc Orders.get}. */
  public static String entry(EntryPoint entry) {
    return entry
        .route()
        .filter(route -> !route.isBlank())
        .map(route -> entry.kind().word() + " " + route)
        .orElseGet(() -> entry.kind().word() + " " + shortName(entry.method()));
  }

  /** A clause that says what the entry's caller gets when the call fails. */
  public static String handling(Handling handling) {
    return switch (handling) {
      case NONE -> "nothing catches a failure";
      case RETHROW -> "a failure is caught and thrown again";
      case ERROR_RESPONSE -> "a failure becomes an error answer";
      case SWALLOW -> "a failure is swallowed: the caller gets null, empty or false";
      case UNKNOWN -> "what happens on a failure could not be told";
      case STATIC -> "a failure is answered without AI";
      case CACHE -> "a failure is answered from an earlier answer";
      case ALTERNATE_SAME_PROVIDER -> "a failure leads to another model of the same provider";
      case ALTERNATE_OTHER_PROVIDER -> "another provider answers";
    };
  }

  /** {@code 1 fails}, {@code 2 fail}, {@code 3 unknown}. */
  public static String outcome(int number, Outcome outcome) {
    String word = outcome.word();
    boolean verb = outcome != Outcome.UNKNOWN;
    return number + " " + (verb && number != 1 ? word.substring(0, word.length() - 1) : word);
  }

  /** {@code via lambda, does not wait, by name only}; empty for a plain call. */
  public static String remark(Frame frame) {
    String via = frame.via() == Via.CALL ? "" : ", via " + frame.via().word();
    String detached = frame.detached() ? ", does not wait" : "";
    String certain = frame.certain() ? "" : ", by name only";
    String all = via + detached + certain;
    return all.isEmpty() ? "" : all.substring(2);
  }

  /** {@code retry 3 attempts (spring-retry)}. */
  public static String guard(Guard guard) {
    return guard.kind().word()
        + guard.value().map(v -> " " + v).orElse("")
        + " ("
        + guard.by()
        + ")";
  }

  /** {@code openai}, or {@code configured (anthropic or openai)}. */
  public static String provider(CallSite site) {
    return site.candidates().isEmpty()
        ? site.provider()
        : site.provider() + " (" + String.join(" or ", site.candidates()) + ")";
  }

  /** {@code 1 h 30 min}, {@code 45 s}, {@code 250 ms}. */
  public static String duration(Duration duration) {
    return TextWhy.duration(duration);
  }

  /** {@code 1 finding}, {@code 2 findings}. */
  public static String count(int number, String thing) {
    return TextLines.count(number, thing);
  }

  /**
   * The path of a file as seen from the directory in which the scan was started, which on a CI
   * server is the repository's root. A root outside of it is left out: what the server makes of the
   * rest is its business, and an absolute path would differ from machine to machine.
   */
  public static String fromWorkingDirectory(Coverage coverage, String file) {
    String root = coverage.root().replace('\\', '/');
    while (root.startsWith("./")) {
      root = root.substring(2);
    }
    while (root.endsWith("/")) {
      root = root.substring(0, root.length() - 1);
    }
    boolean inside = !root.isEmpty() && !root.equals(".") && !root.startsWith("/");
    boolean plain = inside && !root.startsWith("..") && root.indexOf(':') < 0;
    return plain ? root + "/" + file : file;
  }
}
