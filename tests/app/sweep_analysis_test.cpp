// What an analysis makes of numbers that are known beforehand.
#include <cmath>
#include <limits>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "configs/number_text.hpp"
#include "output/ema_archive.hpp"
#include "src/sweep/analyse.hpp"
#include "src/sweep/analysis_tables.hpp"
#include "src/sweep/analysis_text.hpp"
#include "src/sweep/drivers.hpp"
#include "src/sweep/objectives.hpp"
#include "src/sweep/policy_comparison.hpp"
#include "src/sweep/salib_files.hpp"

namespace {

using namespace jtsim;
using namespace jtsim::app;
using doctest::Approx;
using output::Objective;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

PlannedFactor uniform_factor(const char* path) {
  return {.path = path, .unit = "", .distribution = "uniform", .low = 0, .high = 1};
}

/// A plan over a design in the unit cube whose factors take the coordinates as values.
SweepPlan plan_of(configs::DesignKind kind, Design design, std::uint32_t replicates) {
  SweepPlan plan;
  plan.name = "test";
  plan.design.kind = kind;
  plan.policies = {{"base", {}}, {"push", {}}};
  plan.outcomes = {"*"};
  plan.replicates = replicates;
  for (std::size_t j = 0; j < design.dimensions; ++j)
    plan.factors.push_back(uniform_factor(j == 0 ? "first" : j == 1 ? "second" : "third"));
  for (std::size_t i = 0; i < design.points(); ++i) {
    std::vector<std::string>& row = plan.values.emplace_back();
    for (const double unit : design.point(i)) row.push_back(configs::number_to_text(unit));
  }
  plan.unit_design = std::move(design);
  return plan;
}

using Result = std::function<double(std::size_t row, std::size_t policy, std::size_t replicate)>;

/// Runs that give one outcome, "y", and a second that is its double.
RunSource source_of_results(const SweepPlan& plan, Result result) {
  RunSource source;
  source.names = {"y", "twice"};
  source.done = plan.runs();
  source.outcomes = [&plan, result](std::uint64_t first, std::uint64_t count) {
    REQUIRE(first + count <= plan.runs());
    std::vector<double> values;
    for (std::uint64_t run = first; run < first + count; ++run) {
      const std::uint64_t point = plan.point_of(run);
      const double y = result(plan.row_of(point), plan.policy_of(point), plan.replicate_of(run));
      values.insert(values.end(), {y, 2 * y});
    }
    return values;
  };
  return source;
}

AnalysisOrder everything() {
  AnalysisOrder order;
  order.outcomes = {"*"};
  order.objectives = {"y"};
  return order;
}

}  // namespace

TEST_CASE("means of rows leave out what is missing, those of groups what a row of theirs misses") {
  const std::vector<double> values{1, 2, 3, 4, none, 6, none, none, none, 7, 8, 9};
  const RunTable table{3, values};
  const std::vector<double> alone = row_means(table);
  CHECK(alone[0] == 2);
  CHECK(alone[1] == 5);
  CHECK(std::isnan(alone[2]));
  CHECK(alone[3] == 8);
  const std::vector<double> pairs = group_means(table, 2);
  CHECK(pairs[0] == 2);
  CHECK(pairs[1] == 5);
  CHECK(std::isnan(pairs[2]));
  CHECK(std::isnan(pairs[3]));
  const std::vector<double> other{1, 2, none, 4, 6, 8};
  CHECK(group_means({3, other}, 2) == std::vector<double>{1.5, 5});
}

TEST_CASE("the standard error over rows is that of the replicates' means where none is missing") {
  // Means of replicates over the two rows: 3, 5, 10; their variance is 13.
  const std::vector<double> values{1, 4, 8, 5, 6, 12};
  const MeanOverRows mean = mean_over_rows({3, values});
  CHECK(mean.rows == 2);
  CHECK(mean.values == 6);
  CHECK(mean.replicates == 3);
  CHECK(mean.mean == Approx(6));
  CHECK(mean.standard_error == Approx(std::sqrt(13.0 / 3)));
  CHECK(mean.share_above == 1);
}

