// Errors that are planted in scenarios and tables make a named row of `jtsim validate` fail.
#include <algorithm>
#include <utility>

#include <doctest/doctest.h>

#include "agents/markov_closed_form.hpp"
#include "configs/scenario.hpp"
#include "output/distribution_outcomes.hpp"
#include "src/validation/cohort_check.hpp"
#include "src/validation/inequality_check.hpp"
#include "src/validation/markov_check.hpp"
#include "src/validation/retirement_check.hpp"
#include "src/validation/table_measures.hpp"
#include "src/validation/targets.hpp"
#include "src/validation/urn_checks.hpp"
#include "src/validation/validate.hpp"
#include "src/validation/validation_table.hpp"

using namespace jtsim;
using namespace jtsim::app;

namespace {

const std::filesystem::path folder = std::string(JTSIM_SOURCE_DIR) + "/configs";

configs::Scenario shipped(const char* file) { return configs::load_scenario(folder / file); }

Verdict verdict_of(const Findings& findings, std::string_view id) {
  const auto found = std::ranges::find(findings, id, &Finding::id);
  REQUIRE(found != findings.end());
  return found->verdict();
}

bool all_pass(const Findings& findings) {
  return std::ranges::all_of(findings,
                             [](const Finding& f) { return f.verdict() == Verdict::pass; });
}

/// A target's row with what the inputs alone tell of it.
Findings target_by_tables(const char* id, const agents::Inputs& inputs) {
  std::vector<Target> targets = read_targets(folder, "checks/targets.csv");
  const auto target =
      std::ranges::find(targets, id, [](const Target& t) -> std::string_view { return t.row.id; });
  REQUIRE(target != targets.end());
  for (const output::Outcome& outcome : table_measures(inputs))
    if (outcome.name == target->outcome) target->row.value = outcome.value;
  return {target->row};
}

}  // namespace

TEST_CASE("planted error 1, a wrong hazard: V1 fails") {
  const auto scenario = shipped("checks/urn_one_pool.yaml");
  agents::UrnInputs inputs = *scenario.urn;
  CHECK(all_pass(check_one_pool_equations(inputs)));
  CHECK(all_pass(check_one_pool_persons(inputs, scenario.document.seed)));
  inputs.settings.du = 0.0165;
  CHECK(verdict_of(check_one_pool_equations(inputs), "V1.expected.unemployment.n1") ==
        Verdict::fail);
  CHECK(verdict_of(check_one_pool_persons(inputs, scenario.document.seed),
                   "V1.agents.unemployment") == Verdict::fail);
}

TEST_CASE("planted error 2, probabilities of automation one row off: V2 fails") {
  agents::UrnInputs inputs = *shipped("checks/urn_464.yaml").urn;
  CHECK(all_pass(check_shock_equations(inputs)));
  for (std::size_t i = 0; i + 1 < inputs.count(); ++i)
    std::swap(inputs.occupations[i].loss_share, inputs.occupations[i + 1].loss_share);
  CHECK(verdict_of(check_shock_equations(inputs), "V2.expected.peak") == Verdict::fail);
}

TEST_CASE("planted error 3, states before and after swapped: V3 fails") {
  const auto scenario = shipped("checks/markov.yaml");
  agents::MarkovInputs inputs = *scenario.markov;
  const auto expected = agents::closed_form(inputs);
  CHECK(all_pass(check_chain(inputs, scenario.document.seed, expected)));
  for (auto& band : inputs.rates.bands) {
    for (auto& matrix : band.values) {
      using enum agents::MarkovState;
      std::swap(matrix[employed_mining][employed_tertiary],
                matrix[employed_tertiary][employed_mining]);
    }
  }
  CHECK(verdict_of(check_chain(inputs, scenario.document.seed, expected), "V3.mean") ==
        Verdict::fail);
}

