// `jtsim export`: the tables of a run or comparison as a workbook and as CSV files.
#include <filesystem>

#include "output/directory_files.hpp"
#include "output/durable_file.hpp"
#include "output/tables/csv_tables.hpp"
#include "output/tables/workbook.hpp"
#include "src/cli/commands.hpp"
#include "src/export.hpp"
#include "src/stored_results.hpp"

namespace jtsim::app {

namespace {

std::filesystem::path workbook_of(const ExportCommand& command) {
  const bool is_other = !command.csv_folder.empty() || !command.iamc.empty();
  if (!command.workbook.empty() || is_other) return command.workbook;
  return directory_of_results(command.directory) / output::tables_name;
}

}  // namespace

ExitCode execute(const ExportCommand& command, const Messages& messages) {
  const Language language = messages.language();
  if (!command.iamc.empty()) {
    output::write_durably(command.iamc, iamc_of(command.directory, command.iamc_region));
    if (!command.quiet) messages.note(say(language, tr("IAMC accounts: {}"), command.iamc));
    if (command.workbook.empty() && command.csv_folder.empty()) return ExitCode::ok;
  }
  const output::TableBook book = tables_of(command.directory);
  const std::filesystem::path workbook = workbook_of(command);
  const auto tell = [&](const Label& text, const std::filesystem::path& place) {
    if (!command.quiet) messages.note(say(language, text, place.string(), book.tables.size()));
  };
  if (!workbook.empty()) {
    output::write_workbook(book, workbook, language);
    tell(tr("workbook: {} ({} tables)"), workbook);
  }
  if (!command.csv_folder.empty()) {
    output::write_csv_tables(book, command.csv_folder,
                             {.language = language, .is_for_excel = command.is_for_excel});
    tell(tr("CSV files: {}/ ({} tables)"), command.csv_folder);
  }
  return ExitCode::ok;
}

}  // namespace jtsim::app
