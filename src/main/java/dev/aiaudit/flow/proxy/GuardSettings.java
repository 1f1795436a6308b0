package dev.aiaudit.flow.proxy;

import dev.aiaudit.catalog.guard.GuardAnnotation;
import dev.aiaudit.catalog.guard.GuardAnnotation.Part;
import dev.aiaudit.flow.wait.Backoffs;
import dev.aiaudit.flow.wait.GuardText;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.resolve.DeclaredMethod;
import dev.aiaudit.resolve.JavaType;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads attempts and durations of a guard from its members and from settings. */
final class GuardSettings {
  private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h|d)?");

  private final MemberValues values;
  private final Requirements settings;

  GuardSettings(MemberValues values, Requirements settings) {
    this.values = values;
    this.settings = settings;
  }

  /** The setting of one of the things an annotation does: {@code 3 attempts} or {@code PT1S}. */
  Optional<String> value(GuardKind kind, GuardAnnotation guard, Mark mark, DeclaredMethod method) {
    return switch (kind) {
      case RETRY ->
          attempts(guard, mark, method)
              .map(n -> GuardText.attempts(n, pauses(guard, mark, method, n)));
      case TIMEOUT -> duration(guard, mark, method).map(Duration::toString);
      default -> Optional.empty();
    };
  }

  private Optional<Integer> attempts(GuardAnnotation guard, Mark mark, DeclaredMethod method) {
    Optional<Integer> written =
        values
            .number(mark, guard.members(Part.ATTEMPTS))
            .or(() -> configured(guard, mark, method, "max-attempts").flatMap(MemberValues::parsed))
            .map(n -> guard.attempts().calls((int) Math.min(n, 100_000)));
    if (written.isPresent()) {
      return written;
    }
    boolean open = MemberValues.written(mark, guard.members(Part.ATTEMPTS)).isPresent();
    return open || guard.attempts().defaultCalls().isEmpty()
        ? Optional.empty()
        : Optional.of(guard.attempts().defaultCalls().getAsInt());
  }

  /** The pauses between the attempts; none when they are written in a way that is not read. */
  private List<Duration> pauses(
      GuardAnnotation guard, Mark mark, DeclaredMethod method, int attempts) {
    List<String> delay = guard.members(Part.DELAY);
    ChronoUnit unit = unit(mark, guard.members(Part.DELAY_UNIT));
    Optional<Duration> first =
        values
            .text(mark, delay)
            .flatMap(t -> parsed(t, unit))
            .or(() -> setting(guard, mark, method, "wait-duration"));
    if (first.isEmpty() && MemberValues.written(mark, delay).isEmpty()) {
      first = guard.attempts().defaultPause();
    }
    Optional<Duration> cap =
        values
            .text(mark, guard.members(Part.MAX_DELAY))
            .flatMap(t -> parsed(t, unit))
            .or(() -> setting(guard, mark, method, "exponential-max-wait-duration"))
            .or(guard.attempts()::longestPause);
    double factor = factor(guard, mark, method);
    return first.map(f -> Backoffs.pauses(f, factor, cap, attempts)).orElse(List.of());
  }

  private double factor(GuardAnnotation guard, Mark mark, DeclaredMethod method) {
    Optional<String> written = values.text(mark, guard.members(Part.MULTIPLIER));
    boolean grows =
        configured(guard, mark, method, "enable-exponential-backoff")
            .filter("true"::equals)
            .isPresent();
    Optional<String> configured =
        grows
            ? configured(guard, mark, method, "exponential-backoff-multiplier")
                .or(() -> Optional.of("1.5"))
            : Optional.empty();
    return written
        .or(() -> configured)
        .map(String::strip)
        .filter(t -> t.matches("\\d{1,6}(\\.\\d{1,6})?[dDfFlL]?"))
        .map(t -> Double.parseDouble(t.replaceAll("[lL]$", "")))
        .orElse(1.0);
  }

  private Optional<Duration> setting(
      GuardAnnotation guard, Mark mark, DeclaredMethod method, String key) {
    return configured(guard, mark, method, key).flatMap(t -> parsed(t, ChronoUnit.MILLIS));
  }

  private Optional<Duration> duration(GuardAnnotation guard, Mark mark, DeclaredMethod method) {
    Optional<Duration> written =
        values
            .text(mark, guard.members(Part.DURATION))
            .flatMap(t -> parsed(t, unit(mark, guard.members(Part.DURATION_UNIT))))
            .or(
                () ->
                    configured(guard, mark, method, "timeout-duration")
                        .flatMap(t -> parsed(t, ChronoUnit.MILLIS)));
    return written.or(guard::duration);
  }

  private ChronoUnit unit(Mark mark, List<String> members) {
    String written = values.text(mark, members).orElse("MILLIS");
    String name = written.equals("MILLISECONDS") ? "MILLIS" : written;
    try {
      return ChronoUnit.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      return ChronoUnit.MILLIS;
    }
  }

  /** The setting of the instance, then that of the default configuration. */
  private Optional<String> configured(
      GuardAnnotation guard, Mark mark, DeclaredMethod method, String key) {
    if (guard.configPrefix().isEmpty()) {
      return Optional.empty();
    }
    String prefix = guard.configPrefix().get();
    Optional<String> name = values.text(mark, guard.members(Part.NAME));
    String defaults = prefix.replace(".instances", ".configs.default");
    return name.flatMap(n -> settings.setting(method.owner(), prefix + "." + n + "." + key))
        .or(() -> settings.setting(method.owner(), defaults + "." + key));
  }

  /** Exceptions that the settings of the instance list under one of the keys. */
  List<JavaType> listed(
      GuardAnnotation guard, Mark mark, DeclaredMethod method, List<String> keys) {
    if (guard.configPrefix().isEmpty()) {
      return List.of();
    }
    String prefix = guard.configPrefix().get();
    List<String> bases = new ArrayList<>();
    values.text(mark, guard.members(Part.NAME)).ifPresent(n -> bases.add(prefix + "." + n));
    bases.add(prefix.replace(".instances", ".configs.default"));
    for (String base : bases) {
      for (String key : keys) {
        List<JavaType> found = settings.types(method.owner(), base + "." + key);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  private static Optional<Duration> parsed(String text, ChronoUnit unit) {
    Matcher m = SHORT_DURATION.matcher(text.strip().replace("_", "").replaceAll("[lL]$", ""));
    if (m.matches()) {
      long n = Long.parseLong(m.group(1));
      String word = m.group(2) == null ? "" : m.group(2);
      return Optional.of(
          switch (word) {
            case "ms" -> Duration.ofMillis(n);
            case "s" -> Duration.ofSeconds(n);
            case "m" -> Duration.ofMinutes(n);
            case "h" -> Duration.ofHours(n);
            case "d" -> Duration.ofDays(n);
            default -> Duration.of(n, unit.isDateBased() ? ChronoUnit.MILLIS : unit);
          });
    }
    try {
      return Optional.of(Duration.parse(text.strip()));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }
}
