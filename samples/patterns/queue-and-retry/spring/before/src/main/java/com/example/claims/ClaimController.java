package com.example.claims;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Nobody reads the summary now, and the customer waits for it all the same. */
@RestController
public class ClaimController {
  private final Summariser summariser;

  public ClaimController(Summariser summariser) {
    this.summariser = summariser;
  }

  @PostMapping("/claims")
  @ResponseStatus(HttpStatus.CREATED)
  public void create(@RequestBody Claim claim) {
    summariser.summarise(claim);
  }
}
