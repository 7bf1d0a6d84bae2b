// Reservations, payments and counts of policies, kept within the budgets.
#include "agents/ledger.hpp"

#include <algorithm>
#include <limits>

#include "base/error.hpp"

namespace jtsim::agents {

namespace {

/// Commitments run beyond the last month; so many later years are held to the budgets as well.
constexpr std::size_t years_beyond = 16;

constexpr std::int32_t unlimited_seats = std::numeric_limits<std::int32_t>::max();

std::int32_t left_of(std::int32_t limit, std::int32_t used) {
  return limit < 0 ? unlimited_seats : std::max(0, limit - used);
}

}  // namespace

Fen due_in_year(const Price& price, Month start, Month from, int year) {
  const Month january = Month::of(year, 1);
  const Month december = Month::of(year, Month::per_year);
  const auto counts = [&](Month month) {
    return month >= from && month >= january && month <= december;
  };
  const Month first = std::max({start, from, january});
  const Month last = std::min(start + price.months - 1, december);
  Fen due = first <= last ? price.per_month * (last - first + 1) : 0;
  if (counts(start)) due += price.once;
  if (counts(start + price.months)) due += price.at_end;
  return due;
}

Ledger::Ledger(const Inputs& inputs)
    : first_year_((inputs.start + 1).year()),
      years_(static_cast<std::size_t>(inputs.end.year() - first_year_ + 1)),
      policies_(inputs.policies.size()),
      programmes_(policies_),
      counts_(years_ * policies_ * enum_size<Counter>, 0),
      spending_(years_ * policies_ * enum_size<Payer>, 0),
      lines_((years_ + years_beyond) * inputs.budget_lines.size() * enum_size<BudgetItem>, 0),
      open_reservations_((years_ + years_beyond) * inputs.budget_lines.size(), 0) {
  for (const BudgetLine& line : inputs.budget_lines) {
    budget_.push_back({line.per_year, line.carry_over});
  }
  for (std::size_t year = 0; year < years_ + years_beyond; ++year) {
    for (std::size_t line = 0; line < budget_.size(); ++line) {
      line_item(year, BudgetLineId{line}, BudgetItem::budget) = budget_[line].per_year;
    }
  }
}

std::size_t Ledger::year_index(Month when) const {
  const int year = when.year() - first_year_;
  expect(year >= 0 && year < static_cast<int>(years_), "a month outside the years of the ledger");
  return static_cast<std::size_t>(year);
}

Fen& Ledger::line_item(std::size_t year, BudgetLineId line, BudgetItem item) {
  return lines_[(year * budget_.size() + line.index()) * enum_size<BudgetItem> + index_of(item)];
}

Fen Ledger::open_reservations(std::size_t year, BudgetLineId line) const {
  return open_reservations_[year * budget_.size() + line.index()];
}

bool Ledger::can_bear(BudgetLineId line, std::size_t year, Fen amount) const {
  if (line.is_none() || budget_[line.index()].per_year < 0) return true;
  const std::size_t row = (year * budget_.size() + line.index()) * enum_size<BudgetItem>;
  const Fen budget = lines_[row + index_of(BudgetItem::budget)];
  const Fen spent = lines_[row + index_of(BudgetItem::spent)];
  return spent + open_reservations(year, line) + amount <= budget;
}

std::pair<std::size_t, std::size_t> Ledger::years_due(const Price& price, Month start) const {
  const std::size_t first = year_index(start);
  const int last = (start + price.months).year() - first_year_ + 1;
  return {first, std::min(years_ + years_beyond, static_cast<std::size_t>(last))};
}

void Ledger::begin_month(Month now) {
  for (Programme& programme : programmes_) {
    programme.admitted_this_month = 0;
    programme.momentary = 0;
  }
  const std::size_t year = year_index(now);
  if (now.month_of_year() != 1 || year == 0) return;
  for (std::size_t l = 0; l < budget_.size(); ++l) {
    if (!budget_[l].carry_over || budget_[l].per_year < 0) continue;
    const BudgetLineId line{l};
    const Fen left = line_item(year - 1, line, BudgetItem::budget) -
                     line_item(year - 1, line, BudgetItem::spent) -
                     open_reservations(year - 1, line);
    line_item(year, line, BudgetItem::budget) += left;
  }
}

std::int32_t Ledger::seats_left(const Offer& offer) const {
  const Programme& programme = programmes_[offer.policy.index()];
  return std::min({left_of(offer.seats.per_month, programme.admitted_this_month),
                   left_of(offer.seats.max_active, programme.active + programme.momentary),
                   left_of(offer.seats.max_total, programme.total)});
}

Admission Ledger::admit(const Offer& offer, const Price& price, Month now, std::int32_t number) {
  if (seats_left(offer) < number) return Admission::no_seat;
  const auto [first, last] = years_due(price, now);
  const auto due = [&](std::size_t year) {
    return number * due_in_year(price, now, now, first_year_ + static_cast<int>(year));
  };
  for (std::size_t year = first; year < last; ++year) {
    if (!can_bear(price.line, year, due(year))) return Admission::no_money;
  }
  Programme& programme = programmes_[offer.policy.index()];
  programme.admitted_this_month += number;
  programme.total += number;
  (price.months > 0 ? programme.active : programme.momentary) += number;
  if (price.line.is_none()) return Admission::admitted;
  for (std::size_t year = first; year < last; ++year) {
    open_reservations_[year * budget_.size() + price.line.index()] += due(year);
    line_item(year, price.line, BudgetItem::reserved) += due(year);
  }
  return Admission::admitted;
}

void Ledger::leave(const Commitment& commitment, Month unpaid_from) {
  Price price = commitment.price;
  price.once = 0;  // paid when it began
  if (price.months > 0) --programmes_[commitment.policy.index()].active;
  if (price.line.is_none()) return;
  const auto [first, last] = years_due(price, commitment.start);
  for (std::size_t year = first; year < last; ++year) {
    open_reservations_[year * budget_.size() + price.line.index()] -=
        due_in_year(price, commitment.start, unpaid_from, first_year_ + static_cast<int>(year));
  }
}

void Ledger::book_payment(PolicyId policy, const Price& price, Month now, Fen amount) {
  const std::size_t year = year_index(now);
  spending_[(year * policies_ + policy.index()) * enum_size<Payer> + index_of(price.payer)] +=
      amount;
  if (!price.line.is_none()) line_item(year, price.line, BudgetItem::spent) += amount;
}

void Ledger::pay_reserved(PolicyId policy, const Price& price, Month now, Fen amount) {
  if (!price.line.is_none()) {
    open_reservations_[year_index(now) * budget_.size() + price.line.index()] -= amount;
  }
  book_payment(policy, price, now, amount);
}

void Ledger::return_unused(PolicyId policy, const Price& price, Month now, std::int32_t number) {
  programmes_[policy.index()].total -= number;
  if (price.line.is_none()) return;
  open_reservations_[year_index(now) * budget_.size() + price.line.index()] -= number * price.once;
}

bool Ledger::affords(const Price& price, Month when, Fen amount) const {
  return can_bear(price.line, year_index(when), amount);
}

bool Ledger::affords_monthly(const Price& price, Month now, Fen per_month) const {
  const std::size_t year = year_index(now);
  const int months_left = Month::per_year - now.month_of_year() + 1;
  return can_bear(price.line, year, months_left * per_month) &&
         can_bear(price.line, year + 1, Month::per_year * per_month);
}

bool Ledger::pay(PolicyId policy, const Price& price, Month now, Fen amount) {
  if (!affords(price, now, amount)) return false;
  book_payment(policy, price, now, amount);
  return true;
}

void Ledger::count(PolicyId policy, Counter counter, Month when, std::int64_t number) {
  const std::size_t row = (year_index(when) * policies_ + policy.index()) * enum_size<Counter>;
  counts_[row + index_of(counter)] += number;
}

void Ledger::sort_commitments() {
  // New ones stand behind those sorted last time.
  const auto fresh = std::ranges::is_sorted_until(commitments_, {}, &Commitment::row);
  std::ranges::sort(fresh, commitments_.end(), {}, &Commitment::row);
  std::ranges::inplace_merge(commitments_, fresh, {}, &Commitment::row);
}

const Commitment* Ledger::commitment_of(Row row) const {
  const auto found = std::ranges::lower_bound(commitments_, row, {}, &Commitment::row);
  return found != commitments_.end() && found->row == row ? &*found : nullptr;
}

}  // namespace jtsim::agents
