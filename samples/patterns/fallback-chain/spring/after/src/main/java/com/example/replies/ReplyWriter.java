package com.example.replies;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** OpenAI, then Anthropic, then a letter that is always there. */
@Component
public class ReplyWriter {
  private static final Logger LOG = LoggerFactory.getLogger(ReplyWriter.class);

  private final ChatClient openAi;
  private final ChatClient anthropic;

  public ReplyWriter(
      @Qualifier("openAiChat") ChatClient openAi,
      @Qualifier("anthropicChat") ChatClient anthropic) {
    this.openAi = openAi;
    this.anthropic = anthropic;
  }

  public String reply(String letter) {
    try {
      return openAi.prompt().user("Answer this letter: " + letter).call().content();
    } catch (RuntimeException e) {
      LOG.warn("OpenAI failed, asking Anthropic", e);
      return replyElsewhere(letter);
    }
  }

  private String replyElsewhere(String letter) {
    try {
      return anthropic.prompt().user("Answer this letter: " + letter).call().content();
    } catch (RuntimeException e) {
      LOG.warn("Anthropic failed too, answering without AI", e);
      return StandardReplies.matching(letter);
    }
  }
}
