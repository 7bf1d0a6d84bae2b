// Opens what is to be exported.
#include "src/export.hpp"

#include <algorithm>

#include "output/coal_accounts.hpp"
#include "output/foreign_input.hpp"
#include "output/report/comparison_content.hpp"
#include "output/tables/book_facts.hpp"
#include "output/tables/comparison_tables.hpp"
#include "output/tables/run_tables.hpp"
#include "output/tables/sweep_tables.hpp"
#include "src/stored_results.hpp"
#include "src/sweep/reported.hpp"

namespace jtsim::app {

namespace {

/// A comparison bears no date of its own: that of the last of its runs that are still there.
std::int64_t last_run_of(const std::filesystem::path& comparison) {
  std::int64_t last = 0;
  for (const std::filesystem::path& run : output::comparison_content(comparison).runs) {
    const std::filesystem::path place = found_run(run, comparison);
    if (!place.empty()) last = std::max(last, output::run_started(place));
  }
  return last;
}

}  // namespace

output::TableBook tables_of(const std::filesystem::path& path) {
  const std::filesystem::path directory = directory_of_results(path);
  switch (stored_at(path)) {
    case Stored::run:
      return output::run_tables(OpenRun(directory).reported());
    case Stored::comparison: {
      output::TableBook book = output::comparison_tables(directory);
      book.created = std::max(book.created, last_run_of(directory));
      return book;
    }
    case Stored::sweep:
      break;
  }
  return output::sweep_tables(reported_sweep(path, Breadth::all));
}

std::string iamc_of(const std::filesystem::path& path, const std::string& region) {
  const std::filesystem::path directory = directory_of_results(path);
  const auto refuse = [&] {
    throw InputError(Problem{{.file = directory.string()},
                             "",
                             Sentence(tr("has no accounts of mining")),
                             Sentence(tr("the directory of a run of the kind `transition`"))});
  };
  if (stored_at(path) != Stored::run) refuse();
  const OpenRun run(directory);
  const output::ReportedRun reported = run.reported();
  const configs::Document& document = reported.scenario.document;
  if (document.kind != configs::ScenarioKind::transition) refuse();
  const std::filesystem::path results = directory / "results.h5";
  return output::reading(results, [&] {
    const output::StoredArrays arrays(results, reported.layout,
                                      reported.stored.replicates_complete);
    return output::iamc_csv(
        output::coal_accounts(arrays),
        {.model = "jtsim " + reported.stored.provenance.program_version,
         .scenario = document.label_en.empty() ? reported.stored.provenance.scenario_digest
                                               : document.label_en,
         .region = region});
  });
}

}  // namespace jtsim::app
