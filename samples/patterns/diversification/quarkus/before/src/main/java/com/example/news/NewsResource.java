package com.example.news;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/")
public class NewsResource {
  @Inject Editor editor;

  @POST
  @Path("headline")
  public String headline(String article) {
    return editor.ask("A headline for: " + article);
  }

  @POST
  @Path("translation")
  public String translation(String article) {
    return editor.ask("In English: " + article);
  }
}
