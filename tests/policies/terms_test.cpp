// What each policy puts into the month's terms.
#include <doctest/doctest.h>

#include "agents/aids.hpp"
#include "policies/registry.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;
using namespace jtsim::policies;

namespace {

constexpr PolicyId some_policy{5};

template <class Kind>
Terms terms_of(const Kind& policy) {
  Resolved resolved;
  resolved.line = BudgetLineId{2};
  resolved.targets = {0, 1};
  Terms terms;
  policy.write_terms({some_policy, true, Month::of(2021, 1), resolved}, terms);
  return terms;
}

template <class Kind>
Offer offer_of(const Kind& policy) {
  const Terms terms = terms_of(policy);
  REQUIRE(terms.offers.size() == 1);
  return terms.offers[0];
}

}  // namespace

TEST_CASE("what all queued policies share reaches the offer") {
  PlacementService service;
  service.priority = Priority::hardest_first;
  service.seats_per_month = 3;
  service.max_active = 4;
  service.max_total = 5;
  service.unit_cost_yuan = 12.34;
  service.take_up_share = 0.3;
  service.repeat_after_months = 7;
  service.payer = Payer::central;
  const Offer offer = offer_of(service);
  CHECK(offer.policy == some_policy);
  CHECK(offer.open);
  CHECK(offer.since == Month::of(2021, 1));
  CHECK(offer.priority == Priority::hardest_first);
  CHECK(offer.seats.per_month == 3);
  CHECK(offer.seats.max_active == 4);
  CHECK(offer.seats.max_total == 5);
  CHECK(offer.price.once == 1234);
  CHECK(offer.price.payer == Payer::central);
  CHECK(offer.price.line == BudgetLineId{2});
  CHECK(offer.take_up == 0.3);
  CHECK(offer.repeat_after_months == 7);
}

TEST_CASE("a course costs its fee and allowance, whatever is paid on the certificate") {
  for (const double share : {0.0, 0.4, 1.0}) {
    Retraining course;
    course.months = 5;
    course.unit_cost_yuan = 6000;
    course.paid_on_certificate_share = share;
    course.allowance_yuan_per_month = 100;
    const Price price = offer_of(course).price;
    CHECK(price.once == 0);
    CHECK(price.months == 5);
    CHECK(price.income_per_month == 100 * fen_per_yuan);
    CHECK(price.at_end == fen_from_yuan(6000 * share));
    CHECK(price.at_end + 5 * price.per_month == 6500 * fen_per_yuan);
  }
}

TEST_CASE("a course says what it brings closer and what it keeps from") {
  Retraining course;
  course.proximity_gain = 0.11;
  course.proximity_limit = 0.88;
  course.search_factor = 0.44;
  course.drop_out_per_month = 0.02;
  course.success_share = 0.7;
  const Offer offer = offer_of(course);
  CHECK(offer.service == Service::training);
  CHECK(offer.targets == std::vector<std::uint8_t>{0, 1});
  CHECK(offer.proximity_gain == 0.11);
  CHECK(offer.proximity_limit == 0.88);
  CHECK(offer.search_factor == 0.44);
  CHECK(offer.drop_out_per_month == 0.02);
  CHECK(offer.success_share == 0.7);
  CHECK(offer.months == offer.price.months);
}

TEST_CASE("aids act on their own factor only") {
  HiringSubsidy subsidy;
  subsidy.hiring_factor = 1.7;
  CHECK(offer_of(subsidy).service == Service::hiring_aid);
  CHECK(offer_of(subsidy).hiring_factor == 1.7);
  CHECK(offer_of(subsidy).search_factor == 1);
  PlacementService service;
  service.search_factor = 1.9;
  CHECK(offer_of(service).service == Service::search_aid);
  CHECK(offer_of(service).search_factor == 1.9);
  CHECK(offer_of(service).hiring_factor == 1);
}

TEST_CASE("a bonus raises the search of the displaced alone, and is paid for hires alone") {
  Inputs inputs = small_inputs();
  const PolicyId id = add_policy(inputs, "bonus");
  ReEmploymentBonus bonus;
  bonus.search_factor = 1.2;
  bonus.take_up_share = 1;
  SmallWorld small(inputs);
  World& world = small.world;
  next_month(world);
  for (const Row row : {Row{0}, Row{1}}) displace(world, row);
  move_to(world, {.row = Row{2}, .to = State::unemployed, .reason = Reason::separation});
  PolicyPackage({{id, inputs.policies.back().name, bonus}}, {}, inputs).write_terms(world);
  reserve_aids(world);
  CHECK(search_factor_of(world, Row{0}) == 1.2);
  CHECK(search_factor_of(world, Row{1}) == 1.2);
  CHECK(search_factor_of(world, Row{2}) == 1);
  const std::vector<Row> hired{Row{1}};
  settle_aids(world, hired, {});
  CHECK(count_of(world, id, Counter::served) == 2);
  CHECK(count_of(world, id, Counter::completed) == 1);
  Fen spent = 0;
  for (const Fen amount : world.ledger.spending()) spent += amount;
  CHECK(spent == fen_from_yuan(bonus.unit_cost_yuan));
}

TEST_CASE("internal transfer and retirement are for those displaced this month") {
  InternalTransfer transfer;
  transfer.post_share = 0.4;
  CHECK(offer_of(transfer).service == Service::internal_transfer);
  CHECK(offer_of(transfer).post_share == 0.4);
  CHECK(transfer.eligibility.displaced == DisplacedRule::displaced);
  CHECK(transfer.eligibility.spell_max_months == 0);
  InternalRetirement retirement;
  retirement.window_years = 2.5;
  retirement.allowance_share = 0.55;
  retirement.contribution_share = 0.2;
  const Offer offer = offer_of(retirement);
  CHECK(offer.service == Service::internal_retirement);
  CHECK(offer.window_months == 30);
  CHECK(offer.allowance_share == 0.55);
  CHECK(offer.contribution_share == 0.2);
  CHECK(offer.price.payer == Payer::enterprise);
}

TEST_CASE("entitlements reach their own terms") {
  EarlyRetirement early;
  early.underground_years = 9.5;
  const Terms with_early = terms_of(early);
  REQUIRE(with_early.early_retirement);
  CHECK(with_early.early_retirement->underground_months == 114);
  CHECK(with_early.early_retirement->price.payer == Payer::insurance_fund);

  Severance severance;
  severance.months_per_service_year = 1.5;
  const Terms with_severance = terms_of(severance);
  REQUIRE(with_severance.severance);
  CHECK(with_severance.severance->months_per_service_year == 1.5);
  CHECK(with_severance.severance->price.payer == Payer::enterprise);
  CHECK(with_severance.severance->price.line == BudgetLineId{2});

  UnemploymentInsurance insurance;
  insurance.coverage_factor = 0.8;
  const Terms with_insurance = terms_of(insurance);
  REQUIRE(with_insurance.insurance);
  CHECK(with_insurance.insurance->coverage_factor == 0.8);
  CHECK(with_insurance.insurance->minimum_contribution_months == 12);

  SocialAssistance assistance;
  assistance.take_up_share = 0.6;
  const Terms with_assistance = terms_of(assistance);
  REQUIRE(with_assistance.assistance);
  CHECK(with_assistance.assistance->take_up == 0.6);
  CHECK(with_assistance.offers.empty());
}
