package com.example.claims;

import java.time.LocalDate;

/** A claim as the customer reported it. */
public record Claim(String id, String customer, LocalDate date, String text) {}
