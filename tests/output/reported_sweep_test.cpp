// What outcomes of sweeps are called, and their spread over rows.
#include "output/reported_sweep.hpp"

#include <cmath>
#include <set>
#include <variant>

#include <doctest/doctest.h>

#include "output/no_value.hpp"
#include "output/report/sweep_content.hpp"
#include "output/tables/sweep_tables.hpp"
#include "tests/output/fake_results.hpp"

using namespace jtsim;
using namespace jtsim::output;

namespace {

Axes some_axes() { return {short_inputs(), {0, 1}}; }

Name name_of_outcome(const char* outcome) { return outcome_label(outcome, some_axes()).name; }

/// One policy, its rows with these means.
ReportedSweep with_means(const std::vector<double>& means) {
  ReportedSweep sweep;
  sweep.rows = means.size();
  sweep.policies = {"base"};
  ReportedOutcome& outcome = sweep.outcomes.emplace_back();
  for (const double mean : means) outcome.points.push_back({1, {mean, 0, mean, mean, mean}});
  return sweep;
}

}  // namespace

TEST_CASE("an outcome is called by its measure, or by its table and keys") {
  const Name rate = name_of_outcome("rate.registered_unemployment.2035");
  CHECK(rate.id == "rate.registered_unemployment.2035");
  CHECK(rate.label_en == "registered unemployment rate, 2035");
  CHECK(rate.label_zh == "城镇登记失业率，2035");
  CHECK(name_of_outcome("in_work.12").label_en == "In work again: 12 months later");
  CHECK(name_of_outcome("displaced.total").label_en == "Displacements");
  CHECK(name_of_outcome("stock.retired.2030").label_en == "Persons by state: retired, 2030");
}

TEST_CASE("sums and means that objectives are made of have words as well") {
  CHECK(name_of_outcome("rate.registered_unemployment.2020-2060").label_en ==
        "registered unemployment rate, mean of 2020-2060");
  CHECK(name_of_outcome("spending.public.2021-2060").label_en ==
        "Spending: central, region and insurance fund, 2021-2060");
}

TEST_CASE("an outcome of no known form is called as it is") {
  const Name name = name_of_outcome("somebody.elses.outcome");
  CHECK(name.label_en == "somebody.elses.outcome");
  CHECK(name.label_zh == "somebody.elses.outcome");
}

TEST_CASE("an outcome has the unit of its table or its measure") {
  CHECK(outcome_label("in_work.12", some_axes()).unit == Unit::share);
  CHECK(outcome_label("spending.region.2021-2060", some_axes()).unit == Unit::yuan);
  CHECK(outcome_label("inequality.p50_yuan.2030", some_axes()).unit == Unit::yuan_per_month);
  CHECK(outcome_label("inequality.gini.2030", some_axes()).unit == Unit::ratio);
  CHECK(outcome_label("somebody.elses.outcome", some_axes()).unit == Unit::number);
}

TEST_CASE("rows without a value do not count in the spread") {
  const ReportedSweep sweep = with_means({4, no_value, 1, 3, 2, 5});
  const SpreadOverRows spread = spread_of(sweep, sweep.outcomes.front(), 0);
  CHECK(spread.rows == 5);
  CHECK(spread.mean == 3);
  CHECK(spread.quantiles == std::array<double, 5>{1.2, 2, 3, 4, 4.8});
}

TEST_CASE("a spread of nothing is unknown") {
  const ReportedSweep sweep = with_means({no_value});
  const SpreadOverRows spread = spread_of(sweep, sweep.outcomes.front(), 0);
  CHECK(spread.rows == 0);
  CHECK(std::isnan(spread.mean));
  CHECK(std::isnan(spread.quantiles[2]));
}

TEST_CASE("an interval of one replicate is unknown, of three it is Student's") {
  CHECK(std::isnan(interval_of(1, 0.5, 1).low));
  const MeanInterval interval = interval_of(1, 0.5, 3);
  // t(0.95; 2) = 2.919986
  CHECK(interval.low == doctest::Approx(1 - 0.5 * 2.919986));
  CHECK(interval.high == doctest::Approx(1 + 0.5 * 2.919986));
}

TEST_CASE("intervals of policies rest on the replicates that are done, not on those planned") {
  ReportedSweep sweep = with_means({1});
  sweep.replicates = 20;
  sweep.design = configs::DesignKind::lhs;
  sweep.analysis.objectives = {{"y", 0, true}};
  sweep.analysis.policies = {{.policy = 0,
                              .means = {10},
                              .standard_errors = {1},
                              .replicates = 2,
                              .is_efficient = true,
                              .share_efficient = 1}};
  // t(0.95; 1) = 6.313752
  CHECK(sweep_content(sweep)["pareto"][0]["means"][0][1].get<double>() ==
        doctest::Approx(10 - 6.313752));
  const TableBook book = sweep_tables(sweep);
  REQUIRE(book.tables.front().id == "objectives");
  const auto& columns = book.tables.front().columns;
  const auto low = std::ranges::find(columns, "low", &Column::id) - columns.begin();
  const Cell cell = book.tables.front().rows.front()[static_cast<std::size_t>(low)];
  CHECK(std::get<Figure>(cell).value == doctest::Approx(10 - 6.313752));
}

TEST_CASE("the rows that pictures show have all levels of a grid") {
  ReportedSweep sweep = with_means(std::vector<double>(5'000, 1));
  const std::vector<std::uint64_t> shown = sweep_content(sweep)["shown_rows"];
  CHECK(shown.size() == 1'000);
  CHECK(std::ranges::is_sorted(shown));
  CHECK(std::set(shown.begin(), shown.end()).size() == shown.size());
  CHECK(shown.back() < 5'000);
  // The last factor of five levels changes from row to row.
  std::array<int, 5> levels{};
  for (const std::uint64_t row : shown) ++levels[row % 5];
  for (const int times : levels) CHECK(times > 150);
}
