// The registry: which policies are in force when, in which order, and what is refused.
#include "policies/registry.hpp"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;
using namespace jtsim::policies;

namespace {

// A scenario's map of policies, one entry after the other.
struct Fixture {
  Inputs inputs = small_inputs();
  std::vector<NamedPolicy> policies;
  std::vector<PolicyId> cascade;

  template <class Kind>
  Kind& add(const std::string& name) {
    const PolicyId id = add_policy(inputs, name);
    policies.push_back({id, inputs.policies.back().name, Kind{}});
    return std::get<Kind>(policies.back().policy);
  }
  PolicyId id(const std::string& name) const {
    const auto found = std::ranges::find_if(
        policies, [&](const NamedPolicy& policy) { return policy.name.id == name; });
    return found->id;
  }
  // The terms of the month so many months after the start.
  Terms terms_after(int months) const {
    SmallWorld small(inputs);
    small.world.now = inputs.start + months;
    PolicyPackage(policies, cascade, inputs).write_terms(small.world);
    return small.world.terms;
  }
  std::vector<Problem> problems() const { return problems_of(policies, cascade, inputs); }
};

std::vector<PolicyId> order_of(const Terms& terms) {
  std::vector<PolicyId> order;
  for (const Offer& offer : terms.offers) order.push_back(offer.policy);
  return order;
}

}  // namespace

TEST_CASE("a kind is found by its identifier, with labels and defaults") {
  std::set<std::string_view> ids;
  for (const Kind& kind : kinds) {
    const auto policy = policy_of_kind(kind.id);
    REQUIRE(policy);
    CHECK(kind_of(*policy).id == kind.id);
    CHECK(programme_of(*policy).enabled);
    CHECK_FALSE(in(Language::zh, kind.label).empty());
    CHECK_FALSE(in(Language::en, kind.label).empty());
    CHECK(ids.insert(kind.id).second);
  }
  CHECK_FALSE(policy_of_kind("retrainin"));
  CHECK_FALSE(policy_of_kind(""));
}

TEST_CASE_FIXTURE(Fixture, "offers stand in the order of the cascade, the rest behind") {
  add<HiringSubsidy>("subsidy");
  add<Retraining>("course");
  add<InternalRetirement>("retire");
  add<InternalTransfer>("transfer");
  add<Retraining>("second_course");
  cascade = {id("transfer"), id("course")};
  CHECK(order_of(terms_after(1)) == std::vector{id("transfer"), id("course"), id("retire"),
                                                id("second_course"), id("subsidy")});
}

TEST_CASE_FIXTURE(Fixture, "a policy is offered from its first to its last month, then closed") {
  Retraining& course = add<Retraining>("course");
  course.start = inputs.start + 3;
  course.end = inputs.start + 5;
  CHECK(terms_after(2).offers.empty());
  for (const int month : {3, 5}) {
    REQUIRE(terms_after(month).offers.size() == 1);
    CHECK(terms_after(month).offers[0].open);
    CHECK(terms_after(month).offers[0].since == inputs.start + 3);
  }
  REQUIRE(terms_after(6).offers.size() == 1);
  CHECK_FALSE(terms_after(6).offers[0].open);
}

TEST_CASE_FIXTURE(Fixture, "an entitlement ends with its last month") {
  add<Severance>("severance").end = inputs.start + 2;
  CHECK(terms_after(2).severance);
  CHECK_FALSE(terms_after(3).severance);
}

TEST_CASE_FIXTURE(Fixture, "a disabled policy writes nothing") {
  add<Retraining>("course").enabled = false;
  add<SocialAssistance>("assistance").enabled = false;
  const Terms terms = terms_after(1);
  CHECK(terms.offers.empty());
  CHECK_FALSE(terms.assistance);
}

TEST_CASE_FIXTURE(Fixture, "names become masks, lines and targets") {
  Retraining& course = add<Retraining>("course");
  add_budget_line(inputs, 5);
  add_budget_line(inputs, 6);
  course.leagues = {"south"};
  course.eligibility.ethnicities = {"mongol"};
  course.eligibility.sexes = {Sex::female};
  course.eligibility.last_sectors = {Sector::mining, Sector::tertiary};
  course.budget = "line1";
  course.targets = {{"clerk"}, {Sector::new_energy}};
  CHECK(problems().empty());
  const Offer offer = terms_after(1).offers[0];
  CHECK_FALSE(offer.eligible.leagues.has(LeagueId{0}));
  CHECK(offer.eligible.leagues.has(LeagueId{1}));
  CHECK_FALSE(offer.eligible.ethnicities.has(EthnicityId{0}));
  CHECK(offer.eligible.ethnicities.has(EthnicityId{1}));
  CHECK_FALSE(offer.eligible.sexes.has(Sex::male));
  CHECK(offer.eligible.last_sectors.has(Sector::tertiary));
  CHECK_FALSE(offer.eligible.last_sectors.has(Sector::primary));
  CHECK(offer.price.line == BudgetLineId{1});
  CHECK(offer.targets == std::vector<std::uint8_t>{0, 0, 1, 1, 0});
}

