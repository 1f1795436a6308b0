package com.example.search;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/titles")
public class TitleResource {
  @Inject Titles titles;

  @POST
  public String title(String text) {
    return titles.title(text);
  }
}
