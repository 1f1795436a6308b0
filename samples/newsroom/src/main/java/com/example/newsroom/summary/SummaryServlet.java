package com.example.newsroom.summary;

import com.example.newsroom.Article;
import com.example.newsroom.Clients;
import com.example.newsroom.archive.Archive;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

@WebServlet("/summaries")
public class SummaryServlet extends HttpServlet {
  private final transient Summaries summaries =
      new Summaries(Clients.openAi(), Clients.anthropic());
  private final transient Archive archive = new Archive(Clients.openAi());

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] bytes = request.getInputStream().readAllBytes();
    Article article =
        new Article(request.getParameter("title"), new String(bytes, StandardCharsets.UTF_8));
    archive.addLater(article);
    response.setContentType("text/plain");
    response.getWriter().write(summaries.summarise(article));
  }
}