TEST_CASE_FIXTURE(Fixture, "unknown names are reported with their place and what was meant") {
  Retraining& course = add<Retraining>("course");
  course.leagues = {"sotuh"};
  course.eligibility.ethnicities = {"xxxxxxxx"};
  course.targets.occupations = {"clerk", "clark"};
  course.budget = "line9";
  const std::vector<Problem> found = problems();
  REQUIRE(found.size() == 4);
  CHECK(found[0].key_path == "policies.course.leagues");
  CHECK(in(Language::en, found[0].allowed) == "did you mean `south`?");
  CHECK(found[1].key_path == "policies.course.eligibility.ethnicities");
  CHECK(in(Language::en, found[1].allowed) == "known: han, mongol");
  CHECK(found[2].key_path == "policies.course.targets.occupations");
  CHECK(in(Language::en, found[2].allowed) == "did you mean `clerk`?");
  CHECK(found[3].key_path == "policies.course.budget");
  CHECK(in(Language::en, found[3].allowed) == "there are none");
  CHECK_THROWS_AS(PolicyPackage(policies, cascade, inputs), LogicFault);
}

TEST_CASE_FIXTURE(Fixture, "names of a table that could not be read are not looked up") {
  Retraining& course = add<Retraining>("course");
  course.leagues = {"sotuh"};
  course.targets.occupations = {"clark"};
  inputs.tables.leagues.clear();
  inputs.tables.occupations.clear();
  course.budget = "line9";
  REQUIRE(problems().size() == 1);
  CHECK(problems()[0].key_path == "policies.course.budget");
}

TEST_CASE_FIXTURE(Fixture, "nothing may stand twice in a list of a policy") {
  Retraining& course = add<Retraining>("course");
  course.leagues = {"south", "north", "south"};
  course.eligibility.states = {State::unemployed, State::unemployed};
  course.targets.sectors = {Sector::tertiary, Sector::tertiary};
  const std::vector<Problem> found = problems();
  REQUIRE(found.size() == 3);
  CHECK(found[0].key_path == "policies.course.leagues");
  CHECK(in(Language::en, found[0].what) == "'south' stands twice");
  CHECK(found[1].key_path == "policies.course.eligibility.states");
  CHECK(in(Language::en, found[1].what) == "'unemployed' stands twice");
  CHECK(found[2].key_path == "policies.course.targets.sectors");
}

TEST_CASE_FIXTURE(Fixture, "two entitlements of a kind may follow but not accompany each other") {
  add<Severance>("old").end = inputs.start + 12;
  add<Severance>("new").start = inputs.start + 13;
  CHECK(problems().empty());
  programme_of(policies[1].policy);
  std::get<Severance>(policies[1].policy).start = inputs.start + 12;
  REQUIRE(problems().size() == 1);
  CHECK(problems()[0].key_path == "policies.new.start");
  std::get<Severance>(policies[0].policy).enabled = false;
  CHECK(problems().empty());
}

TEST_CASE_FIXTURE(Fixture, "two courses may run side by side") {
  add<Retraining>("wind");
  add<Retraining>("solar");
  CHECK(problems().empty());
  CHECK(terms_after(1).offers.size() == 2);
}

TEST_CASE_FIXTURE(Fixture, "the cascade names only policies that place, each once") {
  add<Retraining>("course");
  add<PlacementService>("service");
  add<Severance>("severance");
  cascade = {id("course"), id("service"), id("severance"), id("course")};
  CHECK(problems().size() == 3);
  for (const Problem& problem : problems()) CHECK(problem.key_path == "cascade");
}

TEST_CASE_FIXTURE(Fixture, "reversed intervals are refused") {
  Retraining& course = add<Retraining>("course");
  course.start = inputs.start + 5;
  course.end = inputs.start + 4;
  course.eligibility.age_min_years = 60;
  course.eligibility.age_max_years = 59;
  course.eligibility.spell_min_months = 2;
  course.eligibility.spell_max_months = 1;
  CHECK(problems().size() == 3);
}

TEST_CASE_FIXTURE(Fixture,
                  "a worker can hold the certificates of sixteen policies, wherever they stand") {
  for (int i = 0; i < 16; ++i) add<PlacementService>("service" + std::to_string(i));
  for (int i = 0; i < 16; ++i) add<Retraining>("course" + std::to_string(i));
  CHECK(problems().empty());
  add<DigitalUpskilling>("upskilling");
  REQUIRE(problems().size() == 1);
  CHECK(problems()[0].key_path == "policies.upskilling.kind");
}