TEST_CASE("rows with one replicate count for the mean and say nothing of its error") {
  const std::vector<double> values{1, 4, 8, 5, 6, 12, -3, none, none, none, none, none};
  const MeanOverRows mean = mean_over_rows({3, values});
  CHECK(mean.rows == 3);
  CHECK(mean.values == 7);
  CHECK(mean.mean == Approx((13.0 / 3 + 23.0 / 3 - 3) / 3));
  CHECK(mean.standard_error == Approx(std::sqrt(13.0 / 3)));
  CHECK(mean.share_above == Approx(2.0 / 3));
  const std::vector<double> single{1, 2};
  CHECK(std::isnan(mean_over_rows({1, single}).standard_error));
  const std::vector<double> empty{none, none};
  CHECK(std::isnan(mean_over_rows({1, empty}).mean));
}

TEST_CASE("a bar of the tornado spans the means of the lowest and the highest fifth") {
  FactorColumn factor;
  std::vector<double> outcomes;
  for (int i = 10; i >= 1; --i) {
    factor.values.push_back(i);
    outcomes.push_back(100 - i);
  }
  Bar bar = tornado_bar(factor, outcomes);
  CHECK(bar.at_low == 98.5);
  CHECK(bar.at_high == 90.5);
  outcomes.front() = none;
  bar = tornado_bar(factor, outcomes);
  CHECK(bar.at_high == 91.5);
  // Rows of equal value stand together, as in a grid.
  const FactorColumn grid{{0, 0, 0, 1, 1, 1}, {}};
  bar = tornado_bar(grid, std::vector<double>{1, 2, 3, 10, 20, 30});
  CHECK(bar.at_low == 2);
  CHECK(bar.at_high == 20);
}

TEST_CASE("a bar of texts spans the lowest and the highest mean of a text") {
  const FactorColumn factor{{0, 1, 2, 0, 1, 2}, {"a", "b", "c"}};
  const Bar bar = tornado_bar(factor, std::vector<double>{5, 1, none, 7, 3, none});
  CHECK(bar.at_low == 2);
  CHECK(bar.at_high == 6);
}

TEST_CASE("policies are compared in pairs") {
  const std::vector<double> base{10, 20, 30, 40};
  const std::vector<double> policy{11, 22, none, 39};
  const output::PolicyContrast against = contrast({2, base}, {2, policy});
  // Differences 1, 2 in row 0, and -1 in row 1.
  CHECK(against.rows == 2);
  CHECK(against.pairs == 3);
  CHECK(against.difference == Approx(0.25));
  CHECK(against.share_above == 0.5);
  CHECK(against.standard_error == Approx(0.5));
}

TEST_CASE("no other choice beats an efficient one") {
  const std::vector<Objective> objectives{{"cost", 0, true}, {"jobs", 1, false}};
  // Cheap; dominated by the first; dear with many jobs; equal to the first; without a figure.
  const std::vector<std::vector<double>> values{{1, 5}, {2, 5}, {9, 9}, {1, 5}, {0, none}};
  CHECK(efficient(values, objectives) == std::vector<bool>{true, false, true, true, false});
  CHECK(efficient({}, objectives).empty());
  CHECK(efficient({{none, none}}, objectives) == std::vector<bool>{false});
}

TEST_CASE("a policy without any result keeps no row from counting") {
  const std::vector<Objective> objectives{{"cost", 0, true}};
  const std::vector<double> dear{4, 4, 6, 6};
  const std::vector<double> cheap{3, 3, none, 9};
  const std::vector<double> broken{none, none, none, none};
  const std::vector<std::vector<RunTable>> tables{{{2, dear}, {2, cheap}, {2, broken}}};
  const ParetoComparison comparison = compare_policies(tables, objectives);
  CHECK(comparison.rows == 2);
  // In row 1 only replicate 1 counts for both.
  CHECK(comparison.policies[0].means[0] == 5);
  CHECK(comparison.policies[1].means[0] == 6);
  CHECK(comparison.policies[0].is_efficient);
  CHECK_FALSE(comparison.policies[1].is_efficient);
  CHECK(comparison.policies[0].share_efficient == 0.5);
  CHECK(comparison.policies[1].share_efficient == 0.5);
  CHECK(std::isnan(comparison.policies[2].means[0]));
  CHECK_FALSE(comparison.policies[2].is_efficient);
}

