package com.example.triage;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/triage")
public class TriageResource {
  @Inject Triage triage;

  @POST
  public Desk desk(String letter) {
    return triage.desk(letter);
  }
}
