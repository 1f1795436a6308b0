package dev.aiaudit.flow;

import dev.aiaudit.detect.RequestSite;
import java.util.List;

/** The exceptions with which a failure begins. */
public final class OutageExceptions {
  private final ExceptionTypes types;

  /** Exceptions as the catalogue knows them. */
  public OutageExceptions(FlowKnowledge knowledge) {
    this.types = new ExceptionTypes(knowledge);
  }

  /**
   * Full names of what a request throws in an outage or when its time is up; empty when not known.
   */
  public List<String> raisedBy(RequestSite site) {
    return types.raisedBy(site);
  }
}
