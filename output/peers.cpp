// Sums of never-displaced workers and their ratios.
#include "output/peers.hpp"

#include <algorithm>

#include "base/log2.hpp"

namespace jtsim::output {

namespace {

using agents::Displacement;

/// For the present value, years are taken in such blocks; pay moves slowly.
constexpr int block_years = 5;

PeerCell cell_of(const agents::World& world, const Displacement& event, int years_later) {
  const int age = agents::age_years(world.workers.birth[event.row], event.month) + years_later;
  return {agents::age_band_of(age), event.sex, event.education, event.league};
}

}  // namespace

Peers::Peers(const Axes& axes)
    : leagues_(axes.size(Axis::region)),
      first_year_(axes.size(Axis::stock_year) > 0 ? axes[Axis::stock_year].numbers.front() : 0),
      per_december_(groups * leagues_ + groups + ages + 1) {
  sums_.reserve(per_december_ * axes.size(Axis::stock_year));
}

std::array<std::size_t, Peers::levels> Peers::positions(const PeerCell& cell) const {
  const std::size_t group =
      (index_of(cell.age_band) * enum_size<agents::Sex> + index_of(cell.sex)) *
          enum_size<agents::Education> +
      index_of(cell.education);
  const std::size_t after_cells = groups * leagues_;
  return {group * leagues_ + cell.league.index(), after_cells + group,
          after_cells + groups + index_of(cell.age_band), after_cells + groups + ages};
}

void Peers::add(const Census& census, double unit_pay_fen) {
  const std::size_t first = sums_.size();
  sums_.resize(first + per_december_);
  for (std::size_t group = 0; group < census.groups.size(); ++group) {
    const CellGroups& who = census.groups[group];
    const Census::Undisplaced& found = census.undisplaced[group];
    if (found.persons == 0) continue;
    const PeerCell cell{static_cast<agents::AgeBand>(who[Partition::age_band]),
                        static_cast<agents::Sex>(who[Partition::sex]),
                        static_cast<agents::Education>(who[Partition::education]),
                        LeagueId{who[Partition::region]}};
    for (const std::size_t at : positions(cell)) {
      Sum& sum = sums_[first + at];
      sum.persons += found.persons;
      sum.income += static_cast<double>(found.income);
      sum.potential += found.experience * unit_pay_fen;
    }
  }
}

const Peers::Sum* Peers::december(int year) const {
  const int last = static_cast<int>(sums_.size() / per_december_) - 1;
  const int at = std::clamp(year - first_year_, 0, std::max(0, last));
  return sums_.data() + static_cast<std::size_t>(at) * per_december_;
}

double Peers::ratio(const PeerCell& from, int from_year, const PeerCell& to, int to_year) const {
  if (sums_.empty()) return 1;
  const Sum* before = december(from_year);
  const Sum* after = december(to_year);
  const auto from_positions = positions(from);
  const auto to_positions = positions(to);
  for (std::size_t level = 0; level < levels; ++level) {
    const Sum& a = before[from_positions[level]];
    const Sum& b = after[to_positions[level]];
    if (a.persons < least_peers || b.persons < least_peers || a.income <= 0) continue;
    return b.income / b.potential / (a.income / a.potential);
  }
  return 1;
}

PeerRatios peer_ratios(const agents::World& world, const Displacement& event, const Peers& peers) {
  // The December before displacement lies about six months before it, and that of the k-th year
  // counted from there in the middle of the k-th year after.
  const int before = event.month.year() - 1;
  const PeerCell then = cell_of(world, event, 0);
  const auto after = [&](int years) {
    return peers.ratio(then, before, cell_of(world, event, years), before + years);
  };
  PeerRatios ratios;
  for (std::size_t k = 0; k < agents::loss_year_count; ++k) {
    ratios.in_year[k] = after(agents::loss_years[k]);
  }
  const double per_year =
      exp2_fixed(-log2_fixed(1 + world.settings().income.discount_rate_per_year));
  const int months = std::min(event.legal_retirement, world.now + 1) - event.month - 1;
  double weight = 0;
  double sum = 0;
  double discount = 1;
  for (int year = 0; year * Month::per_year < months; year += block_years) {
    const int length = std::min(block_years * Month::per_year, months - year * Month::per_year);
    const double block = discount * length;
    weight += block;
    sum += block * after(year + block_years / 2 + 1);
    for (int y = 0; y < block_years; ++y) discount *= per_year;
  }
  if (weight > 0) ratios.present = sum / weight;
  return ratios;
}

}  // namespace jtsim::output
