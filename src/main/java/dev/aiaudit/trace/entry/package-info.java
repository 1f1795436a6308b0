/**
 * Recognises entry points in source code by the patterns of {@link dev.aiaudit.catalog.entrypoint}:
 * annotated methods, methods that a framework calls because of a supertype, and code that a call
 * hands to a framework. It knows no framework by name; everything particular is data.
 */
package dev.aiaudit.trace.entry;
