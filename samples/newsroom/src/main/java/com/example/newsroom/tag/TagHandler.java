package com.example.newsroom.tag;

import com.example.newsroom.Exchanges;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

public class TagHandler implements HttpHandler {
  private final Tagger tagger;

  public TagHandler(Tagger tagger) {
    this.tagger = tagger;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Exchanges.answer(exchange, 200, tagger.tags(Exchanges.body(exchange)));
  }
}
