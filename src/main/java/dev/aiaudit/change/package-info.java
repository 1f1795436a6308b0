/**
 * The tree as it was before a change, so that a gate can ask what the change brought: from git's
 * own data, or by taking a diff back. One class here starts a process, and only when the user names
 * a revision.
 */
package dev.aiaudit.change;
