/**
 * Requests to AI providers through plain HTTP clients. A call that sends is a call site when the
 * URL, followed back through code and settings, or the headers and body around it say that an AI
 * provider answers. {@link dev.aiaudit.detect.http.TextValues} finds out which texts an expression
 * can have, {@link dev.aiaudit.detect.http.RequestTrail} what a request was built of, {@link
 * dev.aiaudit.detect.http.AiUrls} what that means.
 */
package dev.aiaudit.detect.http;
