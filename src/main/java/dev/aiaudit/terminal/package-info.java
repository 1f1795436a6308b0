/**
 * What a terminal can show: whether it is one, how wide it is, colours, hyperlinks, code frames and
 * the progress line. Decisions are pure functions of the environment that is handed in; only {@code
 * NativeConsole} asks the system, and it alone touches jansi, whose native code is loaded for
 * terminals only.
 */
package dev.aiaudit.terminal;
