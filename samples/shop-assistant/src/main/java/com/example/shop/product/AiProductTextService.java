package com.example.shop.product;

import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/** OpenAI first, then Anthropic, then a template: survives the outage of either. */
@Service
public class AiProductTextService implements ProductTextService {
  private static final Logger LOG = LoggerFactory.getLogger(AiProductTextService.class);

  private final ChatClient openAi;
  private final ChatClient anthropic;

  public AiProductTextService(
      @Qualifier("openAiChat") ChatClient openAi,
      @Qualifier("anthropicChat") ChatClient anthropic) {
    this.openAi = openAi;
    this.anthropic = anthropic;
  }

  @Override
  @CircuitBreaker(name = "product-text", fallbackMethod = "describeElsewhere")
  public String describe(Product product) {
    return openAi.prompt().user(prompt(product)).call().content();
  }

  private String describeElsewhere(Product product, Throwable failure) {
    LOG.warn("OpenAI failed, asking Anthropic for product {}", product.getId(), failure);
    try {
      return anthropic.prompt().user(prompt(product)).call().content();
    } catch (RuntimeException e) {
      return product.getName() + ", made of " + product.getMaterial() + ".";
    }
  }

  private static String prompt(Product product) {
    return "Describe " + product.getName() + " made of " + product.getMaterial();
  }
}
