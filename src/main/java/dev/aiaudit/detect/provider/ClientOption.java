package dev.aiaudit.detect.provider;

import dev.aiaudit.model.Location;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A setting that code gives to a client or to one request.
 *
 * @param name of the setter, such as {@code maxRetries}; of a constructor argument {@code timeout}
 * @param type full name of the type that it is called on, empty when not known
 * @param period its value as a period, when it is one
 * @param numbers its arguments as numbers, as far as they are known
 * @param ofRequest whether it is given with the request and holds for this one only
 * @param location the call
 */
public record ClientOption(
    String name,
    String type,
    Optional<Duration> period,
    List<Double> numbers,
    boolean ofRequest,
    Location location) {

  /** Copies the numbers. */
  public ClientOption {
    numbers = List.copyOf(numbers);
  }
}
