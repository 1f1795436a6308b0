/**
 * The inverted index over the bytes of all Java files: which files call, create, declare, extend,
 * annotate with, import or merely mention a name, and which text literals look like addresses.
 * Built in one pass without parsing; everything that parses asks here first which files are worth
 * it. Depends on nothing else in the project.
 */
package dev.aiaudit.javasource.index;
