// The ledger against budgets: what is reserved, paid, returned and carried over.
#include "agents/ledger.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

constexpr PolicyId policy{0};
constexpr BudgetLineId line{0};

Inputs inputs_with_budget(Fen per_year, bool carry_over = false) {
  Inputs inputs = small_inputs();
  add_policy(inputs, "course");
  add_budget_line(inputs, per_year, carry_over);
  return inputs;
}

Offer offer_at(Price price) {
  Offer offer;
  offer.policy = policy;
  offer.price = price;
  return offer;
}

Fen line_item(const Ledger& ledger, std::size_t year, BudgetItem item) {
  return ledger.lines()[year * enum_size<BudgetItem> + index_of(item)];
}

// Opens every month from `from` to `to`.
void pass_months(Ledger& ledger, Month from, Month to) {
  for (Month month = from; month <= to; month = month + 1) ledger.begin_month(month);
}

}  // namespace

TEST_CASE("what falls due in a year is the sum of its months") {
  const Price price{.once = 7, .per_month = 10, .at_end = 100, .months = 4};
  const Month start = Month::of(2021, 11);
  CHECK(due_in_year(price, start, start, 2021) == 7 + 2 * 10);
  CHECK(due_in_year(price, start, start, 2022) == 2 * 10 + 100);
  CHECK(due_in_year(price, start, start + 1, 2021) == 10);
  CHECK(due_in_year(price, start, Month::of(2022, 2), 2022) == 10 + 100);
  CHECK(due_in_year(price, start, Month::of(2022, 3), 2022) == 100);
  CHECK(due_in_year(price, start, start, 2023) == 0);
  CHECK(due_in_year(price, start, start, 2020) == 0);
}

TEST_CASE("a commitment is reserved in the years where its months fall") {
  Ledger ledger(inputs_with_budget(1000));
  const Month now = Month::of(2021, 11);
  ledger.begin_month(now);
  const Offer offer = offer_at({.per_month = 10, .at_end = 100, .months = 4, .line = line});
  CHECK(ledger.admit(offer, offer.price, now) == Admission::admitted);
  CHECK(ledger.open_reservations(0, line) == 20);
  CHECK(ledger.open_reservations(1, line) == 120);
  CHECK(ledger.active(policy) == 1);

  SUBCASE("and what is unused returns when it is left") {
    ledger.pay_reserved(policy, offer.price, now, 10);
    ledger.leave(
        {.row = Row{0}, .policy = policy, .start = now, .end = now + 4, .price = offer.price},
        now + 1);
    CHECK(ledger.open_reservations(0, line) == 0);
    CHECK(ledger.open_reservations(1, line) == 0);
    CHECK(line_item(ledger, 0, BudgetItem::spent) == 10);
    CHECK(line_item(ledger, 0, BudgetItem::reserved) == 20);
    CHECK(ledger.active(policy) == 0);
  }
}

TEST_CASE("nothing is reserved when a later year cannot bear it") {
  Ledger ledger(inputs_with_budget(100));
  const Month now = Month::of(2021, 12);
  ledger.begin_month(now);
  const Offer offer = offer_at({.once = 1, .per_month = 60, .months = 4, .line = line});
  CHECK(ledger.admit(offer, offer.price, now) == Admission::no_money);
  CHECK(ledger.open_reservations(0, line) == 0);
  CHECK(ledger.active(policy) == 0);
  CHECK(ledger.seats_left(offer) == std::numeric_limits<std::int32_t>::max());
}

TEST_CASE("who is served does not depend on when the run ends") {
  for (const int last_year : {2021, 2030}) {
    Inputs inputs = inputs_with_budget(600);
    inputs.end = Month::of(last_year, 12);
    Ledger ledger(inputs);
    const Month now = Month::of(2021, 12);
    const Offer offer = offer_at({.per_month = 60, .months = 11, .line = line});
    CHECK(ledger.admit(offer, offer.price, now) == Admission::admitted);
    CHECK(ledger.admit(offer, offer.price, now) == Admission::no_money);
    CHECK(ledger.open_reservations(0, line) == 60);
  }
}

TEST_CASE("only a line with carry-over keeps what it did not spend") {
  for (const bool carry_over : {false, true}) {
    Ledger ledger(inputs_with_budget(1000, carry_over));
    ledger.begin_month(Month::of(2021, 1));
    CHECK(ledger.pay(policy, {.line = line}, Month::of(2021, 1), 300));
    pass_months(ledger, Month::of(2021, 2), Month::of(2022, 2));
    CHECK(line_item(ledger, 1, BudgetItem::budget) == (carry_over ? 1700 : 1000));
    CHECK(line_item(ledger, 0, BudgetItem::budget) == 1000);
  }
}

