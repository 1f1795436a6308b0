/**
 * Judges an {@link dev.aiaudit.model.Inventory}: each rule is one class, one line in {@link
 * dev.aiaudit.rule.Rules} and one Markdown page that is its documentation, its {@code explain} text
 * and its tests. Rules see the model only, never source text, so that each can be tested with
 * literals.
 */
package dev.aiaudit.rule;
