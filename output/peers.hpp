// How coal workers who were never displaced fared, against whom the losses of the displaced are
// taken a second time.
#pragma once

#include <cstdint>
#include <vector>

#include "output/axes.hpp"
#include "output/census.hpp"

namespace jtsim::output {

/// A cell of peers: who a person is in the month looked at.
struct PeerCell {
  agents::AgeBand age_band = agents::AgeBand::age_16_24;
  agents::Sex sex = agents::Sex::male;
  agents::Education education = agents::Education::junior;
  LeagueId league;
};

/// What never-displaced agents below the pension month live on, December by December: per cell, the
/// sum of their incomes of the month (pay, benefits, allowances or nothing, whatever they do) over
/// the sum of what they would earn at relative pay 1 at their age. Experience and pay index thus
/// cancel, and what is left moves with quits, job losses, promotions and retirement alone.
class Peers {
 public:
  explicit Peers(const Axes& axes);

  /// To be called for every December of the run, in order.
  void add(const Census& census, double unit_pay_fen);

  /// Relative income of the peers of `to` in the December of `to_year` over that of the peers of
  /// `from` in `from_year`; years outside the run count as its first or last. Where a cell has
  /// fewer than `least_peers`, both sides leave out league, then sex and education, then age. 1 if
  /// there are no peers at all.
  double ratio(const PeerCell& from, int from_year, const PeerCell& to, int to_year) const;

  static constexpr std::int64_t least_peers = 10;

 private:
  struct Sum {
    std::int64_t persons = 0;
    double income = 0;
    double potential = 0;
  };
  static constexpr std::size_t levels = 4;
  static constexpr std::size_t ages = enum_size<agents::AgeBand>;
  static constexpr std::size_t groups =
      ages * enum_size<agents::Sex> * enum_size<agents::Education>;

  /// Positions of the sums of a cell, the finest level first.
  std::array<std::size_t, levels> positions(const PeerCell& cell) const;
  const Sum* december(int year) const;

  std::size_t leagues_;
  int first_year_;
  /// Sums of a December: every level in turn.
  std::size_t per_december_;
  std::vector<Sum> sums_;
};

/// What an event's shadow earnings are multiplied by to get what its peers' fate would have left.
struct PeerRatios {
  /// In the years of `loss_years`.
  std::array<double, agents::loss_year_count> in_year{};
  /// For the present value: the mean over the discounted time until the pension or the run's end.
  double present = 1;
};

PeerRatios peer_ratios(const agents::World& world, const agents::Displacement& event,
                       const Peers& peers);

}  // namespace jtsim::output
