/**
 * What the names in the source mean, without a class path: types through imports, packages, nesting
 * and inheritance, variables through scopes, members through the hierarchy, and library types
 * through {@link dev.aiaudit.resolve.Libraries}. Where nothing tells, the answer is unknown and
 * never a guess. Files are parsed only when a question needs them.
 */
package dev.aiaudit.resolve;
