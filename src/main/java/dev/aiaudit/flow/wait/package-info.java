/**
 * The waiting budget: how long a caller can hang before a failure of a request reaches any handler,
 * as a sum of terms. The innermost layer is the SDK's request (options in code, settings, versioned
 * defaults); operators, annotations and loops on the path multiply it, add pauses or cut it off.
 */
package dev.aiaudit.flow.wait;
