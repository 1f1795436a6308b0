package dev.aiaudit.model;

/** How the outside enters the application. */
public enum EntryKind implements Named {
  HTTP(true),
  GRPC(true),
  GRAPHQL(true),
  WEBSOCKET(true),
  RPC(true),
  LAMBDA(true),
  UI(true),
  CHATBOT(true),
  MESSAGE(false),
  SCHEDULED(false),
  ASYNC(false),
  EVENT(false),
  STARTUP(false),
  CLI(false),
  MAIN(false),
  BATCH(false);

  private final boolean waits;

  EntryKind(boolean waits) {
    this.waits = waits;
  }

  /** Whether somebody outside normally waits for the answer of such an entry. */
  public boolean waits() {
    return waits;
  }
}
