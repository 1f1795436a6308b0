package com.example.reviews;

import java.util.List;

/** A product with what buyers wrote, and the stars they gave. */
public record Product(String name, List<String> reviews, List<Integer> stars) {}