TEST_CASE("the usual objectives are found among the outcomes") {
  const std::vector<std::string> names{"spending.central.2021-2030",
                                       "spending.region.2021-2030",
                                       "spending.insurance_fund.2021-2030",
                                       "spending.central.2021-2060",
                                       "spending.region.2021-2060",
                                       "spending.insurance_fund.2021-2060",
                                       "rate.registered_unemployment.2021",
                                       "rate.registered_unemployment.2022",
                                       "inequality.gini.2022",
                                       "inequality.sex.male.gini.2022"};
  const AnalysisSubject subject = subject_of(names, {"inequality.sex.*"}, {});
  REQUIRE(subject.objectives.size() == 3);
  REQUIRE(subject.columns.size() == 4);
  const OutcomeColumn& cost = subject.columns[subject.objectives[0].outcome];
  CHECK(cost.name == "spending.public.2021-2060");
  CHECK(cost.value_in(std::vector<double>{1, 2, 3, 10, 20, 30, 0.1, 0.3, 0.4, 0}) == 60);
  const OutcomeColumn& unemployment = subject.columns[subject.objectives[1].outcome];
  CHECK(unemployment.name == "rate.registered_unemployment.2021-2022");
  CHECK(unemployment.value_in(std::vector<double>{1, 2, 3, 10, 20, 30, 0.1, 0.3, 0.4, 0}) ==
        Approx(0.2));
  CHECK(subject.columns[subject.objectives[2].outcome].name == "inequality.gini.2022");
  const AnalysisSubject few = subject_of({"stock.unemployed.2030"}, {}, {});
  CHECK(few.absent_objectives == std::vector<std::string>{"cost", "unemployment", "gap"});
}

TEST_CASE("objectives are outcomes or sums of them, with a direction") {
  const std::vector<std::string> names{"a", "b", "in_work.60+"};
  const AnalysisSubject subject =
      subject_of(names, {"a"}, {"both=a,b", "in_work.60+:more", "c=b:less"});
  REQUIRE(subject.objectives.size() == 3);
  CHECK(subject.objectives[0].name == "both");
  CHECK(subject.columns[subject.objectives[0].outcome].value_in(std::vector<double>{1, 2, 9}) == 3);
  CHECK_FALSE(subject.objectives[1].less_is_better);
  CHECK(subject.columns[subject.objectives[2].outcome].name == "b");
  for (const char* wrong : {"x", "c=x", "c=a,x", "a:up", "b=a,b", ""})
    CHECK_THROWS_AS(subject_of(names, {}, {wrong}), InputError);
  CHECK_THROWS_AS(subject_of(names, {}, {"c=a", "c=b"}), InputError);
  CHECK_THROWS_AS(subject_of(names, {"c*"}, {}), InputError);
}

