// Puts the tables of a sweep together.
#include "output/tables/sweep_tables.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "output/no_value.hpp"
#include "output/tables/book_facts.hpp"
#include "output/tables/charts.hpp"
#include "output/tables/comparison_rows.hpp"
#include "output/tables/sweep_driver_tables.hpp"

namespace jtsim::output {

namespace {

constexpr std::array<Label, 7> notes{{
    tr("A row is a set of values of the factors; a point is a row with a policy, run in several "
       "replicates."),
    tr("Bounds are 90% intervals over replicates (Student's t), no forecast error: they tell luck "
       "alone; those of Sobol indices, over base points, how few points there are."),
    tr("Drivers: means over the rows in the lowest and highest fifth of a factor (of texts: lowest "
       "and highest mean by value), rank correlations over rows; Sobol indices and elementary "
       "effects where the design gives them."),
    tr("Efficient: no other policy is at least as good in all objectives and better in one; empty "
       "without results."),
    tr("Differences are over pairs of runs, means of objectives over the rows that all policies "
       "share: where runs are missing the ones do not subtract to the others."),
    no_forecast_note,
    text_note,
}};

Name yes_or_no(bool is_yes) { return is_yes ? named("yes", tr("yes")) : named("no", tr("no")); }

class Tables {
 public:
  explicit Tables(const ReportedSweep& sweep) : sweep_(sweep) {}

  Table objectives() const {
    Table table{.id = "objectives",
                .name = tr("Policies by objectives"),
                .meaning = tr("means over the rows at which all policies can be compared; which "
                              "policies are efficient, and at which share of the rows"),
                .columns{{"objective", tr("objective"), ColumnKind::name},
                         policy_column(),
                         outcome_column(),
                         {"better", tr("better"), ColumnKind::name},
                         unit_column(),
                         {"mean", tr("mean")},
                         {"standard_error", tr("standard error")},
                         {"low", tr("interval low")},
                         {"high", tr("interval high")},
                         {"change", tr("change from the first policy")},
                         {"efficient", tr("efficient"), ColumnKind::name},
                         {"share_efficient", tr("share of rows where efficient")}},
                .rows{}};
    const auto& all = sweep_.analysis.objectives;
    for (std::size_t k = 0; k < all.size(); ++k) {
      for (const ParetoPolicy& policy : sweep_.analysis.policies)
        table.rows.push_back(objective_row(k, policy));
    }
    return table;
  }

  Table contrasts() const {
    Table table{.id = "contrasts",
                .name = tr("Policies against the first"),
                .meaning = tr("difference to the first policy at the same row and replicate, mean "
                              "over rows"),
                .columns{outcome_column(),
                         policy_column(),
                         unit_column(),
                         {"difference", tr("difference")},
                         {"standard_error", tr("standard error of the difference")},
                         {"low", tr("interval low")},
                         {"high", tr("interval high")},
                         {"share_above", tr("share of rows with a rise")},
                         {"rows", tr("rows"), ColumnKind::key},
                         {"pairs", tr("pairs of runs"), ColumnKind::key}},
                .rows{}};
    for (const ReportedOutcome& outcome : sweep_.outcomes) {
      const Unit unit = outcome.label.unit;
      for (const PolicyContrast& c : outcome.contrasts) {
        const MeanInterval interval = interval_of(c.difference, c.standard_error, c.replicates);
        table.rows.push_back({outcome.label.name, sweep_.policies[c.policy], unit,
                              Figure{c.difference, unit}, Figure{c.standard_error, unit},
                              Figure{interval.low, unit}, Figure{interval.high, unit},
                              Figure{c.share_above, Unit::share}, count_cell(c.rows),
                              count_cell(c.pairs)});
      }
    }
    return table;
  }

  Table points() const {
    Table table{.id = "points",
                .name = tr("Points"),
                .meaning = tr("outcomes at every point: mean, standard error and quantiles over "
                              "replicates"),
                .columns{{"point", tr("point"), ColumnKind::key},
                         design_row_column(),
                         policy_column(),
                         outcome_column(),
                         unit_column(),
                         {"mean", tr("mean")},
                         {"standard_error", tr("standard error")},
                         {"q05", tr("interval low (5%)")},
                         {"q50", tr("median")},
                         {"q95", tr("interval high (95%)")},
                         {"replicates", tr("replicates"), ColumnKind::key}},
                .rows{}};
    for (std::uint64_t point = 0; point < sweep_.points(); ++point) {
      for (const ReportedOutcome& outcome : sweep_.outcomes) {
        const PointFigure& figure = outcome.points[point];
        if (figure.replicates == 0) continue;
        const Unit unit = outcome.label.unit;
        const Statistics& s = figure.statistics;
        table.rows.push_back({count_cell(point), count_cell(point % sweep_.rows),
                              sweep_.policies[point / sweep_.rows], outcome.label.name, unit,
                              Figure{s.mean, unit}, Figure{s.standard_error, unit},
                              Figure{s.q05, unit}, Figure{s.q50, unit}, Figure{s.q95, unit},
                              count_cell(figure.replicates)});
      }
    }
    return table;
  }

