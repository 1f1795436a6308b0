package dev.aiaudit.cli;

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
    List<CatalogRow> rows = host().catalog().get();
    int id = widest(rows, CatalogRow::id);
    int category = widest(rows, CatalogRow::category);
    int provider = widest(rows, CatalogRow::provider);
    for (CatalogRow row : rows) {
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

  private static int widest(List<CatalogRow> rows, Function<CatalogRow, String> cell) {
    return rows.stream().map(cell).mapToInt(Columns::width).max().orElse(0);
  }
}
