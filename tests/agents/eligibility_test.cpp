// Each criterion of eligibility by itself.
#include "agents/eligibility.hpp"

#include <doctest/doctest.h>

#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

template <class Element>
Mask<Element> only(Element element) {
  if constexpr (std::is_enum_v<Element>) {
    return {std::uint64_t{1} << index_of(element)};
  } else {
    return {std::uint64_t{1} << element.index()};
  }
}

constexpr Row somebody{3};

// A man of 45 with senior education, displaced last month and unemployed since.
struct Fixture {
  SmallWorld small{small_inputs()};
  World& world = small.world;
  Workers& w = world.workers;

  Fixture() {
    next_month(world);
    w.sex[somebody] = Sex::male;
    w.education[somebody] = Education::senior;
    w.ethnicity[somebody] = EthnicityId{1};
    w.contract[somebody] = Contract::state_owned;
    displace(world, somebody);
    next_month(world);
    w.birth[somebody] = world.now - 45 * Month::per_year;
  }
  /// Whoever is refused misses something, and nobody else.
  bool admits(const Eligibility& eligible) const {
    const bool admitted = is_eligible(world, eligible, somebody);
    CHECK(admitted == (missing(eligible) == Requirement::other));
    return admitted;
  }
  Requirement missing(const Eligibility& eligible) const {
    return missing_requirement(world, eligible, somebody);
  }
};

}  // namespace

TEST_CASE("rules without conditions admit everybody") {
  SmallWorld small(small_inputs());
  for (std::size_t i = 0; i < small.world.workers.size(); ++i) {
    CHECK(is_eligible(small.world, Eligibility{}, Row{i}));
  }
}

TEST_CASE_FIXTURE(Fixture, "both ends of an age interval are admitted, in completed years") {
  CHECK(admits({.age_min_years = 45, .age_max_years = 45}));
  CHECK_FALSE(admits({.age_min_years = 46}));
  CHECK_FALSE(admits({.age_max_years = 44}));
  w.birth[somebody] = w.birth[somebody] + 1;
  CHECK(admits({.age_max_years = 44}));
}

TEST_CASE_FIXTURE(Fixture, "every list admits only whom it names") {
  CHECK(admits({.states = only(State::unemployed)}));
  CHECK_FALSE(admits({.states = only(State::employed_mining)}));
  CHECK(admits({.sexes = only(Sex::male)}));
  CHECK_FALSE(admits({.sexes = only(Sex::female)}));
  CHECK(admits({.ethnicities = only(EthnicityId{1})}));
  CHECK_FALSE(admits({.ethnicities = only(EthnicityId{0})}));
  CHECK(admits({.educations = only(Education::senior)}));
  CHECK_FALSE(admits({.educations = only(Education::college)}));
  CHECK(admits({.contracts = only(Contract::state_owned)}));
  CHECK_FALSE(admits({.contracts = only(Contract::private_)}));
  CHECK(admits({.leagues = only(LeagueId{0})}));
  CHECK_FALSE(admits({.leagues = only(LeagueId{1})}));
  CHECK(admits({.last_sectors = only(Sector::mining)}));
  CHECK_FALSE(admits({.last_sectors = only(Sector::tertiary)}));
}

TEST_CASE_FIXTURE(Fixture, "whoever is refused learns the first requirement that is missing") {
  CHECK(missing({}) == Requirement::other);
  CHECK(missing({.age_min_years = 46}) == Requirement::age);
  CHECK(missing({.sexes = only(Sex::female)}) == Requirement::sex);
  CHECK(missing({.ethnicities = only(EthnicityId{0})}) == Requirement::ethnicity);
  CHECK(missing({.educations = only(Education::college)}) == Requirement::education);
  CHECK(missing({.contracts = only(Contract::private_)}) == Requirement::contract);
  CHECK(missing({.leagues = only(LeagueId{1})}) == Requirement::league);
  CHECK(missing({.last_sectors = only(Sector::tertiary)}) == Requirement::last_sector);
  CHECK(missing({.spell_min_months = 2}) == Requirement::spell);
  CHECK(missing({.displaced = DisplacedRule::displaced_by_closure}) == Requirement::displacement);
  const Eligibility at_work{.states = only(State::employed_mining), .sexes = only(Sex::female)};
  CHECK(missing(at_work) == Requirement::state);
  CHECK(missing_in_person(world, at_work, somebody) == Requirement::sex);
}

TEST_CASE_FIXTURE(Fixture, "a spell counts completed months without work") {
  CHECK(admits({.spell_min_months = 1, .spell_max_months = 1}));
  CHECK_FALSE(admits({.spell_min_months = 2}));
  CHECK_FALSE(admits({.spell_max_months = 0}));
  next_month(world);
  CHECK(admits({.spell_min_months = 2}));
}

TEST_CASE_FIXTURE(Fixture, "displacement must begin the current spell") {
  CHECK(admits({.displaced = DisplacedRule::displaced}));
  CHECK_FALSE(admits({.displaced = DisplacedRule::displaced_by_closure}));
  move_to(world, {.row = somebody, .to = State::left_region, .reason = Reason::programme_start});
  next_month(world);
  move_to(world, {.row = somebody, .to = State::unemployed, .reason = Reason::programme_end});
  CHECK_FALSE(admits({.displaced = DisplacedRule::displaced}));
  CHECK(admits({.displaced = DisplacedRule::anyone}));
}

TEST_CASE("those whose mine closed are told apart") {
  SmallWorld small(small_inputs());
  World& world = small.world;
  next_month(world);
  world.mines[world.workers.mine[somebody].index()].open = false;
  displace(world, somebody);
  for (const auto rule : {DisplacedRule::displaced, DisplacedRule::displaced_by_closure}) {
    CHECK(is_eligible(world, {.displaced = rule}, somebody));
    CHECK(missing_requirement(world, {.displaced = rule}, somebody) == Requirement::other);
  }
}

TEST_CASE("who lost a job otherwise, or works, is not displaced") {
  SmallWorld small(small_inputs());
  World& world = small.world;
  next_month(world);
  const Row other{5};
  CHECK_FALSE(fits_displacement(world, DisplacedRule::displaced, other));
  move_to(world, {.row = other, .to = State::unemployed, .reason = Reason::separation});
  CHECK_FALSE(fits_displacement(world, DisplacedRule::displaced, other));
  CHECK(fits_displacement(world, DisplacedRule::anyone, other));
}

TEST_CASE_FIXTURE(Fixture, "the window of internal retirement closes with the pension itself") {
  const Offer offer{.service = Service::internal_retirement, .window_months = 60};
  const auto fits_with_months_left = [&](int months) {
    w.retirement[somebody] = world.now + months;
    return fits_service(world, offer, somebody);
  };
  CHECK_FALSE(fits_with_months_left(61));
  CHECK(fits_with_months_left(60));
  CHECK(fits_with_months_left(1));
  CHECK_FALSE(fits_with_months_left(0));
  CHECK_FALSE(fits_with_months_left(-1));
}
