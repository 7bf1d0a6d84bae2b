// One ascending pass over the sorted incomes serves all groups.
#include "output/income_distribution.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "agents/income.hpp"
#include "agents/statutory_payments.hpp"

namespace jtsim::output {

namespace {

/// Calls `visit(earner, income, income x ln(income))` for each, block by block.
template <class Visit>
void for_each_with_ln(std::span<const Keyed> earners, Visit&& visit) {
  constexpr std::size_t block = 512;
  std::array<double, block> incomes;
  std::array<double, block> own_ln;
  for (std::size_t first = 0; first < earners.size(); first += block) {
    const auto some = earners.subspan(first, std::min(block, earners.size() - first));
    for (std::size_t i = 0; i < some.size(); ++i) incomes[i] = some[i].key;
    times_own_ln(std::span(incomes).first(some.size()), std::span(own_ln).first(some.size()));
    for (std::size_t i = 0; i < some.size(); ++i) visit(some[i], incomes[i], own_ln[i]);
  }
}

}  // namespace

IncomeDistribution::IncomeDistribution(std::vector<Keyed>&& earners,
                                       std::span<const CellGroups> cells,
                                       const EnumArray<Partition, std::vector<double>>& persons) {
  distributions_.front() = Distribution(static_cast<double>(earners.size()));
  for (const Partition partition : all_of_enum<Partition>()) {
    first_[partition] = distributions_.size();
    count_[partition] = persons[partition].size();
    for (const double count : persons[partition]) distributions_.emplace_back(count);
  }
  std::vector<Keyed> scratch;
  radix_sort(earners, scratch);
  if (distributions_.size() == 1) {
    Distribution all = distributions_.front();
    for_each_with_ln(earners,
                     [&](Keyed, double income, double own_ln) { all.add(income, 1, own_ln); });
    distributions_.front() = all;
    return;
  }
  using Targets = std::array<Distribution*, enum_size<Partition>>;
  std::vector<Targets> targets(cells.size());
  for (std::size_t cell = 0; cell < cells.size(); ++cell) {
    for (const Partition partition : all_of_enum<Partition>()) {
      targets[cell][index_of(partition)] =
          &distributions_[first_[partition] + cells[cell][partition]];
    }
  }
  for_each_with_ln(earners, [&](Keyed earner, double income, double own_ln) {
    distributions_.front().add(income, 1, own_ln);
    for (Distribution* group : targets[earner.value]) group->add(income, 1, own_ln);
  });
}

std::span<const Distribution> IncomeDistribution::by(Partition partition) const {
  return std::span(distributions_).subspan(first_[partition], count_[partition]);
}

namespace {

constexpr std::size_t block_rows = 4096;

/// Positions, from row `first` on, of the retired; their number.
std::size_t choose_retired(const agents::World& world, std::size_t first,
                           std::span<std::uint32_t> chosen) {
  const agents::State* state = world.workers.state.all().data() + first;
  std::size_t count = 0;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    chosen[count] = static_cast<std::uint32_t>(i);
    count += state[i] == agents::State::retired ? 1U : 0U;
  }
  return count;
}

}  // namespace

Pensions pensions_of(const agents::World& world) {
  // A pension depends on relative pay alone, of which there are not many values: [relative pay] how
  // many draw it, and the row of one of them.
  constexpr std::size_t levels = std::size_t{std::numeric_limits<std::uint16_t>::max()} + 1;
  std::vector<std::uint32_t> persons(levels, 0);
  std::vector<std::uint32_t> rows(levels);
  std::array<std::uint32_t, block_rows> chosen{};
  std::size_t retired = 0;
  for (std::size_t first = 0; first < world.workers.size(); first += block_rows) {
    const std::size_t length = std::min(block_rows, world.workers.size() - first);
    const std::size_t count = choose_retired(world, first, std::span(chosen).first(length));
    for (std::size_t k = 0; k < count; ++k) {
      const Row row{first + chosen[k]};
      if (world.workers.retirement[row] > world.now) continue;
      ++retired;
      const std::uint16_t level = world.workers.relative_pay[row];
      ++persons[level];
      rows[level] = row.value;
    }
  }
  const Fen line = agents::household_assistance_line(world);
  Pensions pensions{Distribution(static_cast<double>(retired)), 0};
  for (std::size_t level = 0; level < levels; ++level) {
    if (persons[level] == 0) continue;
    const Fen pension = agents::monthly_pension(world, Row{std::size_t{rows[level]}});
    pensions.distribution.add(static_cast<double>(pension), persons[level]);
    if (pension < line) pensions.below_line += persons[level];
  }
  return pensions;
}

}  // namespace jtsim::output
