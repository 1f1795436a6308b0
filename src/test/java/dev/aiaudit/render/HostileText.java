package dev.aiaudit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts that try to steer a terminal or a CI runner, and the check that they do not. */
public final class HostileText {
  private static final Pattern OWN_SEQUENCES =
      Pattern.compile("\u001b\\[[0-9;]*m|\u001b\\]8;;[!-~]*\u001b\\\\");

  private HostileText() {}

  /** One text for each trick. */
  public static Stream<String> all() {
    List<String> tricks =
        List.of(
            "\u001b[31mred\u001b[0m",
            "\u001b]8;;http://evil/\u001b\\x",
            "\n::error::injected",
            "\r::stop-commands::token",
            "\n  ::set-output name=x::y",
            "\n##[error]injected",
            "##vso[task.setvariable]x",
            "\u202Eesrever\u2066\u2069",
            "\u2028::error::\u2029\u0085",
            "\u0000\u0007\b\u007F\u009B31m",
            "\uD800 half a pair",
            "\t| `tick` <b> & \"quote\" \\u{41}");
    return tricks.stream();
  }

  /** No control character but line feeds and our own colours and links, no workflow command. */
  public static void assertHarmless(String output) {
    String rest = OWN_SEQUENCES.matcher(output).replaceAll("");
    assertThat(rest.codePoints().filter(HostileText::dangerous).mapToObj(Integer::toHexString))
        .as("control characters")
        .isEmpty();
    assertThat(rest.lines().map(String::stripLeading))
        .noneMatch(line -> line.startsWith("::") || line.startsWith("##["))
        .noneMatch(line -> line.contains("##vso["));
  }

  /** The text as any Unicode output can carry it. */
  public static String wellFormed(String text) {
    return text.replaceAll("[\\ud800-\\udbff](?![\\udc00-\\udfff])", "\uFFFD");
  }

  private static boolean dangerous(int c) {
    return (c < 0x20 && c != '\n')
        || (c >= 0x7F && c <= 0x9F)
        || c == 0x2028
        || c == 0x2029
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E
        || c == 0x200F
        || c == 0x061C
        || (c >= 0xD800 && c <= 0xDFFF);
  }
}
