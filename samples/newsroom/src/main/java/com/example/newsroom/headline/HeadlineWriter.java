package com.example.newsroom.headline;

import com.example.newsroom.Article;

public interface HeadlineWriter {
  String headline(Article article);
}
