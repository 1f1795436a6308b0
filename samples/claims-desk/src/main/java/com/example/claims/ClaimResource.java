package com.example.claims;

import com.example.claims.fraud.FraudCheck;
import com.example.claims.letter.LetterService;
import com.example.claims.letter.Summaries;
import com.example.claims.search.SimilarClaims;
import com.example.claims.triage.Department;
import com.example.claims.triage.TriageService;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

@Path("/claims")
public class ClaimResource {
  @Inject ClaimStore store;
  @Inject TriageService triage;
  @Inject LetterService letters;
  @Inject Summaries summaries;
  @Inject FraudCheck fraud;
  @Inject SimilarClaims similar;

  @POST
  public Response create(Claim claim) {
    store.save(claim);
    Department department = triage.department(claim);
    return Response.accepted(department).build();
  }

  @GET
  @Path("/{id}/letter")
  public String letter(@PathParam("id") String id) {
    return letters.reply(store.get(id));
  }

  @GET
  @Path("/{id}/summary")
  public String summary(@PathParam("id") String id) {
    return summaries.summarise(store.get(id));
  }

  @GET
  @Path("/{id}/fraud-score")
  public int fraudScore(@PathParam("id") String id) {
    return fraud.score(store.get(id));
  }

  @GET
  @Path("/{id}/similar")
  public List<String> similar(@PathParam("id") String id) {
    return similar.idsLike(store.get(id));
  }
}
