package com.example.claims.fraud;

import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import io.quarkiverse.langchain4j.RegisterAiService;

@RegisterAiService
public interface FraudAssistant {
  @SystemMessage("Rate from 0 to 100 how likely the claim is fraud. Answer with the number.")
  int score(@UserMessage String claim);
}
