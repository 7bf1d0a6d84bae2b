// The fund: what it writes into the terms, and which settings make no sense.
#include "policies/transition_fund.hpp"

#include <doctest/doctest.h>

#include "policies/registry.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;
using namespace jtsim::policies;

namespace {

struct Funds {
  Inputs inputs = small_inputs();
  std::vector<NamedPolicy> policies;

  TransitionFund& add(const std::string& name) {
    const PolicyId id = add_policy(inputs, name);
    policies.push_back({id, inputs.policies.back().name, TransitionFund{}});
    return std::get<TransitionFund>(policies.back().policy);
  }
  Terms terms_after(int months) const {
    SmallWorld small(inputs);
    small.world.now = inputs.start + months;
    PolicyPackage(policies, {}, inputs).write_terms(small.world);
    return small.world.terms;
  }
  std::vector<Problem> problems() const { return problems_of(policies, {}, inputs); }
};

}  // namespace

TEST_CASE_FIXTURE(Funds, "sources, match, credit and fields reach the terms") {
  TransitionFund& fund = add("fund");
  fund.sources = {1, 2.5, 4};
  fund.private_match = 1.5;
  fund.credit_per_fund_yuan = 4;
  fund.regional_share = 0.9;
  fund.project_life_years = 20.5;
  fund.leagues = {"south"};
  fund.project_fields = {ProjectField::equipment};
  fund.jobs.manufacturing_jobs_per_million_yuan = 0.2;
  const auto terms = terms_after(1).investment;
  REQUIRE(terms);
  CHECK(terms->own_per_year == 350);
  CHECK(terms->central_per_year == 400);
  CHECK(terms->private_match == 1.5);
  CHECK(terms->credit_per_fund_yuan == 4);
  CHECK(terms->regional_share == 0.9);
  CHECK(terms->life_months == 246);
  CHECK(terms->leagues.has(LeagueId{1}));
  CHECK_FALSE(terms->leagues.has(LeagueId{0}));
  CHECK(terms->fields.has(ProjectField::equipment));
  CHECK_FALSE(terms->fields.has(ProjectField::new_energy));
  CHECK(terms->jobs_per_million_yuan[Stage::manufacturing] == 0.2);
  fund.project_fields = {};
  CHECK(terms_after(1).investment->fields.has(ProjectField::biomedicine));
}

TEST_CASE_FIXTURE(Funds, "a fund invests from its first to its last month") {
  TransitionFund& fund = add("fund");
  fund.start = inputs.start + 3;
  fund.end = inputs.start + 5;
  CHECK_FALSE(terms_after(2).investment);
  CHECK(terms_after(3).investment->since == inputs.start + 3);
  CHECK(terms_after(5).investment);
  CHECK_FALSE(terms_after(6).investment);
}

TEST_CASE("the fund's declared limits are those of the proposal") {
  for_each_field<TransitionFund>([](const auto& field) {
    if (field.text.name == "private_match") CHECK(field.valid.low == 1);
    if (field.text.name == "regional_share") CHECK(field.valid.low == 0.8);
  });
}

TEST_CASE_FIXTURE(Funds, "a second fund and conditions for persons are refused") {
  add("first");
  CHECK(problems().empty());
  add("second").eligibility.age_min_years = 40;
  REQUIRE(problems().size() == 2);
  CHECK(problems()[0].key_path == "policies.second.eligibility");
  CHECK(in(Language::en, problems()[0].allowed) == "limit it by leagues and project_fields");
  CHECK(problems()[1].key_path == "policies.second.kind");
  std::get<TransitionFund>(policies[1].policy).enabled = false;
  CHECK(problems().empty());
}
