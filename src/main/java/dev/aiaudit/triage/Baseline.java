package dev.aiaudit.triage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.aiaudit.model.Finding;
import dev.aiaudit.model.Report;
import dev.aiaudit.model.Suppression;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The findings that a team has decided to live with for now: one line each, sorted, without line
 * numbers, so that a review shows what is added and what is gone.
 *
 * @param entries sorted by file, rule, method and fingerprint
 */
public record Baseline(List<FindingKey> entries) {
  /** Where the gate looks for it, relative to the scanned root. */
  public static final String NAME = ".ai-audit-baseline.json";

  private static final String VERSION = "1";
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Comparator<FindingKey> ORDER =
      Comparator.comparing(FindingKey::file)
          .thenComparing(FindingKey::rule)
          .thenComparing(FindingKey::method)
          .thenComparing(FindingKey::callee)
          .thenComparing(FindingKey::fingerprint);

  /** Sorts. */
  public Baseline {
    entries = entries.stream().sorted(ORDER).toList();
  }

  /** A file that is no baseline; the message tells line and column. */
  public static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
      super(message);
    }
  }

  /**
   * A report against a baseline.
   *
   * @param report known findings do not count in it
   * @param fixed entries whose finding is there no more
   * @param kept the entries that are still needed, as they are now called
   */
  public record Applied(Report report, List<FindingKey> fixed, Baseline kept) {}

  /** Everything that counts in a report. */
  public static Baseline of(Report report) {
    List<Finding> open = report.findings().stream().filter(f -> f.suppression().isEmpty()).toList();
    return new Baseline(FindingKey.of(open, report.inventory()));
  }

  /**
   * Takes what is known out of what counts.
   *
   * @param stillThere whether a file is in the tree
   */
  public Applied apply(Report report, Predicate<String> stillThere) {
    List<FindingKey> now = FindingKey.of(report.findings(), report.inventory());
    Counterparts parts = Counterparts.of(entries, report, stillThere);
    Suppression known =
        new Suppression(Suppression.Kind.BASELINE, "in the baseline", Optional.empty());
    List<Finding> findings = new ArrayList<>();
    List<FindingKey> kept = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      Finding finding = report.findings().get(i);
      boolean old = parts.before(i).isPresent();
      if (old) {
        kept.add(now.get(i));
      }
      findings.add(old && finding.suppression().isEmpty() ? finding.suppressedBy(known) : finding);
    }
    return new Applied(report.withFindings(findings), parts.gone(), new Baseline(kept));
  }

  /** The file's text. */
  public String text() {
    StringBuilder out = new StringBuilder("{\n  \"version\": \"" + VERSION + "\",\n");
    out.append("  \"findings\": [");
    String separator = "\n";
    for (FindingKey entry : entries) {
      out.append(separator).append("    ").append(line(entry));
      separator = ",\n";
    }
    return out.append(entries.isEmpty() ? "]\n}\n" : "\n  ]\n}\n").toString();
  }

  private static String line(FindingKey entry) {
    return "{\"file\": "
        + quoted(entry.file())
        + ", \"rule\": "
        + quoted(entry.rule())
        + ", \"method\": "
        + quoted(entry.method())
        + ", \"callee\": "
        + quoted(entry.callee())
        + ", \"fingerprint\": "
        + quoted(entry.fingerprint())
        + "}";
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  /**
   * Reads a file's text.
   *
   * @throws MalformedException when it is no baseline of this version
   */
  public static Baseline read(String text) throws MalformedException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      expect(parser, parser.nextToken(), JsonToken.START_OBJECT);
      List<FindingKey> entries = new ArrayList<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        switch (field) {
          case "version" -> version(parser);
          case "findings" -> entries(parser, entries);
          default -> throw wrong(parser, "unknown field '" + field + "'");
        }
      }
      return new Baseline(entries);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new MalformedException("line " + line + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new MalformedException(String.valueOf(e.getMessage()));
    }
  }

  private static void version(JsonParser parser) throws IOException, MalformedException {
    String version = Objects.requireNonNullElse(parser.nextTextValue(), "");
    if (!version.equals(VERSION)) {
      throw wrong(parser, "this version of ai-audit reads version " + VERSION);
    }
  }

  private static void entries(JsonParser parser, List<FindingKey> entries)
      throws IOException, MalformedException {
    expect(parser, parser.nextToken(), JsonToken.START_ARRAY);
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      Map<String, String> fields = new HashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        fields.put(name, Objects.requireNonNullElse(parser.nextTextValue(), ""));
      }
      if (fields.getOrDefault("fingerprint", "").isEmpty()) {
        throw wrong(parser, "an entry without a fingerprint");
      }
      entries.add(
          new FindingKey(
              fields.getOrDefault("rule", ""),
              fields.getOrDefault("file", ""),
              fields.getOrDefault("method", ""),
              fields.getOrDefault("callee", ""),
              fields.getOrDefault("fingerprint", "")));
    }
    expect(parser, Objects.requireNonNull(parser.currentToken()), JsonToken.END_ARRAY);
  }

  private static void expect(JsonParser parser, JsonToken found, JsonToken expected)
      throws MalformedException {
    if (found != expected) {
      throw wrong(parser, "this is no baseline; 'ai-audit baseline' writes one");
    }
  }

  private static MalformedException wrong(JsonParser parser, String problem) {
    return new MalformedException(
        "line "
            + parser.currentTokenLocation().getLineNr()
            + ", column "
            + parser.currentTokenLocation().getColumnNr()
            + ": "
            + problem);
  }
}
