package com.example.guide;

/** A place of the city guide, and what its owner wrote about it. */
public record Place(String id, String name, String ownersText) {}
