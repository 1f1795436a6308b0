package dev.aiaudit.runbook;

import dev.aiaudit.model.Location;
import dev.aiaudit.runbook.Clue.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds clues line by line; what it cannot read in one line, it does not claim. */
public final class ClueFinder {
  private static final int LONGEST_LINE = 400;
  private static final Pattern COUNTER =
      Pattern.compile(
          "(?:Counter\\.builder|\\.counter|@Counted)\\((?:value = )?\"([\\w.-]{1,80})\"");
  private static final Pattern TIMER =
      Pattern.compile("(?:Timer\\.builder|\\.timer|@Timed)\\((?:value = )?\"([\\w.-]{1,80})\"");
  private static final Pattern SWITCH =
      Pattern.compile(
          "@(?:ConditionalOnProperty|ConfigProperty|Value)\\(.{0,80}?\"\\$?\\{?([\\w.-]{1,80}\\.(?:enabled|disabled|provider|mode|active))\\b");
  private static final Pattern PROPERTY =
      Pattern.compile("^\\s{0,40}([\\w.-]{1,100})\\s?[=:]\\s?(\\S{1,60})");
  private static final Pattern LOG_LINE =
      Pattern.compile("\\b(?i:log(?:ger)?)\\.(?:error|warn)\\(\\s?\"([^\"\\\\]{4,120})\"");

  /** Keys are read by name, in placeholders, or as a whole from a common start. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w.-]{1,100})");

  private static final Pattern QUOTED_KEY =
      Pattern.compile("\"((?:[\\w-]{1,60}\\.){1,10}[\\w-]{1,60})\\.?\"");
  private static final Pattern KEY_START =
      Pattern.compile(
          "@(?:ConfigurationProperties|ConfigMapping)\\((?:(?:prefix|value)\\s?=\\s?)?\"([\\w.-]{1,100})\"");

  /** A key that code reads by itself, from a table or a remote configuration. */
  private static final Pattern KEY =
      Pattern.compile("\"((?:[\\w-]{1,30}\\.){1,6}(?:enabled|disabled|provider|active))\"");

  private static final Pattern LOGGER =
      Pattern.compile(
          "(?:LoggerFactory\\.getLogger|@Slf4j|@Log4j2|Logger\\.getLogger|LogManager\\.getLogger|import io\\.quarkus\\.logging\\.Log;)");

  private static final List<String> METRICS =
      List.of(
          "micrometer-registry",
          "resilience4j-micrometer",
          "resilience4j-spring-boot",
          "spring-boot-starter-actuator");

  private String lastLogger = "";
  private boolean micrometer;
  private FailureHandlers handlers = new FailureHandlers();
  private final List<Clue> clues = new ArrayList<>();

  /** What was found, in the order of the files that were given. */
  public List<Clue> clues() {
    return List.copyOf(clues);
  }

  /** Whether a file can hold a clue at all. */
  public static boolean accepts(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.endsWith(".java")
        || name.equals("pom.xml")
        || name.contains(".gradle")
        || name.endsWith(".properties")
        || name.endsWith(".yml")
        || name.endsWith(".yaml");
  }

  /** Looks at one file. */
  public void read(String path, String text) {
    boolean test = isTest(path);
    if (path.endsWith(".java") && test) {
      test(path, text);
      return;
    }
    micrometer = text.contains("io.micrometer");
    handlers = new FailureHandlers();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (line.length() <= LONGEST_LINE && !test) {
        line(path, line, Location.ofLine(path, number));
      }
    }
  }

  static boolean isTest(String path) {
    String rooted = "/" + path;
    return rooted.contains("/src/test/") || rooted.contains("/src/it/");
  }

  private void line(String path, String line, Location at) {
    if (path.endsWith(".java")) {
      java(path, line, at);
    } else if (path.endsWith("pom.xml") || path.contains(".gradle")) {
      every(PLACEHOLDER, Kind.READER, line, at);
      if (METRICS.stream().anyMatch(line::contains)) {
        add(Kind.METRICS_LIBRARY, line.replaceAll("<[^>]{0,40}>", "").strip(), "", at);
      }
    } else {
      settings(path, line, at);
    }
  }

  private void java(String path, String line, Location at) {
    // Other libraries have the same words and give their metrics other names.
    if (micrometer) {
      name(COUNTER, Kind.COUNTER, line, at);
      name(TIMER, Kind.TIMER, line, at);
    }
    every(PLACEHOLDER, Kind.READER, line, at);
    every(QUOTED_KEY, Kind.READER, line, at);
    every(KEY_START, Kind.READER, line, at);
    int before = clues.size();
    name(SWITCH, Kind.SWITCH, line, at);
    if (clues.size() == before) {
      name(KEY, Kind.SWITCH, line, at);
    }
    if (handlers.isInside(line)) {
      name(LOG_LINE, Kind.LOG_LINE, line, at);
    }
    if (!path.equals(lastLogger) && LOGGER.matcher(line).find()) {
      lastLogger = path;
      add(Kind.LOGGER, path, "", at);
    }
  }

  private void settings(String path, String line, Location at) {
    every(PLACEHOLDER, Kind.READER, line, at);
    if (line.contains("alert:") && path.matches(".*(alert|rule|prometheus).*")) {
      add(Kind.ALERT, line.replaceFirst(".*alert:", "").strip(), "", at);
    }
    Matcher property = PROPERTY.matcher(line);
    if (property.find() && isPool(property.group(1))) {
      add(Kind.POOL, property.group(1), property.group(2), at);
    }
  }

  /** In nested YAML only the last part of a key is on the line: then it must say enough. */
  private static boolean isPool(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    boolean whole = name.indexOf('.') > 0;
    return name.endsWith("maximum-pool-size")
        || name.endsWith("max-threads")
        || name.endsWith("queue-capacity")
        || name.endsWith("max-concurrent-calls")
        || whole && (name.endsWith("threads.max") || name.endsWith("pool.max-size"));
  }

  private void test(String path, String text) {
    if (text.contains("@Test")) {
      add(Kind.TEST, path, text, Location.ofLine(path, 1));
    }
  }

  private void name(Pattern pattern, Kind kind, String line, Location at) {
    Matcher found = pattern.matcher(line);
    if (found.find()) {
      add(kind, found.group(1), "", at);
    }
  }

  private void every(Pattern pattern, Kind kind, String line, Location at) {
    Matcher found = pattern.matcher(line);
    while (found.find()) {
      add(kind, found.group(1), "", at);
    }
  }

  private void add(Kind kind, String name, String value, Location at) {
    clues.add(new Clue(kind, name, value, at));
  }
}