  Table design() const {
    Table table{.id = "design",
                .name = tr("Design"),
                .meaning = tr("the value of every factor in every row"),
                .columns{design_row_column(),
                         factor_column(),
                         {"unit", tr("unit"), ColumnKind::code},
                         {"value", tr("value")},
                         {"text", tr("value that is no number"), ColumnKind::code}},
                .rows{}};
    for (std::uint64_t row = 0; row < sweep_.rows; ++row) {
      for (const ReportedFactor& factor : sweep_.factors) {
        const double value = factor.values[row];
        const bool is_text = !factor.texts.empty();
        table.rows.push_back(
            {count_cell(row), factor.name, factor.unit,
             is_text ? Cell() : Cell(Figure{value, Unit::number}),
             is_text ? Cell(factor.texts[static_cast<std::size_t>(value)]) : Cell()});
      }
    }
    return table;
  }

  Table failures() const {
    Table table{.id = "failures",
                .name = tr("Failed runs"),
                .meaning = tr("runs without results, the first ones, and why"),
                .columns{{"point", tr("point"), ColumnKind::key},
                         {"replicate", tr("replicate"), ColumnKind::key},
                         {"why", tr("why"), ColumnKind::code}},
                .rows{}};
    for (const ReportedFailure& failure : sweep_.failures)
      table.rows.push_back({count_cell(failure.point), count_cell(failure.replicate), failure.why});
    return table;
  }

 private:
  /// Of the first policy 0.
  double change_of(std::size_t outcome, std::size_t policy) const {
    for (const PolicyContrast& contrast : sweep_.outcomes[outcome].contrasts) {
      if (contrast.policy == policy) return contrast.difference;
    }
    return 0;
  }

  Cells objective_row(std::size_t k, const ParetoPolicy& policy) const {
    const Objective& objective = sweep_.analysis.objectives[k];
    const OutcomeLabel& outcome = sweep_.outcomes[objective.outcome].label;
    const Unit unit = outcome.unit;
    const double mean = policy.means[k];
    const double error = policy.standard_errors[k];
    const MeanInterval interval = interval_of(mean, error, policy.replicates);
    return {name_of(objective),
            sweep_.policies[policy.policy],
            outcome.name,
            objective.less_is_better ? named("less", tr("less")) : named("more", tr("more")),
            unit,
            Figure{mean, unit},
            Figure{error, unit},
            Figure{interval.low, unit},
            Figure{interval.high, unit},
            Figure{change_of(objective.outcome, policy.policy), unit},
            policy.has_results() ? Cell(yes_or_no(policy.is_efficient)) : Cell(),
            Figure{policy.share_efficient, Unit::share}};
  }

  const ReportedSweep& sweep_;
};

void add_cover(TableBook& book, const ReportedSweep& sweep) {
  const SweepOrigin& origin = sweep.origin;
  const auto number = [](std::uint64_t value) { return Json(value); };
  book.title = tr("Tables of a jtsim sweep");
  add_label(book, "scenario", tr("Scenario"), {origin.label_zh, origin.label_en});
  add_fact(book, "name", tr("Name of the sweep"), origin.name);
  book.facts.push_back(
      {"design", tr("Design"), named(identifier(sweep.design), label(sweep.design))});
  add_fact(book, "rows", tr("Rows of the design"), number(sweep.rows));
  add_fact(book, "policies", tr("Number of policies"), number(sweep.policies.size()));
  add_fact(book, "replicates", tr("Replicates"), number(sweep.replicates));
  add_fact(book, "runs_done", tr("Runs done"), number(sweep.analysis.runs_done));
  add_fact(book, "runs_failed", tr("of them failed"), number(sweep.analysis.runs_failed));
  add_fact(book, "runs_missing", tr("Runs missing"), number(sweep.analysis.runs_missing));
  add_fact(book, "set", tr("Set at every point"), Json(origin.set));
  add_fact(book, "seed", tr("Seed"), origin.seed);
  add_fact(book, "digest", tr("Digest of the sweep"), origin.digest);
  add_fact(book, "program_version", tr("Program version"), origin.program_version);
  add_fact(book, "git_commit", tr("Program commit"), origin.git_commit);
  add_fact(book, "price_year", tr("Money in yuan of"), origin.price_year);
}

}  // namespace

TableBook sweep_tables(const ReportedSweep& sweep) {
  TableBook book;
  book.created = seconds_of(Json());
  add_cover(book, sweep);
  book.notes.assign(notes.begin(), notes.end());
  const Tables tables(sweep);
  for (Table& table :
       std::vector{tables.objectives(), tables.contrasts(), main_drivers_table(sweep),
                   drivers_table(sweep), tables.points(), tables.design(), tables.failures()}) {
    if (!table.rows.empty()) book.tables.push_back(std::move(table));
  }
  add_charts(book);
  // A single policy has nothing to be compared with.
  if (sweep.policies.size() < 2)
    std::erase_if(book.charts,
                  [&](const Chart& chart) { return book.tables[chart.table].id == "objectives"; });
  return book;
}

}  // namespace jtsim::output
