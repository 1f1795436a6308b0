package com.example.claims.triage;

import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import io.quarkiverse.langchain4j.RegisterAiService;

/** The same question to another provider; see the model "backup" in application.properties. */
@RegisterAiService(modelName = "backup")
public interface BackupTriageAssistant {
  @SystemMessage("Name the department of an insurance company that handles the claim.")
  Department department(@UserMessage String claim);
}
