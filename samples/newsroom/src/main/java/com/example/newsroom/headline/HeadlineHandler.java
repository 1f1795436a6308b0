package com.example.newsroom.headline;

import com.example.newsroom.Article;
import com.example.newsroom.Exchanges;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** An apology with status 503 is no fallback. */
public class HeadlineHandler implements HttpHandler {
  private final HeadlineWriter writer;

  public HeadlineHandler(HeadlineWriter writer) {
    this.writer = writer;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Article article = new Article("", Exchanges.body(exchange));
    try {
      Exchanges.answer(exchange, 200, writer.headline(article));
    } catch (RuntimeException e) {
      Exchanges.answer(exchange, 503, "The headline service is unavailable");
    }
  }
}
