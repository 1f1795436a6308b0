/**
 * Finds call sites: the expressions that make a request to an AI provider, through an SDK, a
 * declared AI service or plain HTTP, and the provider behind each. Who reaches a site and what
 * happens when it fails is not decided here.
 */
package dev.aiaudit.detect;
