// Sums of a census over the axes that a breakdown leaves out.
#include <algorithm>

#include "base/error.hpp"
#include "output/census.hpp"

namespace jtsim::output {

namespace {

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

/// Sums tables of an enum by the axes `kept`, the enum last.
template <class T, class Cells>
void sum_cells(const Census& census, const Cells& cells, std::span<const Axis> kept,
               std::span<T> out) {
  const auto steps = steps_in(census, kept);
  for_each_cell(census, std::span(steps).first(steps.size() - 1),
                [&](std::size_t group, std::size_t position) {
                  const auto& values = cells[group].values;
                  T* to = out.data() + position * values.size();
                  for (std::size_t q = 0; q < values.size(); ++q) to[q] += values[q];
                });
}

}  // namespace

void sum_persons(const Census& census, std::span<const Axis> kept, std::span<std::int32_t> out) {
  const auto steps = steps_in(census, kept);
  for_each_cell(census, steps, [&](std::size_t cell, std::size_t position) {
    out[position] += census.persons[cell];
  });
}

void sum_incomes(const Census& census, std::span<const Axis> kept, std::span<std::int64_t> out) {
  sum_cells(census, census.incomes, kept, out);
}

void sum_spells(const Census& census, std::span<const Axis> kept, std::span<std::int32_t> out) {
  sum_cells(census, census.spells, kept, out);
}

}  // namespace jtsim::output
