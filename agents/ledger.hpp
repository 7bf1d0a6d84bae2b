// Who was served and what was paid: budget lines, reservations, payments and counters of every
// policy.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "agents/inputs.hpp"
#include "agents/terms.hpp"

namespace jtsim::agents {

/// What somebody does: `form` matters for those at work.
struct Activity {
  State state = State::in_training;
  Form form = Form::regular;
};

/// A lasting service to one person, from its first month to the one before `end`. `price` is
/// reserved when it begins and paid month by month.
struct Commitment {
  Row row;
  PolicyId policy;
  /// What the person does meanwhile; anything else means that the service was left.
  Activity activity{};
  Month start;
  Month end;
  Price price;
};

enum class Admission : std::uint8_t { admitted, no_seat, no_money };

/// Money and counts of one replicate. Years are calendar years from the first to the last month.
/// Holds at any time, per year and line that has a budget: `spent + reserved still open <= budget`.
/// Years beyond the last month are held to the budgets as well, so that when a run ends does not
/// matter for who is served before.
class Ledger {
 public:
  explicit Ledger(const Inputs& inputs);

  /// Opens a new month: moves carried-over money at the turn of a year.
  void begin_month(Month now);

  /// Seats left this month for an offer (INT32_MAX when unlimited).
  std::int32_t seats_left(const Offer& offer) const;
  /// Takes a seat and sets aside the price of one served worker in the budget years where its
  /// months fall; nothing is done when no seat is left or one of these years cannot bear it. A
  /// price of several months keeps the seat until `leave`. Of `number` persons all are admitted or
  /// none.
  Admission admit(const Offer& offer, const Price& price, Month now, std::int32_t number = 1);
  /// Ends a commitment, whose one-off amount was paid when it began: returns what falls due from
  /// the month `unpaid_from` on, and frees the active seat.
  void leave(const Commitment& commitment, Month unpaid_from);
  /// Pays out of a reservation made by `admit`.
  void pay_reserved(PolicyId policy, const Price& price, Month now, Fen amount);
  /// Returns the one-off money of aids that were not used, and their places in the whole programme.
  void return_unused(PolicyId policy, const Price& price, Month now, std::int32_t number = 1);
  /// Could `pay` pay so much in the year of `when`?
  bool affords(const Price& price, Month when, Fen amount) const;
  /// Could it pay so much every month from `now` to the end of the next year?
  bool affords_monthly(const Price& price, Month now, Fen per_month) const;
  /// Pays an entitlement that was never reserved; false (nothing paid) if its line cannot bear it.
  bool pay(PolicyId policy, const Price& price, Month now, Fen amount);

  void count(PolicyId policy, Counter counter, Month when, std::int64_t number = 1);

  /// The commitments that run, in order of row after `sort_commitments`. Who removes one calls
  /// `leave` for it.
  std::vector<Commitment>& commitments() { return commitments_; }
  const std::vector<Commitment>& commitments() const { return commitments_; }
  void sort_commitments();
  /// That of one worker, or null. Commitments are sorted.
  const Commitment* commitment_of(Row row) const;

  /// [year][policy][counter]
  std::span<const std::int64_t> counts() const { return counts_; }
  /// [year][policy][payer]
  std::span<const Fen> spending() const { return spending_; }
  /// [year][line][BudgetItem]. `budget` includes what was carried over and is negative for a line
  /// without limit; `reserved` is all that was ever set aside in that year, used or not.
  std::span<const Fen> lines() const {
    return std::span(lines_).first(years_ * budget_.size() * enum_size<BudgetItem>);
  }
  /// Set aside in that year and neither paid nor returned yet.
  Fen open_reservations(std::size_t year, BudgetLineId line) const;
  int first_year() const { return first_year_; }
  std::size_t years() const { return years_; }
  std::size_t policies() const { return policies_; }
  std::int32_t active(PolicyId policy) const { return programmes_[policy.index()].active; }

 private:
  struct Programme {
    std::int32_t active = 0;
    /// Admitted this month to something that does not last.
    std::int32_t momentary = 0;
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
  /// Budget years in which a price from `start` on has months due, as [first, last).
  std::pair<std::size_t, std::size_t> years_due(const Price& price, Month start) const;
  void book_payment(PolicyId policy, const Price& price, Month now, Fen amount);

  int first_year_;
  std::size_t years_;
  std::size_t policies_;
  std::vector<Line> budget_;
  std::vector<Programme> programmes_;
  std::vector<Commitment> commitments_;
  std::vector<std::int64_t> counts_;
  std::vector<Fen> spending_;
  std::vector<Fen> lines_;
  std::vector<Fen> open_reservations_;
};

/// What of a price that began in `start` falls due in `year`, in the month `from` or later.
Fen due_in_year(const Price& price, Month start, Month from, int year);

}  // namespace jtsim::agents
