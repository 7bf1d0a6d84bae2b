// What an analysis makes of sweeps whose results are known beforehand.
#include <cmath>
#include <limits>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "configs/number_text.hpp"
#include "src/sweep/analyse.hpp"
#include "src/sweep/analysis_tables.hpp"
#include "src/sweep/analysis_text.hpp"
#include "src/sweep/drivers.hpp"
#include "src/sweep/salib_files.hpp"

namespace {

using namespace jtsim;
using namespace jtsim::app;
using doctest::Approx;

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

TEST_CASE("outcomes that do not fit into memory together are read in turns") {
  // 25 outcomes of 200,000 runs take 40 MB.
  constexpr std::size_t outcomes = 25;
  constexpr std::size_t rows = 50'000;
  const SweepPlan plan = plan_of(configs::DesignKind::random, random_design(rows, 1, 1), 2);
  RunSource source;
  for (std::size_t k = 0; k < outcomes; ++k) source.names.push_back("y" + std::to_string(k));
  source.done = plan.runs();
  std::uint64_t read = 0;
  source.outcomes = [&](std::uint64_t first, std::uint64_t count) {
    read += count;
    std::vector<double> values;
    for (std::uint64_t run = first; run < first + count; ++run) {
      for (std::size_t k = 0; k < outcomes; ++k) values.push_back(static_cast<double>(run * k));
    }
    return values;
  };
  AnalysisOrder order;
  order.values_bytes = std::size_t{32} << 20;
  const output::SweepAnalysis found = analyse(plan, source, order);
  CHECK(read == 2 * plan.runs());
  REQUIRE(found.outcomes.size() == outcomes);
  for (std::size_t k = 0; k < outcomes; ++k)
    CHECK(found.contrasts[k].difference == Approx(static_cast<double>(rows * k)));
  CHECK(found.absent_objectives.size() == 3);
}

TEST_CASE("luck of each point's own is told where it adds to indices") {
  SweepPlan plan = plan_of(configs::DesignKind::morris, morris_design(4, 2, 1), 1);
  const RunSource source = source_of_results(plan, [&](std::size_t row, std::size_t, std::size_t) {
    return plan.unit_design.point(row)[0];
  });
  const output::SweepAnalysis found = analyse(plan, source, everything());
  const std::string told = "luck of its own";
  CHECK(analysis_text(plan, found, Language::en).find(told) == std::string::npos);
  plan.seeds = configs::SweepSeeds::independent;
  CHECK(analysis_text(plan, found, Language::en).find(told) != std::string::npos);
}

TEST_CASE("a point with one run has a mean and no error") {
  const SweepPlan plan = plan_of(configs::DesignKind::lhs, latin_hypercube(4, 1, 1), 2);
  const RunSource source = source_of_results(plan, [](std::size_t row, std::size_t, std::size_t r) {
    return row == 2 && r == 1 ? none : 7;
  });
  const output::SweepAnalysis found = analyse(plan, source, everything());
  const output::PointFigure& lone = found.points[0][2];
  CHECK(lone.replicates == 1);
  CHECK(lone.statistics.mean == 7);
  CHECK(lone.statistics.q50 == 7);
  CHECK(std::isnan(lone.statistics.standard_error));
  CHECK(std::isnan(lone.statistics.q05));
  CHECK(std::isnan(lone.statistics.q95));
  CHECK(found.points[0][1].statistics.standard_error == 0);
}

TEST_CASE("factors of texts stand among those of numbers by what they change") {
  SweepPlan plan = plan_of(configs::DesignKind::random, random_design(40, 2, 1), 1);
  plan.factors[1].path = "texts";
  plan.factors[1].distribution = "list";
  plan.factors[1].values = {"x", "y"};
  for (std::size_t row = 0; row < 40; ++row) plan.values[row][1] = row % 2 == 0 ? "x" : "y";
  // The number moves the outcome by 1e6, the text by 100; and then the other way round, in shares.
  for (const bool is_number_first : {true, false}) {
    const RunSource source =
        source_of_results(plan, [&](std::size_t row, std::size_t, std::size_t) {
          const double number = plan.unit_design.point(row)[0];
          const double text = row % 2 == 0 ? 0 : 1;
          return is_number_first ? 1e6 * number + 100 * text : 1e-5 * number + 0.01 * text;
        });
    const std::string told = analysis_text(plan, analyse(plan, source, everything()), Language::en);
    const std::string drivers = told.substr(told.find("What drives"));
    CHECK((drivers.find("first ") < drivers.find("texts ")) == is_number_first);
  }
  const output::SweepAnalysis none_yet;
  const auto json = nlohmann::json::parse(analysis_json(plan, none_yet));
  CHECK(json["factors"][0]["high"] == 1);
  CHECK(json["factors"][1]["low"].is_null());
  CHECK(json["factors"][1]["high"].is_null());
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
  SweepPlan old = plan;
  old.factors[1].shape.clear();
  CHECK_THROWS_AS(salib_problem(old, {"out"}), InputError);
  const SalibMatrices matrices = salib_matrices(plan, {{1, none, 3, 4}});
  CHECK(matrices.rows_left_out == 1);
  CHECK(std::count(matrices.x.begin(), matrices.x.end(), '\n') == 3);
  CHECK(matrices.y == "1\n3\n4\n");
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
  CHECK(json["pareto"][0]["replicates"] == 2);
  CHECK(json["pareto"][0]["intervals"][0][0].is_number());
  CHECK(json["pareto"][0]["is_efficient"] == true);
  CHECK(json["pareto"][1]["is_efficient"].is_null());
  CHECK(json["design_settings"]["levels"] == 4);
  for (const Language language : {Language::en, Language::zh})
    CHECK(analysis_text(plan, found, language).find("NaN") == std::string::npos);
}
