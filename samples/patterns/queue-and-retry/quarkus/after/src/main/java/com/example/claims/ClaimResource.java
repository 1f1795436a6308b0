package com.example.claims;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/** Takes the claim, and leaves the summary to whoever gets the message. */
@Path("/claims")
public class ClaimResource {
  @Inject
  @Channel("claims-out")
  Emitter<Claim> queue;

  @POST
  public Response create(Claim claim) {
    queue.send(claim);
    return Response.accepted().build();
  }
}
