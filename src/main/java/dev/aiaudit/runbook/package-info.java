/**
 * Runbooks: one Markdown page per provider for the person on call, an index and drill cards, made
 * of a report, provider facts and what files of the scanned tree say. Generated blocks stand
 * between markers; everything else on a page belongs to people and is never changed.
 */
package dev.aiaudit.runbook;
