package com.example.shop.review;

import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ReviewController {
  private final ReviewSummaryService summaries;

  public ReviewController(ReviewSummaryService summaries) {
    this.summaries = summaries;
  }

  @PostMapping("/reviews/summary")
  public String summary(@RequestBody List<String> reviews) {
    return summaries.summarise(reviews);
  }
}
