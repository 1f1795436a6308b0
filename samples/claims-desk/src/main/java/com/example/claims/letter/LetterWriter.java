package com.example.claims.letter;

import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import io.quarkiverse.langchain4j.RegisterAiService;

@RegisterAiService
public interface LetterWriter {
  @SystemMessage("Write a friendly reply to the customer.")
  String reply(@UserMessage String claim);

  @SystemMessage("Summarise the claim in two sentences.")
  String summary(@UserMessage String claim);
}
