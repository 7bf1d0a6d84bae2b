// What is odd about policies, but possible, is told.
#include "policies/oddities.hpp"

#include <doctest/doctest.h>

#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;
using namespace jtsim::policies;

namespace {

// Two courses, both in the cascade, and a service that places nobody.
struct Courses {
  Inputs inputs = small_inputs();
  std::vector<NamedPolicy> policies;
  std::vector<PolicyId> cascade;

  Courses() {
    add<Retraining>("wind");
    add<Retraining>("solar");
    add<PlacementService>("service");
    cascade = {policies[0].id, policies[1].id};
  }

  template <class Kind>
  void add(const std::string& name) {
    const PolicyId id = add_policy(inputs, name);
    policies.push_back({id, inputs.policies.back().name, Kind{}});
  }
  Retraining& solar() { return std::get<Retraining>(policies[1].policy); }
  // "key: what (advice)" of the only one; empty where nothing is odd.
  std::string oddity() const {
    const std::vector<Problem> found = oddities_of(policies, cascade, inputs);
    REQUIRE(found.size() <= 1);
    return found.empty() ? "" : to_text(found.front());
  }
};

}  // namespace

TEST_CASE_FIXTURE(Courses, "policies in the cascade, in force, with targets are not odd") {
  CHECK(oddity() == "");
  cascade.clear();
  CHECK(oddity() == "");
}

TEST_CASE_FIXTURE(Courses, "a policy that places people stands in the cascade or in none") {
  cascade.pop_back();
  CHECK(oddity() ==
        "policies.solar: places people, but is not in the cascade (it is offered after those that "
        "are)");
  solar().enabled = false;
  CHECK(oddity() == "");
}

TEST_CASE_FIXTURE(Courses, "a policy of the cascade is enabled") {
  solar().enabled = false;
  CHECK(oddity() == "cascade: 'solar' is not enabled (it is passed over)");
}

TEST_CASE_FIXTURE(Courses, "a policy starts before the end") {
  solar().start = inputs.end;
  CHECK(oddity() == "");
  solar().start = inputs.end + 1;
  CHECK(oddity() == "policies.solar.start: " + to_text(inputs.end + 1) + " lies after the end " +
                        to_text(inputs.end) + " (it has no effect)");
}

TEST_CASE_FIXTURE(Courses, "a policy ends after the start") {
  solar().end = inputs.start + 1;
  CHECK(oddity() == "");
  solar().end = inputs.start;
  CHECK(oddity() == "policies.solar.end: " + to_text(inputs.start) +
                        " lies before the first month " + to_text(inputs.start + 1) +
                        " (it has no effect)");
}

TEST_CASE_FIXTURE(Courses, "targets name an occupation") {
  solar().targets = {};
  CHECK(oddity() ==
        "policies.solar.targets: leaves no occupation (name occupations, or sectors for all of "
        "theirs)");
  solar().targets = {{"clerk"}, {}};
  CHECK(oddity() == "");
}

TEST_CASE_FIXTURE(Courses, "a policy of the cascade may serve the unemployed") {
  solar().eligibility.states = {State::in_training, State::unemployed};
  CHECK(oddity() == "");
  solar().eligibility.states = {State::in_training};
  CHECK(oddity() ==
        "policies.solar.eligibility.states: nobody can be served (only those in the state "
        "`unemployed` pass the cascade)");
}

TEST_CASE_FIXTURE(Courses, "internal retirement serves staff at work, whatever states it admits") {
  add<InternalRetirement>("retire");
  cascade.push_back(policies.back().id);
  std::get<InternalRetirement>(policies.back().policy).eligibility.states = {State::in_training};
  CHECK(oddity() == "");
}
