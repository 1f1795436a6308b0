package com.example.claims;

/** A claim as it came in. */
public record Claim(String id, String text) {}
