package dev.aiaudit.cli;

import dev.aiaudit.model.Report;
import dev.aiaudit.render.SourceLines;

/**
 * What a scan gives to the commands.
 *
 * @param report what was found
 * @param sources the text of the scanned files, for code frames
 */
public record ScanOutput(Report report, SourceLines sources) {}
