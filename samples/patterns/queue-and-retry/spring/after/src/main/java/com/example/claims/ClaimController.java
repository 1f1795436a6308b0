package com.example.claims;

import org.springframework.http.HttpStatus;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes the claim, and leaves the summary to whoever gets the message. */
@RestController
public class ClaimController {
  private final KafkaTemplate<String, Claim> queue;

  public ClaimController(KafkaTemplate<String, Claim> queue) {
    this.queue = queue;
  }

  @PostMapping("/claims")
  @ResponseStatus(HttpStatus.ACCEPTED)
  public void create(@RequestBody Claim claim) {
    queue.send("claims.created", claim.id(), claim);
  }
}
