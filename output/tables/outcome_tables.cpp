// Sorts outcomes into tables by the form of their names.
#include "output/tables/outcome_tables.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "output/distribution_outcomes.hpp"
#include "output/tables/outcome_form.hpp"
#include "output/tables/outcome_plans.hpp"

namespace jtsim::output {

namespace {

double number_in(const Json& outcome, const char* key) {
  const auto at = outcome.find(key);
  return at != outcome.end() && at->is_number() ? at->get<double>() : no_value;
}

Cell count_in(const Json& outcome, const char* key) {
  return outcome.contains(key) ? Cell(outcome.at(key).get<std::int64_t>()) : Cell();
}

void add_figures(Cells& row, const Json& outcome, Unit unit) {
  for (const char* key : {"mean", "standard_error", "q05", "q50", "q95"})
    row.emplace_back(Figure{number_in(outcome, key), unit});
  row.push_back(count_in(outcome, "missing"));
  row.push_back(count_in(outcome, "below_minimum_group"));
}

/// Fills one table, outcome by outcome.
class TableFiller {
 public:
  TableFiller(const OutcomePlan& plan, const KeyNames& names)
      : plan_(plan), names_(names), keys_(places_of(last_form(plan))) {
    table_ = {.id = std::string(plan.id),
              .name = plan.name,
              .meaning = plan.meaning,
              .columns{},
              .rows{}};
    for (const std::string_view key : keys_) {
      const KeyHeading& heading = key_heading(key);
      table_.columns.push_back({std::string(key), heading.heading,
                                heading.is_number ? ColumnKind::key : ColumnKind::name});
    }
    for (Column& column : figure_columns()) table_.columns.push_back(std::move(column));
    table_.columns.push_back({"outcome", tr("identifier", "outcome"), ColumnKind::code});
  }

  /// Whether the outcome is one of this table.
  bool takes(const std::string& name, const Json& outcome) {
    for (const std::string_view form : plan_.forms) {
      if (form.empty()) break;
      const std::optional<Places> places = places_in(name, form);
      if (!places) continue;
      add(*places, name, outcome);
      return true;
    }
    return false;
  }

  Table take() {
    sort();
    return std::move(table_);
  }

 private:
  static std::string at(const Places& places, std::string_view key) {
    const auto found = std::ranges::find(places, key, &Places::value_type::first);
    return found == places.end() ? std::string() : found->second;
  }

  void add(const Places& places, const std::string& name, const Json& outcome) {
    Cells row;
    Unit unit = plan_.unit;
    const std::string partition = at(places, "partition");
    for (const std::string_view key : keys_) {
      const std::string id = at(places, key);
      if (key == "measure" && find_measure(plan_.measures, id) != nullptr) {
        const MeasureName& measure = *find_measure(plan_.measures, id);
        unit = measure.unit;
        row.emplace_back(named(id, measure.label));
      } else {
        row.push_back(id.empty() ? names_.absent(key) : names_.cell(key, id, partition));
      }
    }
    row.emplace_back(unit);
    add_figures(row, outcome, unit);
    row.emplace_back(name);
    table_.rows.push_back(std::move(row));
  }

  /// Where a cell comes in its column: numbers by size, names as they first appear.
  std::vector<std::map<std::string, std::size_t>> first_appearances() const {
    std::vector<std::map<std::string, std::size_t>> orders(keys_.size());
    for (const Cells& row : table_.rows) {
      for (std::size_t k = 0; k < keys_.size(); ++k)
        orders[k].try_emplace(key_text(row[k]), orders[k].size());
    }
    return orders;
  }

  void sort() {
    const auto orders = first_appearances();
    const std::vector<std::string_view> by = plan_.order.empty() ? keys_ : places_of(plan_.order);
    const auto rank = [&](const Cells& row, std::string_view key) -> std::int64_t {
      const auto k = static_cast<std::size_t>(std::ranges::find(keys_, key) - keys_.begin());
      if (const auto* number = std::get_if<std::int64_t>(&row[k])) return *number;
      if (std::holds_alternative<std::monostate>(row[k])) return INT64_MAX;
      return static_cast<std::int64_t>(orders[k].at(key_text(row[k])));
    };
    std::ranges::stable_sort(table_.rows, [&](const Cells& a, const Cells& b) {
      for (const std::string_view key : by) {
        if (rank(a, key) != rank(b, key)) return rank(a, key) < rank(b, key);
      }
      return false;
    });
  }

