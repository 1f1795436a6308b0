package dev.aiaudit.cli;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.Sdk;
import dev.aiaudit.escape.Escape;
import dev.aiaudit.terminal.Columns;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;

/** Lists the libraries that the tool knows. */
@Command(name = "catalog", description = "List the AI libraries and HTTP clients that are known.")
final class CatalogCommand extends AbstractCommand {
  CatalogCommand(Host host) {
    super(host);
  }

  @Override
  ExitCode execute() {
    List<Sdk> rows = Catalog.load().sdks();
    int id = widest(rows, Sdk::id);
    int category = widest(rows, Sdk::category);
    int provider = widest(rows, Sdk::provider);
    for (Sdk row : rows) {
      String line =
          Columns.pad(row.id(), id)
              + "  "
              + Columns.pad(row.category(), category)
              + "  "
              + Columns.pad(row.provider(), provider)
              + "  "
              + row.name();
      host().out().print(Escape.terminal(line) + "\n");
    }
    return ExitCode.OK;
  }

  private static int widest(List<Sdk> rows, Function<Sdk, String> cell) {
    return rows.stream().map(cell).mapToInt(Columns::width).max().orElse(0);
  }
}
