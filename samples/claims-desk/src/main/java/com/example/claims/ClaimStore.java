package com.example.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

@ApplicationScoped
public class ClaimStore {
  private final Map<String, Claim> claims = new ConcurrentHashMap<>();

  public void save(Claim claim) {
    claims.put(claim.id(), claim);
  }

  public Claim get(String id) {
    return Optional.ofNullable(claims.get(id)).orElseThrow(NotFoundException::new);
  }

  public List<Claim> all() {
    return List.copyOf(claims.values());
  }
}
