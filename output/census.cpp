// Counts a December's workers in one pass and sums the counts up.
#include "output/census.hpp"

#include <algorithm>
#include <limits>

#include "agents/income.hpp"
#include "agents/pay.hpp"
#include "agents/statutory_payments.hpp"
#include "base/error.hpp"

namespace jtsim::output {

namespace {

using agents::State;
using agents::WorkerRecord;
using agents::Workers;

constexpr std::size_t state_count = enum_size<State>;
/// Rows looked at together: their groups stay in the first-level cache.
constexpr std::size_t block_rows = 4096;
constexpr Fen largest_income = std::numeric_limits<std::uint32_t>::max();

/// From this age on the band stays the same.
constexpr std::size_t most_months = std::size_t{agents::oldest_band_age} * Month::per_year;

/// [completed months of age] the band.
constexpr auto band_of_months = [] {
  std::array<std::uint8_t, most_months + 1> bands{};
  for (std::size_t months = 0; months < bands.size(); ++months) {
    const int years = static_cast<int>(months) / Month::per_year;
    bands[months] = static_cast<std::uint8_t>(agents::age_band_of(years));
  }
  return bands;
}();

/// Rows `first`, ... of a column, as plain memory.
template <class T>
const T* rows_from(const agents::Column<T>& column, std::size_t first) {
  return column.all().data() + first;
}

/// Position of workers in the joint counts without `state`.
class GroupIndex {
 public:
  GroupIndex(Month now, const std::array<std::size_t, census_axes.size()>& shape) : now_(now) {
    education_stride_ = static_cast<std::uint32_t>(shape[4]);
    age_stride_ = education_stride_ * static_cast<std::uint32_t>(shape[3]);
    ethnicity_stride_ = age_stride_ * static_cast<std::uint32_t>(shape[2]);
    sex_stride_ = ethnicity_stride_ * static_cast<std::uint32_t>(shape[1]);
  }

  std::uint32_t of(const WorkerRecord& worker) const {
    const auto months = static_cast<std::size_t>(std::max(0, now_ - worker.birth));
    const std::uint32_t band = band_of_months[std::min(months, most_months)];
    return static_cast<std::uint32_t>(worker.sex) * sex_stride_ +
           worker.ethnicity.value * ethnicity_stride_ + band * age_stride_ +
           static_cast<std::uint32_t>(worker.education) * education_stride_ + worker.league.value;
  }

 private:
  Month now_;
  std::uint32_t education_stride_;
  std::uint32_t age_stride_;
  std::uint32_t ethnicity_stride_;
  std::uint32_t sex_stride_;
};

SpellBand spell_band_of(int months) {
  std::size_t band = spell_band_from_months.size() - 1;
  while (band > 0 && months < spell_band_from_months[band]) --band;
  return static_cast<SpellBand>(band);
}

constexpr bool is_regular(agents::Form form) { return form == agents::Form::regular; }

/// Those whose income is counted: alive, in the region, below the month of the ordinary pension.
/// Writes their positions to `chosen` and returns their number.
std::size_t choose_for_income(const agents::World& world, std::size_t first,
                              std::span<std::uint32_t> chosen) {
  const auto* state = rows_from(world.workers.state, first);
  const WorkerRecord* records = world.workers.records().data() + first;
  std::size_t count = 0;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    chosen[count] = static_cast<std::uint32_t>(i);
    const bool here = state[i] != State::dead && state[i] != State::left_region;
    count += here && records[i].retirement > world.now ? 1U : 0U;
  }
  return count;
}

}  // namespace

Census::Census(const agents::World& world)
    : shape{enum_size<agents::Sex>,        world.tables().ethnicities.size(),
            enum_size<agents::AgeBand>,    enum_size<agents::Education>,
            world.tables().leagues.size(), state_count},
      is_broken_down(world.now.year() % breakdown_every_years == 0 ||
                     world.now - world.inputs.start < Month::per_year ||
                     world.inputs.end - world.now < Month::per_year),
      forms(shape[4]) {
  set_groups();
  persons.assign(groups.size() * state_count, 0);
  incomes.resize(groups.size());
  undisplaced.resize(groups.size());
  std::vector<Keyed> earners;
  earners.reserve(world.workers.size());
  const GroupIndex index(world.now, shape);
  std::array<std::uint32_t, block_rows> block{};
  for (std::size_t first = 0; first < world.workers.size(); first += block_rows) {
    const std::size_t count = std::min(block_rows, world.workers.size() - first);
    const auto found = std::span(block).first(count);
    std::ranges::transform(world.workers.records().subspan(first, count), found.begin(),
                           [&](const WorkerRecord& worker) { return index.of(worker); });
    count_persons(world, first, found);
    add_incomes(world, first, found, earners);
  }
  count_regular();
  count_spells(world);
  distribute(std::move(earners));
  if (is_broken_down) pensions = pensions_of(world);
}

