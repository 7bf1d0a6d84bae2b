// Whom programmes serve, and how many: on random tiny regions with random rules.
#include <algorithm>

#include <doctest/doctest.h>

#include "agents/balance.hpp"
#include "src/schedule.hpp"
#include "tests/support/random_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

/// Restricts every rule of eligibility that a policy declares, differently for every `number`.
template <class Struct>
void restrict_rules(Struct& values, std::uint32_t number) {
  for_each_field<Struct>([&](const auto& field) {
    auto& value = values.*field.member;
    using Member = std::remove_reference_t<decltype(value)>;
    if constexpr (std::is_same_v<Member, policies::EligibilityRules>) {
      if (number % 2 == 0) value.sexes = {number % 4 == 0 ? Sex::female : Sex::male};
      if (number % 3 == 0) value.ethnicities = {number % 6 == 0 ? "han" : "mongol"};
      if (number % 5 < 2) value.educations = {Education::junior, Education::senior};
      if (number % 7 < 3) value.age_max_years = 45;
      if (number % 7 == 4) value.age_min_years = 40;
      if (number % 11 < 3) value.contracts = {Contract::state_owned};
    } else if constexpr (Declared<Member>) {
      restrict_rules(value, number);
    }
  });
}

SmallScenario restricted_scenario(std::uint32_t seed) {
  SmallScenario scenario = random_scenario(seed);
  std::uint32_t number = seed;
  for (policies::NamedPolicy& policy : scenario.policies)
    std::visit([&](auto& kind) { restrict_rules(kind, number++); }, policy.policy);
  return scenario;
}

/// Looks at all services of a run, month by month.
class Watch {
 public:
  void look(const World& world) {
    std::vector<std::int32_t> this_month(world.inputs.policies.size(), 0);
    for (const Served& served : world.served) {
      if (served.month != world.now) continue;
      const Offer* offer = world.terms.offer_of(served.policy);
      if (offer == nullptr) continue;
      ++this_month[served.policy.index()];
      check_person(world, *offer, served.row);
    }
    for (const Offer& offer : world.terms.offers)
      check_seats(world, offer, this_month[offer.policy.index()]);
    const auto contracts = world.workers.contract.all();
    contract_before_.assign(contracts.begin(), contracts.end());
  }

  /// Services under a rule that keeps somebody out, and offers whose seats were all taken.
  std::int64_t restricted() const { return restricted_; }
  std::int64_t full() const { return full_; }

 private:
  void check_person(const World& world, const Offer& offer, Row row) {
    const Workers& w = world.workers;
    const Eligibility& rules = offer.eligible;
    const int age = age_years(w.birth[row], world.now);
    CHECK(rules.sexes.has(w.sex[row]));
    CHECK(rules.ethnicities.has(w.ethnicity[row]));
    CHECK(rules.educations.has(w.education[row]));
    CHECK(age >= rules.age_min_years);
    CHECK(age <= rules.age_max_years);
    // Whoever is hired this month had another contract when he was served, or has it since.
    const bool is_new = row.index() >= contract_before_.size();
    const bool fitted = is_new || rules.contracts.has(contract_before_[row.index()]);
    const bool fits = rules.contracts.has(w.contract[row]);
    CHECK((fits || fitted));
    const bool keeps_some_out =
        !rules.sexes.is_open() || !rules.ethnicities.is_open() || rules.restricts_age();
    restricted_ += keeps_some_out ? 1 : 0;
  }

  void check_seats(const World& world, const Offer& offer, std::int32_t this_month) {
    const auto within = [&](std::int64_t number, std::int32_t seats) {
      if (seats < 0) return;
      CHECK(number <= seats);
      full_ += number == seats && seats > 0 ? 1 : 0;
    };
    within(this_month, offer.seats.per_month);
    within(std::ranges::count(world.ledger.commitments(), offer.policy, &Commitment::policy),
           offer.seats.max_active);
  }

  std::vector<Contract> contract_before_;
  std::int64_t restricted_ = 0;
  std::int64_t full_ = 0;
};

}  // namespace

TEST_CASE("nobody is served whom the rules keep out, nor more than there are seats") {
  std::int64_t restricted = 0;
  std::int64_t full = 0;
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    const SmallScenario scenario = restricted_scenario(seed);
    const Balance found = balance(scenario.inputs);
    World world(scenario.inputs, found, {seed, 0});
    const auto package = scenario.package();
    std::vector<Transition> transitions;
    Watch watch;
    while (world.now < scenario.inputs.end) {
      app::run_month(world, package, transitions);
      watch.look(world);
    }
    restricted += watch.restricted();
    full += watch.full();
  }
  CHECK(restricted > 1'000);
  CHECK(full > 1'000);
}
