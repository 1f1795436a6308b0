package dev.aiaudit.catalog;

/**
 * A method that looks like a request and is none.
 *
 * @param type full name of the declaring type
 * @param method method name
 * @param arity the argument counts meant
 * @param reason a word: {@code prepares} (sent later), {@code local}, {@code reads} (an open
 *     stream)
 */
public record NotCall(String type, String method, Arity arity, String reason) {}
