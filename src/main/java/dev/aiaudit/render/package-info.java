/**
 * Turns a finished {@link dev.aiaudit.model.Report} into one output format each: JSON for machines
 * and text for people. A renderer sees the report, the source lines it is given and the style of
 * the terminal, nothing else, so the same report gives the same bytes. Every string that comes from
 * the scanned tree leaves through {@code dev.aiaudit.escape}.
 */
package dev.aiaudit.render;
