// Paired runs of the tiny region: what must be zero is zero, and nothing depends on the company.
#include "src/compare.hpp"

#include <doctest/doctest.h>

#include "output/comparison_json.hpp"

using namespace jtsim;
using namespace jtsim::app;

namespace {

configs::Scenario tiny(std::vector<std::string> overrides = {}) {
  overrides.push_back("end=2033-12");
  return configs::load_scenario(std::string(JTSIM_SOURCE_DIR) + "/configs/tiny.yaml", overrides);
}

/// The replicates 0 and 1 of `policies` against `base`.
std::vector<output::SideStatistics> compared(
    const configs::Scenario& base, const std::vector<const configs::Scenario*>& policies) {
  output::ComparisonPlan plan;
  plan.replicates = {0, 2};
  plan.years = output::year_ends(base.document.start, base.document.end);
  plan.groups = output::group_names(base.inputs.tables);
  const Model base_model(base);
  std::vector<std::unique_ptr<Model>> models;
  std::vector<PolicySide> sides;
  for (const configs::Scenario* policy : policies) {
    models.push_back(std::make_unique<Model>(*policy));
    const auto differences = configs::differences_between(base, *policy);
    sides.push_back({models.back().get(),
                     {configs::bits_of_changed(differences, base),
                      configs::bits_of_changed(differences, *policy)}});
    plan.policies.emplace_back();
  }
  output::Comparison comparison(plan);
  for (std::uint32_t replicate = 0; replicate < 2; ++replicate)
    comparison.add(*run_pair(base_model, sides, replicate, {}, [](const WorldsAtEnd&) {}));
  return output::all_statistics(comparison);
}

double difference(const output::SideStatistics& s, std::string_view effect) {
  return s.effects[output::effect_index(effect)].difference.mean;
}

}  // namespace

TEST_CASE("a scenario compared with itself differs in exactly nothing") {
  const configs::Scenario base = tiny();
  const output::SideStatistics s = compared(base, {&base})[0];
  for (std::size_t i = 0; i < s.effects.size(); ++i) {
    CAPTURE(output::all_effects()[i].name);
    if (s.effects[i].difference.replicates == 0) continue;
    CHECK(s.effects[i].difference.mean == 0);
    CHECK(s.effects[i].difference.standard_error == 0);
  }
  for (const auto& group : s.groups) {
    for (const auto& outcome : group.outcomes) {
      if (outcome.difference.replicates > 0) CHECK(outcome.difference.mean == 0);
    }
    CHECK(group.winners.mean == 0);
    CHECK(group.losers.mean == 0);
  }
  for (const auto& year : s.in_work) CHECK(year.difference.mean == 0);
  CHECK(s.measures[output::measure_index("displaced.persons")].mean > 20);
  CHECK(s.measures[output::measure_index("participants.persons")].mean == 0);
}

TEST_CASE("what a policy pays shows at its payer and in the fiscal balance") {
  const configs::Scenario base = tiny({"policies.social_assistance.enabled=false"});
  const configs::Scenario policy = tiny();
  const output::SideStatistics s = compared(base, {&policy})[0];
  CHECK(difference(s, "spending.region") > 0);
  CHECK(difference(s, "spending.public") ==
        doctest::Approx(difference(s, "spending.region") + difference(s, "spending.central") +
                        difference(s, "spending.insurance_fund")));
  CHECK(difference(s, "fiscal.balance") ==
        doctest::Approx(difference(s, "fiscal.contributions") - difference(s, "spending.public") -
                        difference(s, "fiscal.pensions")));
  CHECK(s.measures[output::measure_index("participants.persons")].mean > 0);
}

TEST_CASE("the effect of a policy does not depend on which others are compared beside it") {
  const configs::Scenario base = tiny();
  const configs::Scenario push = tiny({"policies.retraining.seats_per_month=20"});
  const configs::Scenario none = tiny({"policies.retraining.enabled=false"});
  const output::SideStatistics alone = compared(base, {&push})[0];
  const output::SideStatistics beside = compared(base, {&none, &push})[1];
  for (std::size_t i = 0; i < alone.effects.size(); ++i) {
    CAPTURE(output::all_effects()[i].name);
    if (alone.effects[i].difference.replicates == 0) continue;
    CHECK(alone.effects[i].difference.mean == beside.effects[i].difference.mean);
    CHECK(alone.effects[i].base_mean == beside.effects[i].base_mean);
  }
}

TEST_CASE("effects turn their sign when base and policy change places") {
  const configs::Scenario base = tiny();
  const configs::Scenario none = tiny({"policies.retraining.enabled=false"});
  const output::SideStatistics there = compared(base, {&none})[0];
  const output::SideStatistics back = compared(none, {&base})[0];
  for (const char* effect : {"displaced.in_work_12m", "displaced.income", "region.years_in_work",
                             "spending.all", "fiscal.balance", "displaced.loss"}) {
    CAPTURE(effect);
    CHECK(difference(there, effect) == -difference(back, effect));
  }
}

TEST_CASE("a stop is obeyed") {
  const configs::Scenario base = tiny();
  const Model model(base);
  std::stop_source stop;
  stop.request_stop();
  CHECK_FALSE(
      run_pair(model, {{&model, {}}}, 0, {stop.get_token(), nullptr}, [](const WorldsAtEnd&) {
      }).has_value());
}
