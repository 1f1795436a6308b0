package com.example.claims;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Nobody reads the summary now, and the customer waits for it all the same. */
@Path("/claims")
public class ClaimResource {
  @Inject Summariser summariser;

  @POST
  public void create(Claim claim) {
    summariser.summarise(claim);
  }
}