TEST_CASE("a factor that does nothing has a total index of exactly zero, the only one has one") {
  const SweepPlan plan = plan_of(configs::DesignKind::saltelli, saltelli_design(64, 2, 3), 3);
  const auto luck = [](std::size_t r) { return 0.37 * static_cast<double>(r * r); };
  const RunSource source =
      source_of_results(plan, [&](std::size_t row, std::size_t policy, std::size_t r) {
        return 3 * plan.unit_design.point(row)[0] + luck(r) + (policy == 1 ? 5.0 : 0.0);
      });
  std::size_t taken = 0;
  const output::SweepAnalysis found =
      analyse(plan, source, everything(), [&](const AnalysedOutcome& outcome) {
        CHECK(outcome.position == taken++);
        CHECK(outcome.points.size() == plan.points());
        CHECK(outcome.points[0].replicates == 3);
      });
  CHECK(taken == 2);
  REQUIRE(found.influences.size() == 2 * 2 * 2);
  for (const output::FactorInfluence& i : found.influences) {
    CHECK(i.blocks == 64);
    if (i.factor == 1) CHECK(i.sobol.total.value == 0);
    if (i.factor == 0) CHECK(i.sobol.total.value == Approx(1).epsilon(0.2));
    if (i.factor == 0) CHECK(i.sobol.first.value == Approx(1));
    if (i.factor == 0) CHECK(i.rank_correlation == Approx(1));
  }
  REQUIRE(found.contrasts.size() == 2);
  CHECK(found.contrasts[0].difference == Approx(5));
  CHECK(found.contrasts[0].standard_error == Approx(0).scale(1));
  CHECK(found.contrasts[0].pairs == plan.rows() * 3);
  CHECK(found.contrasts[1].difference == Approx(10));
  CHECK(found.policies[0].is_efficient);
  CHECK_FALSE(found.policies[1].is_efficient);
}

TEST_CASE("a block that misses a run is left out whole, and the others stay as they are") {
  const Design whole = saltelli_design(16, 2, 3);
  const SweepPlan plan = plan_of(configs::DesignKind::saltelli, whole, 1);
  const auto y = [&](std::size_t row) { return whole.point(row)[0] * (1 + whole.point(row)[1]); };
  const RunSource source = source_of_results(
      plan, [&](std::size_t row, std::size_t, std::size_t) { return row == 9 ? none : y(row); });
  const output::SweepAnalysis found = analyse(plan, source, everything());
  std::vector<double> rest;
  for (std::size_t row = 0; row < whole.points(); ++row) {
    if (row / 4 != 2) rest.push_back(y(row));
  }
  const std::vector<SobolIndices> expected = sobol_indices(2, rest);
  CHECK(found.influences[0].blocks == 15);
  CHECK(found.influences[0].sobol.total.value == expected[0].total.value);
  CHECK(found.influences[1].sobol.first.value == expected[1].first.value);
  CHECK(found.influences[0].rows == 60);
  const SalibMatrices matrices = salib_matrices(plan, {std::vector<double>(64, 1)});
  CHECK(matrices.rows_left_out == 0);
  std::vector<double> means(64, 1);
  means[9] = none;
  CHECK(salib_matrices(plan, {means}).rows_left_out == 4);
}

TEST_CASE("on a path replicates that a step misses count for none of its points") {
  const SweepPlan plan = plan_of(configs::DesignKind::morris, morris_design(5, 2, 1), 4);
  const RunSource source =
      source_of_results(plan, [&](std::size_t row, std::size_t, std::size_t r) {
        if (row == 4 && r == 2) return none;
        const auto point = plan.unit_design.point(row);
        return 2 * point[0] - 7 * point[1] + 100 * std::sin(static_cast<double>(r));
      });
  const output::SweepAnalysis found = analyse(plan, source, everything());
  for (const output::FactorInfluence& i : found.influences) {
    if (i.outcome == 1) continue;
    CHECK(i.effects.paths == 5);
    CHECK(i.effects.mu == Approx(i.factor == 0 ? 2 : -7));
    CHECK(i.effects.sigma == Approx(0).scale(1));
  }
}

TEST_CASE("a design whose rows were put in another order is not analysed") {
  for (const configs::DesignKind kind :
       {configs::DesignKind::saltelli, configs::DesignKind::morris}) {
    const bool is_saltelli = kind == configs::DesignKind::saltelli;
    Design design = is_saltelli ? saltelli_design(8, 3, 1) : morris_design(8, 3, 1);
    CHECK_NOTHROW(Drivers(plan_of(kind, design, 1)));
    for (std::size_t j = 0; j < 3; ++j)
      std::swap(design.coordinates[1 * 3 + j], design.coordinates[6 * 3 + j]);
    const SweepPlan planted = plan_of(kind, design, 1);
    CHECK_THROWS_AS(Drivers{planted}, LogicFault);
  }
}

