/**
 * Decides what findings mean for the caller: which count, and whether the gate lets a change pass.
 * It sees the result of the scan and the settings, never source text.
 */
package dev.aiaudit.triage;
