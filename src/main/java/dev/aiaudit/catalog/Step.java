package dev.aiaudit.catalog;

/**
 * A method of a catalogue type that leads on to another type without a request of its own.
 *
 * @param method method name
 * @param arity the argument counts meant
 * @param returns the type it returns, as generic text
 */
record Step(String method, Arity arity, String returns) {}
