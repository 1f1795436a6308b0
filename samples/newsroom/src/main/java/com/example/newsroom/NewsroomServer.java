package com.example.newsroom;

import com.example.newsroom.check.FactCheckHandler;
import com.example.newsroom.check.FactChecker;
import com.example.newsroom.headline.ClaudeHeadlineWriter;
import com.example.newsroom.headline.HeadlineHandler;
import com.example.newsroom.tag.TagHandler;
import com.example.newsroom.tag.Tagger;
import com.example.newsroom.translate.TranslationHandler;
import com.example.newsroom.translate.Translator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

public final class NewsroomServer {
  private NewsroomServer() {}

  public static void main(String[] args) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
    server.createContext(
        "/headline", new HeadlineHandler(new ClaudeHeadlineWriter(Clients.anthropic())));
    server.createContext("/fact-check", new FactCheckHandler(new FactChecker()));
    server.createContext("/tags", new TagHandler(new Tagger(Clients.anthropic())));
    server.createContext(
        "/translation", new TranslationHandler(new Translator(Clients.anthropic())));
    server.setExecutor(Executors.newFixedThreadPool(16));
    server.start();
  }
}
