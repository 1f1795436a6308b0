package dev.aiaudit.configsource;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.data.DataNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Actions and commands that call a model, according to the catalogue. */
final class PipelineNames {

  /**
   * An action.
   *
   * @param uses owner and name in lower case
   * @param provider who answers unless its inputs say otherwise
   * @param comments whether a failure of its own loses only reviews, answers or notes
   */
  record Action(String uses, String provider, boolean comments) {}

  /**
   * A command.
   *
   * @param command its name
   * @param after words of which one follows when it calls a model; none for any
   */
  record Command(String command, List<String> after, String provider) {}

  private final List<Action> actions;
  private final List<Command> commands;

  PipelineNames(Catalog catalog) {
    List<DataNode> files = catalog.data().section("config");
    actions =
        files.stream()
            .flatMap(f -> f.items("actions").stream())
            .map(n -> new Action(n.text("uses"), n.text("provider"), n.flag("comments")))
            .toList();
    commands =
        files.stream()
            .flatMap(f -> f.items("commands").stream())
            .map(n -> new Command(n.text("command"), n.texts("after"), n.text("provider")))
            .toList();
  }

  /** The action that a {@code uses} names. */
  Optional<Action> action(String uses) {
    String name = uses.toLowerCase(Locale.ROOT);
    return actions.stream()
        .filter(a -> name.startsWith(a.uses() + "@") || name.startsWith(a.uses() + "/"))
        .findFirst();
  }

  /** The command of this name, whatever follows it. */
  Optional<Command> commandNamed(String name) {
    return commands.stream().filter(c -> c.command().equals(name)).findFirst();
  }

  /** The command that a line of a script runs and that calls a model. */
  Optional<Command> command(String line) {
    if (line.startsWith("#")) {
      return Optional.empty();
    }
    return commands.stream().filter(c -> runs(line, c)).findFirst();
  }

  private static boolean runs(String line, Command command) {
    for (int at = line.indexOf(command.command());
        at >= 0;
        at = line.indexOf(command.command(), at + 1)) {
      int end = at + command.command().length();
      boolean starts = at == 0 || " \t;&|(/`'\"".indexOf(line.charAt(at - 1)) >= 0;
      if (starts && end < line.length() && line.charAt(end) == ' ' && follows(line, end, command)) {
        return !line.substring(0, at)
            .matches("(?s).*\\b(echo|printf|install|command -v|which)\\b.*");
      }
    }
    return false;
  }

  private static boolean follows(String line, int end, Command command) {
    String rest = line.substring(end) + " ";
    return command.after().isEmpty()
        || command.after().stream().anyMatch(w -> rest.contains(" " + w + " "));
  }
}
