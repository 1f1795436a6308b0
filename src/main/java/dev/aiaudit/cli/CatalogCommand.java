package dev.aiaudit.cli;

import dev.aiaudit.catalog.Catalog;
import dev.aiaudit.catalog.Sdk;
import dev.aiaudit.escape.Escape;
import dev.aiaudit.model.Named;
import dev.aiaudit.terminal.Columns;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the libraries that the tool knows. */
@Command(
    name = "catalog",
    description = "List the AI libraries, HTTP clients and providers that are known.")
final class CatalogCommand extends AbstractCommand {
  /** How the catalogue is shown. */
  enum Form implements Named {
    TEXT,
    JSON
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, or json with what is recognised and where each fact comes from.")
  Form format = Form.TEXT;

  CatalogCommand(Host host) {
    super(host);
  }

  @Override
  ExitCode execute() throws IOException {
    Catalog catalog = Catalog.load();
    if (format == Form.JSON) {
      CatalogJson.print(catalog, host().out());
      return ExitCode.OK;
    }
    List<Sdk> rows = catalog.sdks();
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
