// Phase 5, the mines' part: who goes when a mine shrinks or closes.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <span>

#include "agents/placement.hpp"
#include "agents/retention.hpp"
#include "agents/scan.hpp"
#include "agents/separation.hpp"
#include "base/log2.hpp"

namespace jtsim::agents {

namespace {

constexpr double ln_2 = std::numbers::ln2;
constexpr double word_count = 4294967296.0;

struct Keyed {
  double key;
  Row row;
  bool operator<(const Keyed& other) const {
    return key != other.key ? key < other.key : row < other.row;
  }
};

/// What one mine has to shed this month, and who is in question.
struct Shedding {
  MineId mine;
  std::int32_t count = 0;
  /// Keys beyond it cannot be among the smallest `count`, save in the rare month that is then
  /// searched in full.
  double bound = 0;
  std::vector<Keyed> keyed;
};

double race_key_of(const World& world, Row row, std::uint32_t word) {
  // Small words give small keys, so that one comparison with a limit finds all keys below a bound.
  return -log2_fixed(1.0 - unit_interval(word)) / displacement_weight(world, row);
}

double largest_weight(const DisplacementWeights& d) {
  const auto most = [](const auto& values) {
    return *std::max_element(values.begin(), values.end());
  };
  return most(d.contract) * most(d.age) * most(d.education) * most(d.sex) * most(d.ethnicity);
}

/// A bound that leaves about count + 4 sqrt(count) + 4 candidates of a mine; infinite if these are
/// too large a share of its staff. The widest bound decides how many of everybody's words are
/// looked at; a mine searched in full costs one pass over the column of mines.
double bound_of(const World& world, const Shedding& shed) {
  constexpr double largest_share = 1.0 / 16;
  const double count = shed.count;
  const double aimed = count + 4.0 * std::sqrt(count) + 4.0;
  const double heads = world.mines[shed.mine.index()].filled;
  if (aimed >= heads * largest_share) return std::numeric_limits<double>::infinity();
  return aimed / (heads * world.mean_displacement_weight * ln_2);
}

/// filled - wanted of every mine after the exits proposed so far; a closed mine wants nobody.
std::vector<std::int32_t> surplus_of_mines(const World& world,
                                           const std::vector<Transition>& leaving) {
  std::vector<std::int32_t> surplus;
  for (const MineState& mine : world.mines) surplus.push_back(mine.filled - mine.wanted);
  for (const Transition& exit : leaving) {
    const MineId mine = world.workers.mine[exit.row];
    if (!mine.is_none()) --surplus[mine.index()];
  }
  return surplus;
}

bool any_positive(const std::vector<std::int32_t>& surplus) {
  return std::ranges::any_of(surplus, [](std::int32_t s) { return s > 0; });
}

/// Staff whose pension begins within `window` months and whose mine has a surplus.
std::vector<NearPension::Employee> near_pension(World& world,
                                                const std::vector<std::int32_t>& surplus,
                                                int window) {
  // One more for those without a mine.
  std::vector<bool8> sheds(surplus.size() + 1, 0);
  for (std::size_t m = 0; m < surplus.size(); ++m) sheds[m] = bool8{surplus[m] > 0};
  const auto has_surplus = [&](MineId mine) {
    return sheds[std::min(mine.index(), surplus.size())] != 0;
  };
  std::vector<NearPension::Employee> staff;
  for (int months = 1; months <= window; ++months) {
    world.near_pension.find(world.workers, world.pensions, world.now + months, has_surplus, staff);
  }
  return staff;
}

/// The same by mine, without those who leave anyway.
std::vector<std::vector<Row>> asked_by_mine(World& world, const std::vector<std::int32_t>& surplus,
                                            int window, const std::vector<Transition>& leaving) {
  std::vector<std::vector<Row>> asked(surplus.size());
  for (const auto& [row, mine] : near_pension(world, surplus, window)) {
    // All of them are asked soon, and lie far apart.
    fetch_record(world.workers, row);
    asked[mine.index()].push_back(row);
  }
  for (const Transition& exit : leaving) {
    const MineId mine = world.workers.mine[exit.row];
    if (!mine.is_none()) std::erase(asked[mine.index()], exit.row);
  }
  return asked;
}

/// Employees of surplus mines close enough to their pension, mine by mine, are asked whether they
/// retire internally.
void voluntary_exits(World& world, std::vector<Transition>& transitions) {
  const int window = internal_retirement_window(world);
  if (window == 0) return;
  const std::vector<std::int32_t> surplus = surplus_of_mines(world, transitions);
  if (!any_positive(surplus)) return;
  const auto asked = asked_by_mine(world, surplus, window, transitions);
  for (std::size_t m = 0; m < surplus.size(); ++m) {
    if (!asked[m].empty()) accept_internal_retirement(world, asked[m], surplus[m], transitions);
  }
  sort_by_row(transitions);
}

/// Calls `found(row)` for the staff of a mine. Whole blocks of rows without any are passed over by
/// a loop that becomes vectors: the first workforce stands in the rows mine by mine.
template <class Found>
void for_each_in(const Workers& workers, MineId mine, Found&& found) {
  constexpr std::size_t block = 256;
  const std::span<const MineId> mines = workers.mine.all();
  for (std::size_t first = 0; first < mines.size(); first += block) {
    const auto here = mines.subspan(first, std::min(block, mines.size() - first));
    // Over plain numbers the loop becomes vector code, over copies of ids it does not.
    std::uint16_t any = 0;
    for (std::size_t i = 0; i < here.size(); ++i) any |= std::uint16_t{here[i].value == mine.value};
    if (any == 0) continue;
    for (std::size_t i = 0; i < here.size(); ++i) {
      if (here[i] == mine) found(Row{first + i});
    }
  }
}

/// Every employee of the mine with his key.
void search_in_full(const World& world, Shedding& shed, const std::vector<Transition>& leaving,
                    std::size_t sorted) {
  shed.keyed.clear();
  for_each_in(world.workers, shed.mine, [&](Row row) {
    if (is_proposed(std::span(leaving).first(sorted), row)) return;
    const std::uint32_t word =
        draw(world.luck, Stream::displacement, world.workers.id[row], draw_month(world));
    shed.keyed.push_back({race_key_of(world, row, word), row});
  });
}

std::vector<Shedding> mines_that_shed(const World& world,
                                      const std::vector<std::int32_t>& surplus) {
  std::vector<Shedding> all;
  for (std::size_t m = 0; m < surplus.size(); ++m) {
    if (surplus[m] <= 0) continue;
    Shedding shed;
    shed.mine = MineId{m};
    shed.count = surplus[m];
    shed.bound = bound_of(world, shed);
    all.push_back(std::move(shed));
  }
  return all;
}

/// Words beyond it cannot give a key below `bound`, whoever the person is.
std::uint32_t limit_of(const World& world, double bound) {
  const double share = 1.0 - exp2_fixed(-bound * largest_weight(world.tables().displacement));
  return threshold(share + 1.0 / word_count);
}

/// One pass over everybody's word finds the few candidates of all mines that have a bound.
void find_candidates(const World& world, std::vector<Shedding>& all,
                     const std::vector<Transition>& leaving) {
  const std::size_t nowhere = world.mines.size();
  // [mine] what it sheds, and the limit of its words; one more for those without a mine.
  std::vector<Shedding*> shedding(nowhere + 1, nullptr);
  std::vector<std::uint32_t> limits(nowhere + 1, 0);
  for (Shedding& shed : all) {
    if (shed.bound == std::numeric_limits<double>::infinity()) continue;
    shedding[shed.mine.index()] = &shed;
    limits[shed.mine.index()] = limit_of(world, shed.bound);
  }
  const std::uint32_t widest = *std::ranges::max_element(limits);
  if (widest == 0) return;
  std::vector<Candidate> candidates;
  candidates_below(world, Stream::displacement, widest, candidates);
  for (const auto& [row, word] : candidates) {
    const std::size_t mine = std::min(world.workers.mine[row].index(), nowhere);
    if (word >= limits[mine]) continue;
    Shedding& shed = *shedding[mine];
    const double key = race_key_of(world, row, word);
    if (key <= shed.bound && !is_proposed(leaving, row)) shed.keyed.push_back({key, row});
  }
}

}  // namespace

double displacement_weight(const World& world, Row row) {
  const Workers& w = world.workers;
  const DisplacementWeights& d = world.tables().displacement;
  return d.contract[w.contract[row]] * d.age[age_band_of(age_years(w.birth[row], world.now))] *
         d.education[w.education[row]] * d.sex[w.sex[row]] * d.ethnicity[w.ethnicity[row].index()];
}

void displace(World& world, std::vector<Transition>& transitions) {
  voluntary_exits(world, transitions);
  std::vector<std::int32_t> surplus = surplus_of_mines(world, transitions);
  retain_staff(world, surplus);
  if (!any_positive(surplus)) return;
  std::vector<Shedding> all = mines_that_shed(world, surplus);
  find_candidates(world, all, transitions);
  const std::size_t sorted = transitions.size();
  for (Shedding& shed : all) {
    const auto count = static_cast<std::size_t>(shed.count);
    if (shed.keyed.size() < count) search_in_full(world, shed, transitions, sorted);
    const auto last =
        shed.keyed.begin() + static_cast<std::ptrdiff_t>(std::min(count, shed.keyed.size()));
    std::nth_element(shed.keyed.begin(), last - 1, shed.keyed.end());
    for (auto it = shed.keyed.begin(); it != last; ++it) {
      transitions.push_back(
          {.row = it->row, .to = State::unemployed, .reason = Reason::displacement});
    }
  }
}

}  // namespace jtsim::agents
