package dev.aiaudit.catalog;

import dev.aiaudit.model.Named;

/** When the request of a call pattern is really sent. */
public enum RunsOn implements Named {
  /** When the method is called. */
  CALL,
  /** When the returned reactive type is subscribed to. */
  SUBSCRIBE,
  /** When the returned stream or iterator is consumed. */
  ITERATE
}
