package dev.aiaudit.escape;

/**
 * A stretch of text that has the shape of a credential.
 *
 * @param start index of its first character
 * @param end index after its last character
 * @param kind the public prefix that gives it away, such as {@code sk-ant-} or {@code AKIA}
 * @param provider who issues keys of this shape, in the ids of DESIGN.md section 5; {@code unknown}
 *     for keys that several share or that are not for AI
 */
public record SecretSpan(int start, int end, String kind, String provider) {}
