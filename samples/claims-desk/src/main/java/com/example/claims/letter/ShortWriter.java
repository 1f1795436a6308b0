package com.example.claims.letter;

import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import io.quarkiverse.langchain4j.RegisterAiService;

@RegisterAiService(modelName = "small")
public interface ShortWriter {
  @SystemMessage("Summarise the claim in one sentence.")
  String summary(@UserMessage String claim);
}
