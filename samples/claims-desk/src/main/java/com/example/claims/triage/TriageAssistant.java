package com.example.claims.triage;

import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import io.quarkiverse.langchain4j.RegisterAiService;

@RegisterAiService
public interface TriageAssistant {
  @SystemMessage("Name the department of an insurance company that handles the claim.")
  Department department(@UserMessage String claim);
}
