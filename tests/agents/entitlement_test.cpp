// Rights without a queue: what their budget line cannot bear is refused, and not counted as served.
#include "agents/entitlement.hpp"

#include <numeric>
#include <vector>

#include <doctest/doctest.h>

#include "agents/early_pensions.hpp"
#include "agents/income.hpp"
#include "agents/statutory_payments.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

constexpr PolicyId right{0};
constexpr BudgetLineId line{0};
constexpr std::size_t people = 6;

/// Six miners are displaced in the first month; negative: no limit.
struct Rights {
  SmallWorld small;
  World& world = small.world;

  explicit Rights(Fen budget) : small(inputs(budget)) {
    next_month(world);
    for (std::size_t i = 0; i < people; ++i) displace(world, Row{i});
  }
  static Inputs inputs(Fen budget) {
    Inputs inputs = small_inputs();
    add_policy(inputs, "right");
    add_budget_line(inputs, budget);
    return inputs;
  }
  std::int64_t count(Counter counter) const { return count_of(world, right, counter); }
  Fen spent() const {
    const std::span<const Fen> all = world.ledger.spending();
    return std::accumulate(all.begin(), all.end(), Fen{0});
  }
  /// What was paid to each of the displaced.
  std::vector<Fen> severance() {
    world.terms.severance.emplace();
    world.terms.severance->policy = right;
    world.terms.severance->price.line = line;
    pay_severance(world);
    std::vector<Fen> paid;
    for (const Displacement& event : world.displacements.events) paid.push_back(event.severance);
    return paid;
  }
  void check_all_requests_answered() const {
    CHECK(count(Counter::requested) ==
          count(Counter::served) + count(Counter::no_seat) + count(Counter::no_money));
  }
};

}  // namespace

TEST_CASE("severance is paid as far as the money goes") {
  Rights unlimited(-1);
  const std::vector<Fen> full = unlimited.severance();
  CHECK(unlimited.count(Counter::served) == people);
  CHECK(full.front() > 0);
  Rights limited(full[0] + full[1]);
  const std::vector<Fen> paid = limited.severance();
  CHECK(paid[0] == full[0]);
  CHECK(paid[1] == full[1]);
  CHECK(paid[2] == 0);
  CHECK(limited.spent() == full[0] + full[1]);
  CHECK(limited.count(Counter::requested) == people);
  CHECK(limited.count(Counter::no_money) > 0);
  limited.check_all_requests_answered();
}

TEST_CASE("without money nobody has a claim to benefit or assistance") {
  for (const Fen budget : {Fen{-1}, Fen{0}}) {
    Rights insured(budget);
    for (std::size_t i = 0; i < people; ++i)
      insured.world.workers.contribution_start[Row{i}] = insured.world.now - 60;
    insured.world.terms.insurance.emplace();
    insured.world.terms.insurance->policy = right;
    insured.world.terms.insurance->price.line = line;
    pay_transfers(insured.world);
    Rights assisted(budget);
    assisted.world.terms.assistance.emplace();
    assisted.world.terms.assistance->policy = right;
    assisted.world.terms.assistance->price.line = line;
    pay_transfers(assisted.world);
    for (const Rights* r : {&insured, &assisted}) {
      CHECK(r->count(Counter::requested) > 0);
      r->check_all_requests_answered();
      const bool has_money = budget < 0;
      CHECK((r->count(Counter::served) > 0) == has_money);
      CHECK((r->spent() > 0) == has_money);
      for (std::size_t i = 0; i < people; ++i)
        CHECK((has_money || r->world.transfers.of(Row{i}) == 0));
    }
    for (std::size_t i = 0; i < people && budget == 0; ++i)
      CHECK(insured.world.workers.benefit_end[Row{i}].is_never());
  }
}

TEST_CASE("early pensions are granted while the line bears all of them to the end of next year") {
  Rights probe(0);
  const Fen pension = monthly_pension(probe.world, Row{0});
  REQUIRE(pension > 0);
  Rights limited(pension * Month::per_year * 5 / 2);
  EarlyRetirementTerms terms;
  terms.policy = right;
  terms.price.line = line;
  // The same person stands for all.
  EarlyPensions pensions(limited.world, terms);
  CHECK(pensions.take_on(Row{0}));
  CHECK(pensions.take_on(Row{0}));
  CHECK_FALSE(pensions.take_on(Row{0}));
  // Those that run already count.
  limited.world.terms.early_retirement = terms;
  move_to(limited.world, {.row = Row{7}, .to = State::retired, .reason = Reason::early_retirement});
  limited.world.workers.relative_pay[Row{7}] = limited.world.workers.relative_pay[Row{0}];
  EarlyPensions later(limited.world, terms);
  CHECK(later.take_on(Row{0}));
  CHECK_FALSE(later.take_on(Row{0}));
  pay_early_pensions(limited.world);
  CHECK(limited.spent() == pension);
}
