package dev.aiaudit.flow.proxy;

import dev.aiaudit.catalog.guard.GuardAnnotation;
import dev.aiaudit.model.GuardKind;
import dev.aiaudit.model.Location;
import dev.aiaudit.resolve.JavaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A guarding annotation that concerns a call.
 *
 * @param guard what it stands for
 * @param location where it is written
 * @param defeat why it does not act on this call; empty when it does
 * @param returns what the guarded method returns
 * @param fallback what it falls back to
 * @param include exceptions that it acts on; empty for all
 * @param exclude exceptions that it does not act on
 * @param configured exceptions that a settings file lets it count or repeat; empty for all
 * @param ignored exceptions that a settings file takes out
 * @param settings attempts or duration by what it does
 */
public record ActiveGuard(
    GuardAnnotation guard,
    Location location,
    Optional<String> defeat,
    ReturnKind returns,
    Fallback fallback,
    List<JavaType> include,
    List<JavaType> exclude,
    List<JavaType> configured,
    List<JavaType> ignored,
    Map<GuardKind, String> settings) {

  /** Copies the collections. */
  public ActiveGuard {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    configured = List.copyOf(configured);
    ignored = List.copyOf(ignored);
    settings = Map.copyOf(settings);
  }
}
