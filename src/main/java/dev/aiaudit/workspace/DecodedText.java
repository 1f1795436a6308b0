package dev.aiaudit.workspace;

import java.nio.charset.Charset;

/**
 * The text of a file.
 *
 * @param text without a byte order mark
 * @param charset how it was read; anything but UTF-8 deserves a diagnostic
 * @param replaced whether bytes that mean nothing in that charset became U+FFFD
 */
public record DecodedText(String text, Charset charset, boolean replaced) {}
