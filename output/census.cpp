// Counts a December's workers in one pass and sums the counts up.
#include "output/census.hpp"

#include <algorithm>

#include "agents/income.hpp"
#include "agents/pay.hpp"
#include "base/error.hpp"

namespace jtsim::output {

namespace {

using agents::State;
using agents::Workers;

constexpr std::size_t state_count = enum_size<State>;
/// Older workers than this share the last band anyway.
constexpr int oldest_age_months = 200 * Month::per_year;

/// Position in the joint counts without `state`, from one table per attribute.
class GroupIndex {
 public:
  GroupIndex(const Workers& workers, Month now,
             const std::array<std::size_t, census_axes.size()>& shape)
      : workers_(workers), now_(now) {
    region_ = shape[4];
    education_ = region_;
    const std::size_t age_stride = education_ * shape[3];
    ethnicity_stride_ = age_stride * shape[2];
    sex_stride_ = ethnicity_stride_ * shape[1];
    for (int months = 0; months <= oldest_age_months; ++months) {
      age_offset_.push_back(index_of(agents::age_band_of(months / Month::per_year)) * age_stride);
    }
  }

  std::size_t operator()(Row row) const {
    const int age = std::clamp(now_ - workers_.birth[row], 0, oldest_age_months);
    return index_of(workers_.sex[row]) * sex_stride_ +
           workers_.ethnicity[row].index() * ethnicity_stride_ +
           age_offset_[static_cast<std::size_t>(age)] +
           index_of(workers_.education[row]) * education_ + workers_.league[row].index();
  }

 private:
  const Workers& workers_;
  Month now_;
  std::size_t region_;
  std::size_t education_;
  std::size_t ethnicity_stride_;
  std::size_t sex_stride_;
  std::vector<std::size_t> age_offset_;
};

SpellBand spell_band_of(int months) {
  std::size_t band = spell_band_from_months.size() - 1;
  while (band > 0 && months < spell_band_from_months[band]) --band;
  return static_cast<SpellBand>(band);
}

bool counts_for_income(const Workers& workers, Row row, Month now) {
  const State state = workers.state[row];
  return workers.retirement[row] > now && state != State::dead && state != State::left_region;
}

Census::Income income_of(const agents::World& world, Row row) {
  const bool employed = agents::is_employed(world.workers.state[row]);
  const Fen pay = employed ? agents::monthly_pay(world, row) : 0;
  return {1, pay, agents::monthly_income(world, row)};
}

/// How far one step along each census axis moves in `out`; 0 for axes that are summed over.
std::array<std::size_t, census_axes.size()> steps_in(const Census& census,
                                                     std::span<const Axis> kept) {
  std::array<std::size_t, census_axes.size()> steps{};
  std::size_t step = 1;
  for (std::size_t k = kept.size(); k-- > 0;) {
    const auto at = static_cast<std::size_t>(
        std::find(census_axes.begin(), census_axes.end(), kept[k]) - census_axes.begin());
    expect(at < census_axes.size(), "a census is summed over its own axes");
    steps[at] = step;
    step *= census.shape[at];
  }
  return steps;
}

/// Calls `visit(cell, position)` for every cell of the first `axes` axes: its number in memory and
/// where it goes.
template <class Visit>
void for_each_cell(const Census& census, std::span<const std::size_t> steps, Visit&& visit) {
  std::array<std::size_t, census_axes.size()> index{};
  std::size_t cells = 1;
  for (std::size_t axis = 0; axis < steps.size(); ++axis) cells *= census.shape[axis];
  std::size_t position = 0;
  for (std::size_t cell = 0; cell < cells; ++cell) {
    visit(cell, position);
    for (std::size_t axis = steps.size(); axis-- > 0;) {
      position += steps[axis];
      if (++index[axis] < census.shape[axis]) break;
      position -= steps[axis] * census.shape[axis];
      index[axis] = 0;
    }
  }
}

}  // namespace

Census::Census(const agents::World& world)
    : shape{enum_size<agents::Sex>,        world.tables().ethnicities.size(),
            enum_size<agents::AgeBand>,    enum_size<agents::Education>,
            world.tables().leagues.size(), state_count},
      forms(shape[4]) {
  const Workers& workers = world.workers;
  std::size_t groups = 1;
  for (std::size_t axis = 0; axis + 1 < shape.size(); ++axis) groups *= shape[axis];
  persons.assign(groups * state_count, 0);
  incomes.assign(groups, Income{});
  const GroupIndex group_of(workers, world.now, shape);
  for (std::size_t i = 0; i < workers.size(); ++i) {
    const Row row{i};
    const std::size_t group = group_of(row);
    const State state = workers.state[row];
    ++persons[group * state_count + index_of(state)];
    if (agents::is_employed(state)) ++forms[workers.league[row].index()][workers.form[row]];
    if (!counts_for_income(workers, row, world.now)) continue;
    const Income income = income_of(world, row);
    for (const auto q : all_of_enum<IncomeQuantity>()) incomes[group][q] += income[q];
  }
  for (const Row row : world.jobless) {
    ++spells[spell_band_of(world.now - workers.spell_start[row])];
  }
}

void sum_persons(const Census& census, std::span<const Axis> kept, std::span<std::int32_t> out) {
  const auto steps = steps_in(census, kept);
  for_each_cell(census, steps, [&](std::size_t cell, std::size_t position) {
    out[position] += census.persons[cell];
  });
}

void sum_incomes(const Census& census, Axis kept, std::span<std::int64_t> out) {
  const auto steps = steps_in(census, std::span(&kept, 1));
  constexpr std::size_t quantities = enum_size<IncomeQuantity>;
  for_each_cell(census, std::span(steps).first(steps.size() - 1),
                [&](std::size_t group, std::size_t position) {
                  for (std::size_t q = 0; q < quantities; ++q) {
                    out[position * quantities + q] += census.incomes[group].values[q];
                  }
                });
}

}  // namespace jtsim::output