TEST_CASE("outcomes are analysed whether or not they fit into memory together") {
  SweepPlan plan = plan_of(configs::DesignKind::random, random_design(40, 1, 1), 2);
  RunSource source;
  for (int k = 0; k < 30; ++k) source.names.push_back("y" + std::to_string(k));
  source.done = plan.runs();
  source.outcomes = [&](std::uint64_t first, std::uint64_t count) {
    std::vector<double> values;
    for (std::uint64_t run = first; run < first + count; ++run) {
      for (int k = 0; k < 30; ++k) values.push_back(static_cast<double>(run) * (k + 1));
    }
    return values;
  };
  const output::SweepAnalysis found = analyse(plan, source, {});
  CHECK(found.outcomes.size() == 30);
  CHECK(found.contrasts[29].difference == Approx(40.0 * 30));
  CHECK(found.absent_objectives.size() == 3);
}

TEST_CASE("SALib is told bounds and distributions in its own terms") {
  SweepPlan plan = plan_of(configs::DesignKind::lhs, latin_hypercube(4, 3, 1), 1);
  plan.factors[0].distribution = "triangular";
  plan.factors[0].low = 2;
  plan.factors[0].high = 6;
  plan.factors[0].shape = {3};
  plan.factors[1].distribution = "normal";
  plan.factors[1].shape = {0.5, 0.1};
  plan.factors[2].distribution = "list";
  plan.factors[2].values = {"x", "y"};
  for (std::size_t row = 0; row < 4; ++row)
    plan.values[row][2] = plan.unit_design.point(row)[2] < 0.5 ? "x" : "y";
  const auto problem = nlohmann::json::parse(salib_problem(plan, {"out"}));
  CHECK(problem["num_vars"] == 3);
  CHECK(problem["bounds"] == nlohmann::json{{2, 6, 0.25}, {0, 1, 0.5, 0.1}, {0, 1}});
  CHECK(problem["dists"] == nlohmann::json{"triang", "truncnorm", "unif"});
  CHECK(problem["outputs"] == nlohmann::json{"out"});
  const SalibMatrices matrices = salib_matrices(plan, {{1, none, 3, 4}});
  CHECK(matrices.rows_left_out == 1);
  CHECK(std::count(matrices.x.begin(), matrices.x.end(), '\n') == 3);
  CHECK(matrices.y == "1\n3\n4\n");
}

TEST_CASE("names for the EMA Workbench are identifiers") {
  CHECK(output::ema_name("stock.retired.2030") == "stock_retired_2030");
  CHECK(output::ema_name("60+") == "_60_");
  CHECK(output::ema_name("") == "_");
}

TEST_CASE("tables and JSON have a row for every figure and nothing where there is none") {
  const SweepPlan plan = plan_of(configs::DesignKind::lhs, latin_hypercube(10, 2, 1), 2);
  const RunSource source =
      source_of_results(plan, [&](std::size_t row, std::size_t policy, std::size_t) {
        return policy == 1 ? none : plan.unit_design.point(row)[0];
      });
  const output::SweepAnalysis found = analyse(plan, source, everything());
  CHECK(pareto_table(plan, found).rows.size() == 2);
  CHECK(drivers_table(plan, "y", found.influences).rows.size() == 8);
  CHECK(points_table(plan, "y", found.points[0]).rows.size() == 20);
  const auto json = nlohmann::json::parse(analysis_json(plan, found));
  CHECK(json["drivers"].size() == 8);
  CHECK(json["drivers"][0]["rank_correlation"] == Approx(1));
  CHECK(json["drivers"][2]["rank_correlation"].is_null());
  CHECK(json["contrasts"][0]["difference"].is_null());
  CHECK_FALSE(json["drivers"][0].contains("sobol"));
  for (const Language language : {Language::en, Language::zh})
    CHECK(analysis_text(plan, found, language).find("NaN") == std::string::npos);
}
