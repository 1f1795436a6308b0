/**
 * What surrounds a call site and decides how far an outage reaches: what is held during the call,
 * how often one request repeats it, whether a test lets the provider fail, whether a metric tells
 * of it. Reads the frames of the paths that {@link dev.aiaudit.trace} found.
 */
package dev.aiaudit.flow.around;
