/**
 * A compact, immutable syntax tree of Java source: what the analysis needs of a file after parsing,
 * and nothing else. It knows no parser; {@code javasource} builds it. Nodes are compared by
 * identity, since two equal calls at two places are two nodes.
 */
package dev.aiaudit.syntax;
