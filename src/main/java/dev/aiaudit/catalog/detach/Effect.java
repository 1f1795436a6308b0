package dev.aiaudit.catalog.detach;

/** What a call does to the waiting of the method that makes it. */
public enum Effect {
  /** The task runs elsewhere; nobody can wait for it through this call. */
  FIRE_AND_FORGET,
  /** The task runs elsewhere; the caller waits if it reads or returns the future it gets. */
  FUTURE,
  /** Starts a pipeline; the caller does not wait for its result. */
  REACTIVE_SUBSCRIBE,
  /** The code is part of a pipeline; the caller waits if it returns, blocks or passes it on. */
  PIPELINE,
  /** The code is called back later; waits only if a waited-for type is completed in it. */
  CALLBACK,
  /** The code runs within the call: the caller waits. */
  SAME_THREAD,
  /** The code runs elsewhere, but the call or a mandatory later one waits for it. */
  WAITS_ELSEWHERE,
  /** An event for listeners of the process; the publisher waits for the synchronous ones. */
  PUBLISH,
  /** An event for listeners that nobody waits for. */
  PUBLISH_ASYNC,
  /** A message leaves; the path ends here and goes on detached at its consumer. */
  SEND,
  /** A message leaves and the caller waits for the reply, or gets a future of it. */
  REQUEST_REPLY,
  /** A message to the waiting client: the answer itself. */
  ANSWER,
  /** An element is handed to whoever takes it from a queue or sink. */
  HAND_OFF
}
