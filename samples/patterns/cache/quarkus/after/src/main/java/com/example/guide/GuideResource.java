package com.example.guide;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/places/{id}/teaser")
public class GuideResource {
  @Inject Places places;
  @Inject Teasers teasers;

  @GET
  public String teaser(String id) {
    return teasers.teaser(places.get(id));
  }
}
