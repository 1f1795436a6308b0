package dev.aiaudit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Shows the options of each mixin under a heading of their own. Picocli's argument groups would do
 * that too, but they forget values when options of a group are given again after others.
 */
final class GroupedHelp {
  private static final List<String> HEADINGS = List.of("Input", "Gate", "Output");

  private GroupedHelp() {}

  /** Changes the help of a command and of its subcommands. */
  static void install(CommandLine line) {
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, GroupedHelp::options);
    line.getSubcommands().values().forEach(GroupedHelp::install);
  }

  private static String options(Help help) {
    CommandSpec spec = help.commandSpec();
    List<OptionSpec> general = new ArrayList<>(spec.options());
    StringBuilder text = new StringBuilder();
    for (String heading : HEADINGS) {
      CommandSpec mixin = spec.mixins().get(heading.toLowerCase(Locale.ROOT));
      if (mixin != null) {
        general.removeAll(mixin.options());
        text.append(group(help, heading, mixin.options()));
      }
    }
    return text + group(help, "General", general);
  }

  private static String group(Help help, String heading, List<OptionSpec> options) {
    List<OptionSpec> shown = options.stream().filter(option -> !option.hidden()).toList();
    Help.Layout layout = help.createDefaultLayout(shown, List.of(), help.colorScheme());
    layout.addOptions(shown, help.parameterLabelRenderer());
    return String.format(Locale.ROOT, "%n%s:%n%s", heading, layout);
  }
}