void Census::set_groups() {
  std::size_t cells = 1;
  for (std::size_t axis = 0; axis + 1 < shape.size(); ++axis) cells *= shape[axis];
  groups.resize(cells);
  for (std::size_t cell = 0; cell < cells; ++cell) {
    std::size_t rest = cell;
    for (std::size_t axis = shape.size() - 1; axis-- > 0; rest /= shape[axis]) {
      for (const Partition partition : all_of_enum<Partition>()) {
        if (axis_of(partition) != census_axes[axis]) continue;
        groups[cell][partition] = static_cast<std::uint16_t>(rest % shape[axis]);
      }
    }
  }
}

void Census::count_spells(const agents::World& world) {
  spells.resize(groups.size());
  const GroupIndex index(world.now, shape);
  for (const Row row : world.jobless) {
    const std::uint32_t cell = index.of(world.workers.records()[row.index()]);
    ++spells[cell][spell_band_of(world.now - world.workers.spell_start[row])];
  }
}

void Census::distribute(std::vector<Keyed>&& earners) {
  EnumArray<Partition, std::vector<double>> members;
  if (!is_broken_down) {
    distribution = IncomeDistribution(std::move(earners), groups, members);
    return;
  }
  for (const Partition partition : all_of_enum<Partition>()) {
    std::uint16_t last = 0;
    for (const CellGroups& cell : groups) last = std::max(last, cell[partition]);
    members[partition].assign(std::size_t{last} + 1, 0.0);
    for (std::size_t cell = 0; cell < groups.size(); ++cell) {
      members[partition][groups[cell][partition]] +=
          static_cast<double>(incomes[cell][IncomeQuantity::persons]);
    }
  }
  distribution = IncomeDistribution(std::move(earners), groups, members);
}

void Census::count_persons(const agents::World& world, std::size_t first,
                           std::span<const std::uint32_t> cells) {
  const auto* state = rows_from(world.workers.state, first);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    ++persons[cells[i] * state_count + index_of(state[i])];
  }
  // Other than regular work is rare, and looking for it is cheap.
  const auto* form = rows_from(world.workers.form, first);
  if (std::all_of(form, form + cells.size(), is_regular)) return;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Row row{first + i};
    if (!is_regular(form[i]) && agents::is_employed(state[i])) {
      ++forms[world.workers.league[row].index()][form[i]];
    }
  }
}

void Census::count_regular() {
  const std::size_t regions = forms.size();
  std::vector<std::int32_t> stock(regions * state_count, 0);
  sum_persons(*this, std::array{Axis::region, Axis::state}, stock);
  for (std::size_t r = 0; r < regions; ++r) {
    std::int32_t& regular = forms[r][agents::Form::regular];
    for (const agents::Sector sector : all_of_enum<agents::Sector>()) {
      regular += stock[r * state_count + index_of(agents::employed_in(sector))];
    }
    for (const agents::Form form : all_of_enum<agents::Form>()) {
      if (!is_regular(form)) regular -= forms[r][form];
    }
  }
}

void Census::add_incomes(const agents::World& world, std::size_t first,
                         std::span<const std::uint32_t> cells, std::vector<Keyed>& earners) {
  std::array<std::uint32_t, block_rows> chosen{};
  const std::size_t count = choose_for_income(world, first, std::span(chosen).first(cells.size()));
  const agents::Workers& w = world.workers;
  const Fen line = agents::household_assistance_line(world);
  for (std::size_t k = 0; k < count; ++k) {
    const Row row{first + chosen[k]};
    const std::uint32_t cell = cells[chosen[k]];
    const Fen income = agents::monthly_income(world, row);
    expect(income >= 0 && income <= largest_income, "incomes are sorted as 32-bit numbers");
    const bool employed = agents::is_employed(w.state[row]);
    Income& sums = incomes[cell];
    sums[IncomeQuantity::persons] += 1;
    sums[IncomeQuantity::pay_fen] += employed ? income : 0;
    sums[IncomeQuantity::income_fen] += income;
    sums[IncomeQuantity::employed] += employed ? 1 : 0;
    sums[IncomeQuantity::below_assistance_line] += income < line ? 1 : 0;
    earners.push_back({static_cast<std::uint32_t>(income), cell});
    if (w.last_event[row] != Workers::no_event) continue;
    Undisplaced& peers = undisplaced[cell];
    ++peers.persons;
    peers.income += income;
    peers.experience +=
        agents::experience_factor(world.tables(), agents::age_years(w.birth[row], world.now));
  }
}

}  // namespace jtsim::output
