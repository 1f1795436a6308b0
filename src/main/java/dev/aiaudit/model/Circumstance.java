package dev.aiaudit.model;

import java.util.Optional;

/**
 * Something about the surroundings of a call site that decides how far an outage reaches.
 *
 * @param kind what it is
 * @param callSite id of the call site
 * @param entryPoint id of the entry point on whose path it lies; empty when it holds for all
 * @param location where it is written
 * @param detail what it is, as part of a sentence
 */
public record Circumstance(
    Kind kind, String callSite, Optional<String> entryPoint, Location location, String detail) {

  /** What a circumstance is. */
  public enum Kind implements Named {
    /** A transaction, lock or thread that others need is held during the call. */
    HELD,
    /** The call is made again and again for one request. */
    REPEATED,
    /** No test lets the provider fail. */
    UNTESTED,
    /** No metric or span tells of the call. */
    UNOBSERVED,
    /** A list of status codes leaves out what the provider answers in an outage. */
    CODE_MISSED
  }
}
