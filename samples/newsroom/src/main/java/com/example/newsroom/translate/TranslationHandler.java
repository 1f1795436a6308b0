package com.example.newsroom.translate;

import com.example.newsroom.Exchanges;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

public class TranslationHandler implements HttpHandler {
  private final Translator translator;

  public TranslationHandler(Translator translator) {
    this.translator = translator;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Exchanges.answer(exchange, 200, translator.toEnglish(Exchanges.body(exchange)));
  }
}
