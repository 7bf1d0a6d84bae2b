// What the parts of an outcome's name are called in tables.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "output/tables/table.hpp"

namespace jtsim::output {

/// One of the measures that a table tells about the same persons.
struct MeasureName {
  std::string_view id;
  Unit unit;
  Label label;
};

/// A group, division or league that stands for all.
inline constexpr std::string_view all_id = "all";

/// How a place of a form heads a column, and whether numbers stand there.
struct KeyHeading {
  std::string_view place;
  Label heading;
  bool is_number = false;
};

/// Of every place that forms have. Throws LogicFault for others.
const KeyHeading& key_heading(std::string_view place);

/// The cells of keys in one run.
class KeyNames {
 public:
  /// `axes` outlives it.
  explicit KeyNames(const Axes& axes) : axes_(axes) {}

  /// Of what stands at a place. `partition` is what stands at the place of that name, which says
  /// whose groups are meant.
  Cell cell(std::string_view place, const std::string& id, const std::string& partition) const;
  /// Where a name has no such place.
  Cell absent(std::string_view place) const;

 private:
  Name in_list(std::string_view place, const std::string& id, const std::string& partition) const;

  const Axes& axes_;
};

/// The measure of this name, or null.
const MeasureName* find_measure(std::span<const MeasureName> measures, std::string_view id);

}  // namespace jtsim::output
