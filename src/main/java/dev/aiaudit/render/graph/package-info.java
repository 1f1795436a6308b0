/**
 * The dependency picture: entry points, the classes that make the calls, and providers, as one
 * layered graph that Mermaid, DOT and SVG draw. It is grouped until a reader can take it in. Ids
 * are generated and every label is escaped for its format, so the scanned tree cannot add anything.
 */
package dev.aiaudit.render.graph;
