// The queue of a policy: who is offered it, who asks for it, in which order they are served, and
// where the line stops.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "agents/world.hpp"

namespace jtsim::agents {

/// One person who asks for a policy this month.
struct Request {
  Row row;
  /// First month of the interval for which the decision holds.
  Month decided;
};

/// A request in its place in the line: the smallest comes first.
struct Place {
  /// What it measures follows from the offer's `Priority`.
  double rank = 0;
  /// Order among equals: that of an exponential race with equal weights.
  std::uint32_t race = 0;
  WorkerId id = 0;
  Row row;

  friend auto operator<=>(const Place&, const Place&) = default;
};

/// Puts one offer to persons and counts what they answer. A decision holds for
/// `repeat_after_months`: it is drawn for the interval of that length, counted from `since`, in
/// which the month lies. `offered` and its answer are counted in the first month of the interval;
/// whoever asked and was not served asks again, and is counted again, in every later month of it.
class Asking {
 public:
  /// `stream` is what the decision is drawn from; at most `most` persons are asked.
  Asking(World& world, const Offer& offer, Stream stream, std::size_t most);
  Asking(const Asking&) = delete;
  Asking& operator=(const Asking&) = delete;

  /// `since`: the month from which the person could be asked, not before the policy's first month.
  /// Who does not fit is counted once in each interval. Without branches: nobody can foresee who
  /// fits.
  void ask(Row row, Month since, bool8 fits) {
    const Month decided = world_.now - (world_.now - since) % offer_.repeat_after_months;
    asked_[number_] = {row, decided};
    number_ += fits;
    counts_[Counter::not_eligible] += decided == world_.now ? 1 - fits : 0;
    if (world_.life_lines != nullptr && fits == 0 && decided == world_.now) [[unlikely]]
      note_answer(world_, row, offer_.policy, Counter::not_eligible);
  }
  /// Draws the decisions, books the counts and returns the requests in the order of asking.
  std::vector<Request> close();

 private:
  /// Leaves those who accept in `asked_`.
  void decide();
  void note_declined(std::span<const std::uint32_t> words, std::uint32_t limit) const;

  World& world_;
  const Offer& offer_;
  Stream stream_;
  EnumArray<Counter, std::int32_t> counts_{};
  std::vector<Request> asked_;
  /// Of `asked_` those who fit.
  std::size_t number_ = 0;
};

/// The requests for an offer to people without work. Spells shorter than the offer asks for are not
/// offered it yet. Empty for a closed offer.
std::vector<Request> requests_for(World& world, const Offer& offer,
                                  std::span<const Row> candidates);

/// The places of all requests, in the order of the requests.
std::vector<Place> places_of(const World& world, const Offer& offer,
                             std::span<const Request> requests);

/// What became of one request. `no_post`: nothing for this person, but others may be served.
enum class Outcome : std::uint8_t { served, no_seat, no_money, no_post };

Outcome outcome_of(Admission admission);

/// Notes somebody served for later counts of work, and in the register of the displaced.
void note_served(World& world, PolicyId policy, Row row);

/// Counts one person whom a policy gave this answer.
void book_answer(World& world, PolicyId policy, Counter answer, Row row);

/// Counts and notes one served.
void book_served(World& world, PolicyId policy, Row row);

/// Counts requests that met the same end without being served.
void book_unserved(World& world, PolicyId policy, Outcome outcome, std::span<const Place> line);

/// Serves requests in the order of the queue. `give(row)` does what the service is and says what
/// came of it. The first that finds no seat or no money stops the line: all behind it are counted
/// like it.
template <class Give>
void serve(World& world, const Offer& offer, std::span<const Request> requests, Give&& give) {
  std::vector<Place> line = places_of(world, offer, requests);
  // A heap hands out the first few in order without sorting the many behind them.
  const auto behind = [](const Place& a, const Place& b) { return b < a; };
  std::make_heap(line.begin(), line.end(), behind);
  while (!line.empty()) {
    const Row row = line.front().row;
    const Outcome outcome = give(row);
    if (outcome == Outcome::served) {
      book_served(world, offer.policy, row);
    } else if (outcome == Outcome::no_post) {
      book_unserved(world, offer.policy, outcome, std::span(line).first(1));
    } else {
      book_unserved(world, offer.policy, outcome, line);
      return;
    }
    std::pop_heap(line.begin(), line.end(), behind);
    line.pop_back();
  }
}

}  // namespace jtsim::agents
