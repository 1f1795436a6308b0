package com.example.replies;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/replies")
public class ReplyResource {
  @Inject ReplyWriter writer;

  @POST
  public String reply(String letter) {
    return writer.reply(letter);
  }
}
