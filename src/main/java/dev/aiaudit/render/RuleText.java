package dev.aiaudit.render;

import dev.aiaudit.model.Severity;

/**
 * What reports for machines say about a rule besides its findings.
 *
 * @param id such as {@code AIA001}
 * @param name kebab-case, such as {@code unguarded-critical-call}
 * @param severity of its findings unless the settings change it
 * @param title one line
 * @param help its page, Markdown without front matter; our own text, never the scanned tree's
 */
public record RuleText(String id, String name, Severity severity, String title, String help) {}
