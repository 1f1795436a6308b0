package dev.aiaudit.model;

/** What a request asks the provider to do. */
public enum Operation implements Named {
  CHAT,
  EMBEDDING,
  IMAGE,
  AUDIO,
  MODERATION,
  RERANK,
  AGENT,
  OTHER
}
