package com.example.newsroom.check;

import com.example.newsroom.Exchanges;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

public class FactCheckHandler implements HttpHandler {
  private final FactChecker checker;

  public FactCheckHandler(FactChecker checker) {
    this.checker = checker;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String verdict = checker.check(Exchanges.body(exchange));
    Exchanges.answer(exchange, 200, verdict);
  }
}
