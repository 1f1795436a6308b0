package com.example.claims.triage;

/** Who handles a claim. */
public enum Department {
  MOTOR,
  HOUSEHOLD,
  TRAVEL
}
