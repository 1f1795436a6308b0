/**
 * Java source as the analyses see it. Parsing is only done on demand, behind a guard that turns
 * away files no parser should be given, and by workers whose failures and delays stay their own.
 */
package dev.aiaudit.javasource;