TEST_CASE("seats are limited a month, at one time and in the whole programme") {
  Ledger ledger(inputs_with_budget(-1));
  Offer offer = offer_at({.months = 12});
  offer.seats = {.per_month = 2, .max_active = 3, .max_total = 4};
  Month now = Month::of(2021, 1);
  const auto admit = [&] { return ledger.admit(offer, offer.price, now) == Admission::admitted; };
  ledger.begin_month(now);
  CHECK(admit());
  CHECK(admit());
  CHECK_FALSE(admit());  // a month
  ledger.begin_month(now = now + 1);
  CHECK(admit());
  CHECK_FALSE(admit());  // at one time
  ledger.leave(
      {.row = Row{0}, .policy = policy, .start = now, .end = now + 12, .price = offer.price}, now);
  CHECK(admit());
  ledger.leave(
      {.row = Row{0}, .policy = policy, .start = now, .end = now + 12, .price = offer.price}, now);
  ledger.begin_month(now = now + 1);
  CHECK_FALSE(admit());  // in all
}

TEST_CASE("no budget is needed without a line") {
  Ledger ledger(inputs_with_budget(0));
  CHECK(ledger.pay(policy, {.payer = Payer::enterprise}, Month::of(2021, 1), 5));
  CHECK_FALSE(ledger.pay(policy, {.line = line}, Month::of(2021, 1), 5));
  const auto spent = ledger.spending().subspan(0, enum_size<Payer>);
  CHECK(spent[index_of(Payer::enterprise)] == 5);
  CHECK(spent[index_of(Payer::region)] == 0);
}

namespace {

// A random history of one line: admissions, payments, exits and entitlements, month by month.
class RandomHistory {
 public:
  explicit RandomHistory(bool carry_over)
      : inputs_(inputs_with_budget(*rc::gen::inRange<Fen>(0, 3000), carry_over)),
        ledger_(inputs_) {}

  void run() {
    for (Month now = inputs_.start + 1; now <= Month::of(2024, 12); now = now + 1) {
      ledger_.begin_month(now);
      admit_some(now);
      pay_or_leave(now);
      ledger_.pay(policy, {.line = line}, now, *rc::gen::inRange<Fen>(0, 100));
      check();
    }
  }

 private:
  void admit_some(Month now) {
    const int number = *rc::gen::inRange(0, 3);
    for (int i = 0; i < number; ++i) {
      const Offer offer = offer_at({.once = *rc::gen::inRange<Fen>(0, 50),
                                    .per_month = *rc::gen::inRange<Fen>(0, 50),
                                    .at_end = *rc::gen::inRange<Fen>(0, 50),
                                    .months = *rc::gen::inRange(1, 15),
                                    .line = line});
      if (ledger_.admit(offer, offer.price, now) != Admission::admitted) continue;
      ledger_.pay_reserved(policy, offer.price, now, offer.price.once);
      ledger_.commitments().push_back({.row = Row{0},
                                       .policy = policy,
                                       .start = now,
                                       .end = now + offer.price.months,
                                       .price = offer.price});
    }
  }

  void pay_or_leave(Month now) {
    std::erase_if(ledger_.commitments(), [&](const Commitment& c) {
      if (now == c.end) {
        ledger_.pay_reserved(policy, c.price, now, c.price.at_end);
        ledger_.leave(c, now + 1);
        return true;
      }
      if (*rc::gen::inRange(0, 10) == 0) {
        ledger_.leave(c, now);
        return true;
      }
      ledger_.pay_reserved(policy, c.price, now, c.price.per_month);
      return false;
    });
  }

  void check() const {
    std::vector<Fen> promised(ledger_.years(), 0);
    Fen paid = 0;
    for (std::size_t year = 0; year < ledger_.years(); ++year) {
      const Fen spent = line_item(ledger_, year, BudgetItem::spent);
      const Fen open = ledger_.open_reservations(year, line);
      paid += spent;
      RC_ASSERT(open >= 0);
      RC_ASSERT(spent + open <= line_item(ledger_, year, BudgetItem::budget));
    }
    Fen spending = 0;
    for (const Fen amount : ledger_.spending()) spending += amount;
    RC_ASSERT(paid == spending);
    RC_ASSERT(ledger_.active(policy) == static_cast<std::int32_t>(ledger_.commitments().size()));
  }

  Inputs inputs_;
  Ledger ledger_;
};

}  // namespace

TEST_CASE("spent and open reservations never exceed the budget, whatever happens") {
  CHECK(rc::check([] { RandomHistory(*rc::gen::arbitrary<bool>()).run(); }));
}
