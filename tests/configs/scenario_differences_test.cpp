// Which policies of two scenarios differ.
#include "configs/scenario_differences.hpp"

#include <doctest/doctest.h>

#include "tests/configs/bundle.hpp"

using namespace jtsim;
using namespace jtsim::configs;

namespace {

Scenario tiny(const std::vector<std::string>& overrides = {}) {
  return load_scenario(overridden(tiny_bundle(), overrides));
}

/// "added a, changed b".
std::string policies_text(const ScenarioDifferences& differences) {
  std::string text;
  for (const ChangedPolicy& policy : differences.policies) {
    text += (text.empty() ? "" : ", ") + std::string(identifier(policy.change)) + " " + policy.name;
  }
  return text;
}

std::string policies_text(const std::vector<std::string>& base,
                          const std::vector<std::string>& policy) {
  return policies_text(differences_between(tiny(base), tiny(policy)));
}

}  // namespace

TEST_CASE("a scenario differs from itself in nothing") {
  const ScenarioDifferences none = differences_between(tiny(), tiny());
  CHECK(none.policies.empty());
  CHECK(none.others.empty());
}

TEST_CASE("policies that are switched on, off or altered are named as such") {
  const std::string off = "policies.retraining.enabled=false";
  CHECK(policies_text({off}, {}) == "added retraining");
  CHECK(policies_text({}, {off}) == "removed retraining");
  CHECK(policies_text({}, {"policies.retraining.seats_per_month=5"}) == "changed retraining");
  CHECK(policies_text({off}, {"policies.hiring_subsidy.take_up_share=0.9"}) ==
        "added retraining, changed hiring_subsidy");
  CHECK(policies_text({off}, {off, "policies.retraining.months=9"}).empty());
}

TEST_CASE("names for people, replicates and what is recorded are no differences") {
  const ScenarioDifferences none =
      differences_between(tiny(), tiny({"label_en=Other", "policies.retraining.label_en=Courses",
                                        "replicates=9", "output.minimum_group=3"}));
  CHECK(none.policies.empty());
  CHECK(none.others.empty());
}

TEST_CASE("other values that differ are listed by key") {
  const ScenarioDifferences found = differences_between(
      tiny(), tiny({"search.search_intensity=0.08", "policies.retraining.months=5"}));
  CHECK(policies_text(found) == "changed retraining");
  CHECK(found.others == std::vector<std::string>{"search.search_intensity"});
}

TEST_CASE("a budget changes the policies on its line if no policy changed itself") {
  const std::string richer = "budgets.employment_fund.yuan_per_year=900000";
  CHECK(policies_text({}, {richer}) ==
        "changed retraining, changed hiring_subsidy, changed placement_service");
  CHECK(policies_text({}, {richer, "policies.retraining.months=5"}) == "changed retraining");
  const ScenarioDifferences found = differences_between(tiny(), tiny({richer}));
  CHECK(found.means == std::vector<std::string>{"budgets.employment_fund.yuan_per_year"});
  CHECK(found.others.empty());
}

TEST_CASE("participants are those of the policies that the second scenario has anew or changed") {
  const Scenario base = tiny();
  const Scenario policy =
      tiny({"policies.severance.enabled=false", "policies.retraining.months=5"});
  const std::uint64_t bits = bits_of_changed(differences_between(base, policy), policy);
  REQUIRE(policy.policies[4].name.id == "retraining");
  CHECK(bits == std::uint64_t{1} << 4);
}
