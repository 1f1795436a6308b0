/**
 * Which guarding annotations of a method can act on a call of it, and which methods they fall back
 * to. Finds annotations on methods, classes and interfaces, decides by framework, build and
 * settings whether the library intercepts the call at all, and picks fallback methods by the
 * library's rules for signatures. What a fallback answers is the business of {@link
 * dev.aiaudit.flow}.
 */
package dev.aiaudit.flow.proxy;
