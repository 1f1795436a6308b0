package com.example.reviews;

/** What the shop shows; the page sells without its last part, too. */
public record ProductPage(String name, String opinion) {}
