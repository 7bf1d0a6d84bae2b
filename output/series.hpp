// The one table of recorded series: what each array of the results file holds and how it is filled.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <variant>

#include "agents/urn.hpp"
#include "agents/world.hpp"
#include "configs/document.hpp"
#include "output/axes.hpp"
#include "output/census.hpp"
#include "output/event_key.hpp"
#include "output/no_value.hpp"

namespace jtsim::output {

/// What a fill function may look at, at a month's end.
struct Moment {
  const agents::Tallies& tallies;
  const Axes& axes;
  /// Null in runs that have none; only series that are recorded in every kind are filled there.
  const agents::World* world = nullptr;
  /// The head counts of a December; null in other months.
  const Census* census = nullptr;
  /// What is known of each displacement when the run ends; null before.
  const std::vector<EventKey>* events = nullptr;
  /// Of the kind `urn`, at the end of its run.
  const agents::UrnHistory* urn = nullptr;
};

/// When a series is filled, and which part of its array (without `replicate`).
enum class When : std::uint8_t {
  month_end,     ///< every month from the initial state on: the month's part, axis `time` first
  year_end,      ///< the last month of every year after the start: the year's part, `year` first
  december_end,  ///< every December: the December's part, axis `stock_year` first
  run_end,       ///< once, after the last month: the whole array
};

/// Which kinds of scenario a series belongs to.
enum class Kinds : std::uint8_t {
  transition,  ///< `transition` only
  every,       ///< `transition` and `markov`: it is filled from the tallies alone
  urn,         ///< `urn` only: it is filled from the history alone
};

/// Fills one part of a series, which comes zeroed. The element type decides the type in the file.
template <class T>
using Fill = void (*)(const Moment&, std::span<T>);
using AnyFill = std::variant<Fill<std::int32_t>, Fill<std::int64_t>, Fill<double>>;

/// The axes of a series after `replicate`.
struct AxisList {
  static constexpr std::size_t maximum = 6;

  constexpr AxisList(std::initializer_list<Axis> list) {
    for (const Axis axis : list) axes[count++] = axis;
  }
  constexpr const Axis* begin() const { return axes.data(); }
  constexpr const Axis* end() const { return axes.data() + count; }
  constexpr std::size_t size() const { return count; }

  std::array<Axis, maximum> axes{};
  std::size_t count = 0;
};

struct Series {
  std::string_view name;
  AxisList axes;
  std::string_view unit;
  Label meaning;
  When when;
  AnyFill fill;
  Kinds kinds = Kinds::transition;
};

/// Whether a scenario of this kind records a series of these kinds.
bool records(configs::ScenarioKind kind, Kinds kinds);

/// All series in the order of the file. To add one: a line in a series_*.cpp and its
/// fill function.
std::span<const Series> all_series();

}  // namespace jtsim::output
