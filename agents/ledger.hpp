// Who was served and what was paid: budget lines, reservations, payments and counters of every
// policy.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "agents/inputs.hpp"
#include "agents/terms.hpp"

namespace jtsim::agents {

/// Money and counts of one replicate. Years are calendar years from the first to the last month.
/// Holds at any time, per year and line: `spent + reserved still open <= budget`.
class Ledger {
 public:
  explicit Ledger(const Inputs& inputs);

  /// Opens a new month: moves carried-over money at the turn of a year.
  void begin_month(Month now);

  /// Seats left this month for an offer (INT32_MAX when unlimited).
  std::int32_t seats_left(const Offer& offer) const;
  /// Sets aside the cost of one served worker in the budget years where its months fall; false (and
  /// nothing done) if one of these years cannot bear it. Also takes the seat.
  bool admit(const Offer& offer, Month now);
  /// Returns what is unused of a commitment that ends before `planned_end`, and frees the active
  /// seat.
  void leave(const Offer& offer, Month now, Month planned_end);
  /// Pays out of a reservation made by `admit`.
  void pay_reserved(PolicyId policy, const Price& price, Month now, Fen amount);
  /// Returns a reservation of one-off money that was not used this month (aids without a hire).
  void return_reserved(const Price& price, Month now, Fen amount);
  /// Pays an entitlement that was never reserved; false (nothing paid) if its line cannot bear it.
  bool pay(PolicyId policy, const Price& price, Month now, Fen amount);

  void count(PolicyId policy, Counter counter, Month when, std::int64_t number = 1);

  /// [year][policy][counter]
  std::span<const std::int64_t> counts() const { return counts_; }
  /// [year][policy][payer]
  std::span<const Fen> spending() const { return spending_; }
  /// [year][line][BudgetItem]
  std::span<const Fen> lines() const { return lines_; }
  std::size_t years() const { return years_; }
  std::size_t policies() const { return policies_; }
  std::int32_t active(PolicyId policy) const { return programmes_[policy.index()].active; }

 private:
  struct Programme {
    std::int32_t active = 0;
    std::int32_t total = 0;
    std::int32_t admitted_this_month = 0;
  };
  struct Line {
    Fen per_year;
    bool carry_over;
  };

  std::size_t year_index(Month when) const;
  Fen& line_item(std::size_t year, BudgetLineId line, BudgetItem item);
  bool can_bear(BudgetLineId line, std::size_t year, Fen amount) const;

  int first_year_;
  std::size_t years_;
  std::size_t policies_;
  std::vector<Line> budget_;
  std::vector<Programme> programmes_;
  std::vector<std::int64_t> counts_;
  std::vector<Fen> spending_;
  std::vector<Fen> lines_;
  std::vector<Fen> open_reservations_;
};

}  // namespace jtsim::agents
