package dev.aiaudit.flow.proxy;

import dev.aiaudit.catalog.guard.GuardAnnotation;
import dev.aiaudit.catalog.guard.GuardAnnotation.Part;
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
      case RETRY -> attempts(guard, mark, method).map(n -> n + (n == 1 ? " attempt" : " attempts"));
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

  private Optional<Duration> duration(GuardAnnotation guard, Mark mark, DeclaredMethod method) {
    Optional<Duration> written =
        values
            .text(mark, guard.members(Part.DURATION))
            .flatMap(t -> parsed(t, unit(mark, guard)))
            .or(
                () ->
                    configured(guard, mark, method, "timeout-duration")
                        .flatMap(t -> parsed(t, ChronoUnit.MILLIS)));
    return written.or(guard::duration);
  }

  private ChronoUnit unit(Mark mark, GuardAnnotation guard) {
    String name = values.text(mark, guard.members(Part.DURATION_UNIT)).orElse("MILLIS");
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
