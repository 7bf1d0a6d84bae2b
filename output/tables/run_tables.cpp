// Puts the tables of one run together.
#include "output/tables/run_tables.hpp"

#include <iterator>

#include <fmt/format.h>

#include "output/foreign_input.hpp"
#include "output/tables/array_tables.hpp"
#include "output/tables/book_facts.hpp"
#include "output/tables/charts.hpp"
#include "output/tables/outcome_tables.hpp"

namespace jtsim::output {

namespace {

constexpr std::array<Label, 4> notes{{
    tr("One figure a line: the first columns say of what, then come unit, mean, standard error and "
       "the bounds of the interval."),
    tr("Means are over replicates; the bounds are their 5% and 95% quantiles: a 90% model "
       "interval, "
       "no forecast error."),
    luck_note,
    no_forecast_note,
}};
constexpr std::array<Label, 3> notes_on_cells{{
    tr("Lines with replicates of too few persons rest on groups below the minimum; do not quote "
       "them."),
    tr("The column outcome has the names of summary.json."),
    text_note,
}};

void add_cover(TableBook& book, const Json& identity) {
  book.title = tr("Tables of a jtsim run");
  add_label(book, "scenario", tr("Scenario"), identity.at("label"));
  add_fact(book, "name", tr("Name of the run"), identity.at("name"));
  add_fact(book, "months", tr("Months"),
           fmt::format("{} .. {}", identity.at("start").get<std::string>(),
                       identity.at("end").get<std::string>()));
  add_fact(book, "replicates", tr("Replicates"), identity.at("replicates_complete"));
  add_fact(book, "first_replicate", tr("First replicate"), identity.at("first_replicate"));
  add_fact(book, "seed", tr("Seed"), identity.at("seed"));
  add_fact(book, "scenario_digest", tr("Scenario digest"), identity.at("scenario_digest"));
  add_fact(book, "program_version", tr("Program version"), identity.at("program_version"));
  add_fact(book, "git_commit", tr("Program commit"), identity.at("git_commit"));
  add_fact(book, "price_year", tr("Money in yuan of"), identity.at("price_year"));
  add_fact(book, "minimum_group", tr("Minimum group"), identity.at("minimum_group"));
  const Json& record = identity.at("record");
  if (!record.is_object()) return;
  add_fact(book, "started", tr("Run at (UTC)"), record.value("started", Json()));
  add_fact(book, "command_line", tr("Command"), record.value("command_line", Json()));
  book.created = seconds_of(record.value("started", Json()));
}

const Label& check_label(std::string_view id) {
  struct Known {
    std::string_view id;
    Label label;
  };
  static constexpr std::array<Known, 6> rows{{
      {"stocks_and_flows", tr("persons in a state = those a year before + inflow - outflow")},
      {"sector_accounts", tr("filled posts of a sector = month before + entries - all exits")},
      {"destinations", tr("destinations at every horizon add up to the displaced")},
      {"queues", tr("offered = declined + requested; requested = served + turned away")},
      {"budgets", tr("no budget line spends more than its budget")},
      {"", {}},
  }};
  for (const Known& row : rows) {
    if (row.id == id) return row.label;
  }
  return rows.back().label;
}

Table checks_table(const Json& checks) {
  Table table{.id = "checks",
              .name = tr("Identities"),
              .meaning = tr("equations added up again from the results file, and how many of them "
                            "fail (should be 0)"),
              .columns{{"check", tr("identity"), ColumnKind::name},
                       {"equations", tr("equations")},
                       {"failures", tr("failures")}},
              .rows{}};
  for (const Json& check : checks) {
    const auto id = check.at("id").get<std::string>();
    const Label& label = check_label(id);
    table.rows.push_back({named(id, label), check.at("equations").get<std::int64_t>(),
                          check.at("failures").get<std::int64_t>()});
  }
  return table;
}

template <class From>
void append(std::vector<Table>& tables, From&& more) {
  for (Table& table : more) {
    if (!table.rows.empty()) tables.push_back(std::move(table));
  }
}

}  // namespace

TableBook run_tables(const ReportedRun& run) {
  TableBook book;
  book.created = seconds_of(Json());
  add_cover(book, run_identity(run));
  book.notes.assign(notes.begin(), notes.end());
  book.notes.insert(book.notes.end(), notes_on_cells.begin(), notes_on_cells.end());
  const Json summary = stored_summary(run.directory / "summary.json");
  append(book.tables, outcome_tables(summary, run.layout.axes()));
  append(book.tables,
         std::vector{worst_off_table(summary, run.layout.axes()), targets_table(summary)});
  const std::filesystem::path results = run.directory / "results.h5";
  reading(results, [&] {
    const StoredArrays arrays(results, run.layout, run.stored.replicates_complete);
    append(book.tables, array_tables(arrays));
    append(book.tables, std::vector{checks_table(identity_checks(arrays))});
    return 0;
  });
  append(book.tables, std::vector{all_outcomes_table(summary)});
  add_charts(book);
  return book;
}

}  // namespace jtsim::output
