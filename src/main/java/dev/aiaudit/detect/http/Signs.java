package dev.aiaudit.detect.http;

import java.util.Optional;

/**
 * What code around a request says besides its URL.
 *
 * @param header provider whose header is set and that nobody else uses
 * @param weakHeader provider whose header is set, which other services of the vendor use too
 * @param model whether a model id is written in the code
 * @param prompt whether the body has the keys of a prompt
 * @param dialogue whether the body has the keys of a list of messages with roles
 * @param words provider that keys of settings tell
 * @param named provider that names of the types tell which build the request
 */
record Signs(
    Optional<String> header,
    Optional<String> weakHeader,
    boolean model,
    boolean prompt,
    boolean dialogue,
    Optional<String> words,
    Optional<String> named) {

  /** Whether anything but a name says that this is an AI request. */
  boolean solid() {
    return header.isPresent() || weakHeader.isPresent() || model || prompt;
  }
}