TEST_CASE("planted error 4, a step of the retirement law of three months: V6 fails") {
  const auto scenario = shipped("inner_mongolia.yaml");
  auto rules = scenario.inputs.tables.retirement;
  CHECK(all_pass(check_retirement(rules)));
  rules[0].births_per_step_months = 3;
  CHECK(verdict_of(check_retirement(rules), "V6.schedule") == Verdict::fail);
}

TEST_CASE("planted error 5, the factor of the spell without work is missing: T10 fails") {
  agents::Inputs inputs = shipped("inner_mongolia.yaml").inputs;
  CHECK(all_pass(target_by_tables("T10", inputs)));
  inputs.tables.hiring.spell_months = {1};
  CHECK(verdict_of(target_by_tables("T10", inputs), "T10") == Verdict::fail);
}

TEST_CASE("planted error 6, no multiplier for Chinese conditions: T29 fails") {
  agents::Inputs inputs = shipped("inner_mongolia.yaml").inputs;
  CHECK(all_pass(target_by_tables("T29", inputs)));
  inputs.tables.employment_multiplier = {{Month::of(2020, 12)}, {1}};
  CHECK(verdict_of(target_by_tables("T29", inputs), "T29") == Verdict::fail);
}

TEST_CASE("cohorts and measures of inequality pass as shipped") {
  CHECK(all_pass(check_cohorts(shipped("tiny.yaml").inputs)));
  CHECK(all_pass(check_inequality()));
}

TEST_CASE("external checks decide, calibration decides after a full run, the rest is only shown") {
  const auto with = [](Use use, double value) {
    return Findings{{.id = "a", .use = use, .what = {}, .value = value, .accepted = {0, 1}}};
  };
  for (const Effort effort : {Effort::quick, Effort::full}) {
    CHECK(is_sound(with(Use::V, 0.5), effort));
    CHECK_FALSE(is_sound(with(Use::V, 2), effort));
    CHECK(is_sound(with(Use::H, 2), effort));
    CHECK(is_sound(with(Use::X, 2), effort));
  }
  CHECK(is_sound(with(Use::C, 2), Effort::quick));
  CHECK_FALSE(is_sound(with(Use::C, 2), Effort::full));
}

TEST_CASE("rows that are not measured are shown with their reason") {
  const Findings findings{
      {.id = "T15", .use = Use::H, .what = Sentence::written("", "share"), .note = "no outcome"}};
  CHECK(findings[0].verdict() == Verdict::not_measured);
  const std::string text = validation_table(findings, Language::en);
  CHECK(text.find("T15") != std::string::npos);
  CHECK(text.find("no outcome") != std::string::npos);
  CHECK(text.find("not measured") != std::string::npos);
}

TEST_CASE("every row of the list of targets is there, measured or with a reason") {
  const std::vector<Target> targets = read_targets(folder, "checks/targets.csv");
  for (const char* number : {"T1",  "T2",  "T3",  "T4",  "T5",  "T6",  "T7",  "T8",  "T10",
                             "T12", "T13", "T14", "T15", "T18", "T19", "T21", "T24", "T27",
                             "T28", "T29", "T31", "T32", "T33", "T34", "T35", "T36", "T38"}) {
    CAPTURE(number);
    CHECK(std::ranges::any_of(targets, [&](const Target& target) {
      return target.row.id.substr(0, target.row.id.find('.')) == number;
    }));
  }
}

TEST_CASE("a run tells its targets with the ranges and uses of the list") {
  const std::vector<Target> listed = read_targets(folder, "checks/targets.csv");
  for (const output::Target& told : output::targets()) {
    CAPTURE(told.outcome);
    const auto row = std::ranges::find(listed, told.outcome, &Target::outcome);
    REQUIRE(row != listed.end());
    CHECK(row->row.accepted.low == told.low);
    CHECK(row->row.accepted.high == told.high);
    CHECK(identifier(row->row.use) == std::string(1, told.use));
  }
}
