package dev.aiaudit;

import dev.aiaudit.rule.RulePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One example of a rule page: all fences under one heading are one mini-project. A line {@code //
 * file: path} in a fence (in other languages {@code # file: path}) starts a new file; a Java file
 * without one lies where its package says.
 *
 * @param part the heading of level two above it, such as {@code Instead}
 * @param heading its own heading
 * @param files relative path to content
 */
record PageExample(String part, String heading, Map<String, String> files) {

  private static final Pattern FILE_LINE = Pattern.compile("(?://|#)\\s*file:\\s*(\\S+)\\s*");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:public |final |abstract )*(?:class|interface|record|enum) (\\w+)");
  private static final Pattern EXPECTED =
      Pattern.compile("(?://|#)\\s*finding:\\s*(AIA[0-9]{3}(?:\\s*,\\s*AIA[0-9]{3})*)");

  /** A finding as the comments state it. */
  record Expected(String file, int line, String ruleId) implements Comparable<Expected> {
    @Override
    public int compareTo(Expected other) {
      return toString().compareTo(other.toString());
    }
  }

  static List<PageExample> of(RulePage page) {
    List<PageExample> examples = new ArrayList<>();
    String part = "";
    for (RulePage.Section section : page.sections()) {
      part = section.level() == 2 ? section.heading() : part;
      if (section.fences().stream().anyMatch(PageExample::project)) {
        examples.add(new PageExample(part, section.heading(), files(section)));
      }
    }
    return examples;
  }

  /** Whether a fence is part of a project: Java, or settings where a rule is about those. */
  private static boolean project(RulePage.Fence fence) {
    return fence.language().equals("java") || fence.language().equals("yaml");
  }

  private static Map<String, String> files(RulePage.Section section) {
    Map<String, StringBuilder> files = new LinkedHashMap<>();
    for (RulePage.Fence fence : section.fences()) {
      if (!fence.language().equals("text")) {
        split(fence, files);
      }
    }
    Map<String, String> result = new LinkedHashMap<>();
    files.forEach((path, content) -> result.put(path, content.toString()));
    return result;
  }

  private static void split(RulePage.Fence fence, Map<String, StringBuilder> files) {
    String path = "";
    for (String line : fence.text().lines().toList()) {
      Matcher file = FILE_LINE.matcher(line);
      if (file.matches()) {
        path = file.group(1);
        continue;
      }
      if (path.isEmpty()) {
        path = javaPath(fence);
      }
      files.computeIfAbsent(path, p -> new StringBuilder()).append(line).append('\n');
    }
  }

  private static String javaPath(RulePage.Fence fence) {
    Matcher pkg = PACKAGE.matcher(fence.text());
    Matcher type = TYPE.matcher(fence.text());
    if (!fence.language().equals("java") || !pkg.find() || !type.find()) {
      throw new IllegalArgumentException("a fence needs a file line: " + fence.text());
    }
    return "src/main/java/" + pkg.group(1).replace('.', '/') + "/" + type.group(1) + ".java";
  }

  /** What the comments expect, over all files. */
  Set<Expected> expected() {
    Set<Expected> expected = new TreeSet<>();
    files.forEach(
        (path, content) -> {
          List<String> lines = content.lines().toList();
          for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = EXPECTED.matcher(lines.get(i));
            if (matcher.find()) {
              for (String id : matcher.group(1).split("\\s*,\\s*")) {
                expected.add(new Expected(path, i + 1, id));
              }
            }
          }
        });
    return expected;
  }

  void write(Path dir) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = dir.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
  }
}
