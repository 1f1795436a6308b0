package dev.aiaudit.model;

import java.time.Duration;
import java.util.Optional;

/**
 * One term of the sum that is a worst wait.
 *
 * @param what what is waited for, with its multiplications: {@code 3 attempts x 60 s timeout}
 * @param duration how long; empty when nothing ends it
 * @param evidence how the setting behind it is known
 * @param location where the setting is written
 */
public record WaitTerm(
    String what, Optional<Duration> duration, Evidence evidence, Optional<Location> location) {}
