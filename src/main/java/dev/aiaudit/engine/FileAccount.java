package dev.aiaudit.engine;

import dev.aiaudit.model.CallSite;
import dev.aiaudit.model.ConfigFact;
import dev.aiaudit.model.Diagnostic;
import java.util.List;

/**
 * What the audit understood of one file, for somebody who wonders why a call was reported or was
 * not.
 *
 * @param path relative to the root
 * @param state how far the file was read, as a sentence without its subject
 * @param libraries the AI libraries and HTTP clients that its imports name
 * @param types the types that it declares, when it was parsed
 * @param clients fields, parameters and variables that hold something of such a library
 * @param sites its call sites
 * @param ruledOut calls on such a library that make no request
 * @param facts what its configuration says
 * @param diagnostics what could not be read or parsed
 */
public record FileAccount(
    String path,
    String state,
    List<String> libraries,
    List<String> types,
    List<Note> clients,
    List<CallSite> sites,
    List<Note> ruledOut,
    List<ConfigFact> facts,
    List<Diagnostic> diagnostics) {

  /** Copies the lists. */
  public FileAccount {
    libraries = List.copyOf(libraries);
    types = List.copyOf(types);
    clients = List.copyOf(clients);
    sites = List.copyOf(sites);
    ruledOut = List.copyOf(ruledOut);
    facts = List.copyOf(facts);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Something at a line.
   *
   * @param line from 1
   * @param text what it is, in one line
   */
  public record Note(int line, String text) {}
}
