package com.example.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.retry.NonTransientAiException;
import org.springframework.ai.retry.TransientAiException;

class TriageTest {
  private final ChatModel model = mock(ChatModel.class);
  private final Triage triage = new Triage(ChatClient.builder(model));

  @Test
  void anOutageSendsLettersToADeskByKeyword() {
    when(model.call(any(Prompt.class))).thenThrow(new TransientAiException("500"));

    assertThat(triage.desk("Where is my parcel?")).isEqualTo(Desk.DELIVERY);
  }

  @Test
  void aRefusedKeyDoesTheSame() {
    when(model.call(any(Prompt.class))).thenThrow(new NonTransientAiException("401"));

    assertThat(triage.desk("My invoice is wrong")).isEqualTo(Desk.BILLING);
  }
}