  const OutcomePlan& plan_;
  const KeyNames& names_;
  std::vector<std::string_view> keys_;
  Table table_;
};

}  // namespace

std::vector<Column> figure_columns() {
  return {{"unit", tr("unit"), ColumnKind::key},
          {"mean", tr("mean")},
          {"standard_error", tr("standard error")},
          {"q05", tr("interval low (5%)")},
          {"q50", tr("median")},
          {"q95", tr("interval high (95%)")},
          {"missing", tr("replicates without value")},
          {"below_minimum_group", tr("replicates with too few persons")}};
}

std::vector<Table> outcome_tables(const Json& summary, const Axes& axes) {
  const KeyNames names(axes);
  std::vector<TableFiller> fillers;
  for (const OutcomePlan& plan : outcome_plans()) fillers.emplace_back(plan, names);
  for (const auto& [name, outcome] : summary.items()) {
    for (TableFiller& filler : fillers) {
      if (filler.takes(name, outcome)) break;
    }
  }
  std::vector<Table> tables;
  for (TableFiller& filler : fillers) {
    Table table = filler.take();
    if (!table.rows.empty()) tables.push_back(std::move(table));
  }
  return tables;
}

Table all_outcomes_table(const Json& summary) {
  Table table{.id = "outcomes",
              .name = tr("All outcomes"),
              .meaning = tr("every outcome of summary.json by its name; docs/results.md explains "
                            "the names"),
              .columns{{"outcome", tr("identifier", "outcome"), ColumnKind::code}},
              .rows{}};
  for (Column& column : figure_columns()) {
    if (column.id != "unit") table.columns.push_back(std::move(column));
  }
  for (const auto& [name, outcome] : summary.items()) {
    Cells row{name};
    add_figures(row, outcome, Unit::number);
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table targets_table(const Json& summary) {
  Table table{
      .id = "targets",
      .name = tr("Outside evidence"),
      .meaning = tr("figures for which there is evidence from outside: simulated, and where "
                    "they should lie (use C: calibrated to, H: held out; sources in "
                    "docs/targets.md)"),
      .columns{{"target", tr("figure"), ColumnKind::name}, {"use", tr("use"), ColumnKind::key}},
      .rows{}};
  for (Column& column : figure_columns()) table.columns.push_back(std::move(column));
  table.columns.push_back({"low", tr("should be at least")});
  table.columns.push_back({"high", tr("should be at most")});
  table.columns.push_back({"inside", tr("inside"), ColumnKind::name});
  for (const Target& target : targets()) {
    const auto at = summary.find(std::string(target.outcome));
    if (at == summary.end()) continue;
    Cells row{named(target.outcome, target.meaning), std::string(1, target.use), Unit::share};
    add_figures(row, *at, Unit::share);
    row.emplace_back(Figure{target.low, Unit::share});
    row.emplace_back(Figure{target.high, Unit::share});
    const double mean = number_in(*at, "mean");
    row.emplace_back(mean >= target.low && mean <= target.high ? named("yes", tr("yes"))
                                                               : named("no", tr("no")));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table worst_off_table(const Json& summary, const Axes& axes) {
  Table table{.id = "worst_off",
              .name = tr("Worst-off group"),
              .meaning = tr("who loses most (present value) of all groups that are large enough; "
                            "the interval holds for all groups at once"),
              .columns{{"partition", tr("division"), ColumnKind::name},
                       {"group", tr("group"), ColumnKind::name},
                       {"league", tr("league"), ColumnKind::name},
                       {"persons", tr("displacements")},
                       {"unit", tr("unit"), ColumnKind::key},
                       {"mean", tr("mean")},
                       {"low", tr("simultaneous interval low")},
                       {"high", tr("simultaneous interval high")},
                       {"groups_searched", tr("groups searched")},
                       {"not_distinguishable", tr("not told apart")}},
              .rows{}};
  const auto at = summary.find("worst_off.loss_present");
  if (at == summary.end()) return table;
  const auto id = at->at("group").get<std::string>();
  std::optional<Places> places = places_in(id, "{partition}_region.{group}.{league}");
  if (!places) places = places_in(id, "{partition}.{group}");
  if (!places) return table;
  const KeyNames names(axes);
  Cells row;
  for (const auto& [place, text] : *places)
    row.push_back(names.cell(place, text, places->front().second));
  if (places->size() == 2) row.push_back(names.absent("league"));
  row.emplace_back(Figure{number_in(*at, "persons"), Unit::events});
  row.emplace_back(Unit::share);
  row.emplace_back(Figure{number_in(*at, "mean"), Unit::share});
  const Json interval = at->value("simultaneous_90", Json());
  for (const std::size_t bound : {0U, 1U}) {
    row.emplace_back(interval.is_array() ? Figure{interval.at(bound).get<double>(), Unit::share}
                                         : Figure{});
  }
  row.emplace_back(at->at("groups_searched").get<std::int64_t>());
  row.emplace_back(static_cast<std::int64_t>(at->at("not_distinguishable").size()));
  table.rows.push_back(std::move(row));
  return table;
}

}  // namespace jtsim::output
