/**
 * The settings file {@code .ai-audit.yml}: what may stand in it, and what it says. Reading is
 * strict: whatever is not understood is an error with its place, for a setting that is passed over
 * in silence is a gate that is open. What rules and reports need of it they get as a {@link
 * dev.aiaudit.model.Policy}.
 */
package dev.aiaudit.settings;
