/**
 * Turns Java source text into the project's own syntax tree and into a lexical index. The only
 * package that knows JavaParser: its trees are converted at once and dropped, so that a scan of a
 * large tree keeps small records only.
 */
package dev.aiaudit.javasource;
