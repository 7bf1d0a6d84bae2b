// The coordinate values of every axis of one run, taken from its scenario.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "agents/displacements.hpp"
#include "agents/inputs.hpp"
#include "agents/urn.hpp"
#include "output/axis.hpp"

namespace jtsim::output {

/// Which replicates a run holds: `first`, `first` + 1, ... (0-based numbers of the experiment).
struct ReplicateRange {
  std::uint32_t first = 0;
  std::uint32_t count = 1;
};

/// What a table calls a row: identifier and labels.
using agents::Name;

/// The values along one axis: either numbers or names.
struct Coordinate {
  std::vector<std::int32_t> numbers;
  std::vector<Name> names;
  /// Of the numbers, as CF spells it; empty for names.
  std::string_view units;

  std::size_t size() const { return names.empty() ? numbers.size() : names.size(); }
};

/// Months after displacement of the two-way tables.
inline constexpr std::array<int, 2> pair_horizons_months{12, 60};

inline constexpr std::string_view days_units = "days since 1970-01-01";

/// Days from 1970-01-01 to the last day of a month.
std::int32_t days_to_month_end(Month month);

/// All axes of one run. An axis may be empty (a scenario without mines or policies); `event` always
/// is: its length is known only when the run ends.
class Axes {
 public:
  Axes(const agents::Inputs& inputs, ReplicateRange replicates);
  /// Of the kind `urn`, whose time are steps; `quantity` are those of an occupation.
  Axes(const agents::UrnInputs& inputs, ReplicateRange replicates);

  const Coordinate& operator[](Axis axis) const { return coordinates_[axis]; }
  std::size_t size(Axis axis) const { return coordinates_[axis].size(); }
  ReplicateRange replicates() const { return replicates_; }
  Month start() const { return start_; }
  Month end() const { return end_; }

  /// Position of a month on `time`.
  std::size_t time_index(Month month) const { return static_cast<std::size_t>(month - start_); }
  /// Position of a month's calendar year on `year` (and `displaced_year`). `month` > start.
  std::size_t year_index(Month month) const;
  /// Position of a December on `stock_year`.
  std::size_t stock_year_index(Month december) const;

 private:
  void set_replicates();
  void set_years();
  void set_names(const agents::Inputs& inputs);

  EnumArray<Axis, Coordinate> coordinates_;
  ReplicateRange replicates_;
  Month start_;
  Month end_;
};

/// Identifier and both wordings of a text of ours.
Name name_of(std::string_view identifier, const Label& label);

/// Names of a compile-time list.
template <TabledEnum Enum>
std::vector<Name> names_of() {
  std::vector<Name> names;
  for (const Enum e : all_of_enum<Enum>()) {
    names.push_back(name_of(identifier(e), label(e)));
  }
  return names;
}

/// Age bands go by their years: "16-24", ..., "60+".
std::vector<Name> age_band_names();

}  // namespace jtsim::output
