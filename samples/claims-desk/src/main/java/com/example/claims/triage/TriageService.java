package com.example.claims.triage;

import com.example.claims.Claim;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** OpenAI first, then Anthropic, then keywords: survives the outage of either. */
@ApplicationScoped
public class TriageService {
  @Inject TriageAssistant assistant;
  @Inject BackupTriageAssistant backup;

  @Timeout(12_000)
  @Fallback(fallbackMethod = "departmentElsewhere")
  public Department department(Claim claim) {
    return assistant.department(claim.text());
  }

  Department departmentElsewhere(Claim claim) {
    try {
      return backup.department(claim.text());
    } catch (RuntimeException e) {
      Log.warn("triage by keywords", e);
      return byKeyword(claim.text().toLowerCase());
    }
  }

  private static Department byKeyword(String text) {
    if (text.contains("car") || text.contains("truck")) {
      return Department.MOTOR;
    }
    return text.contains("luggage") ? Department.TRAVEL : Department.HOUSEHOLD;
  }
}
