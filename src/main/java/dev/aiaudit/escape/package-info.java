/**
 * The only door to the outside: every string that comes from the scanned tree is made safe here for
 * the place it is printed in, and secrets are masked.
 *
 * <p>Pure functions from text to text; no method throws. What would act on a reader (control and
 * bidirectional characters, markup, commands) becomes visible and inert.
 */
package dev.aiaudit.escape;
