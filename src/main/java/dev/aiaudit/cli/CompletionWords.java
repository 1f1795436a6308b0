package dev.aiaudit.cli;

import dev.aiaudit.model.Named;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Tells picocli what a shell may offer as values: the words of an enum instead of its Java names,
 * and files for what is called a file. The command line parses nothing any more afterwards.
 */
final class CompletionWords {
  private static final Set<String> FILES = Set.of("FILE", "PATH", "DIR", "OLD", "NEW", "REPORT");

  private CompletionWords() {}

  /** Changes the values of a command and of its subcommands. */
  static void install(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    for (OptionSpec option : List.copyOf(spec.options())) {
      OptionSpec.Builder changed = option.toBuilder();
      words(option).ifPresent(changed::completionCandidates);
      files(option).ifPresent(changed::auxiliaryTypes);
      spec.remove(option);
      spec.addOption(changed.build());
    }
    for (PositionalParamSpec value : List.copyOf(spec.positionalParameters())) {
      PositionalParamSpec.Builder changed = value.toBuilder();
      words(value).ifPresent(changed::completionCandidates);
      files(value).ifPresent(changed::auxiliaryTypes);
      spec.remove(value);
      spec.addPositional(changed.build());
    }
    line.getSubcommands().values().forEach(CompletionWords::install);
  }

  private static Optional<Iterable<String>> words(ArgSpec value) {
    Class<?> type = value.auxiliaryTypes()[0];
    if (!Named.class.isAssignableFrom(type)) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(type.getEnumConstants()).map(word -> ((Named) word).word()).toList());
  }

  private static Optional<Class<?>> files(ArgSpec value) {
    return FILES.contains(value.paramLabel()) ? Optional.of(Path.class) : Optional.empty();
  }
}
