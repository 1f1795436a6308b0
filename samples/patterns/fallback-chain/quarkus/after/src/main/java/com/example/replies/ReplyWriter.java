package com.example.replies;

import dev.langchain4j.model.chat.ChatModel;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** Each provider in turn, then a letter that is always there. */
@ApplicationScoped
public class ReplyWriter {
  private final List<ChatModel> models;

  ReplyWriter(@Named("openai") ChatModel openAi, @Named("anthropic") ChatModel anthropic) {
    this.models = List.of(openAi, anthropic);
  }

  public String reply(String letter) {
    for (ChatModel model : models) {
      try {
        return model.chat("Answer this letter: " + letter);
      } catch (RuntimeException e) {
        Log.warnf(e, "%s failed, trying the next one", model.provider());
      }
    }
    return StandardReplies.matching(letter);
  }
}
