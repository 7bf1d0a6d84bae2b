// Checks that many tables share: names that exist, rows that are there once, shares that add up,
// points of a path in order.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "agents/tables.hpp"
#include "configs/csv_table.hpp"
#include "configs/value_text.hpp"

namespace jtsim::configs {

/// Shares add to 1 within this.
inline constexpr double sum_tolerance = 1e-6;

/// The identifiers of one table, to look up in others.
class NameIndex {
 public:
  /// Anything with a `name.id`. `complete` false: the table was faulty, look-ups stay silent.
  template <class Items>
  NameIndex(const Items& items, bool complete) : complete_(complete) {
    for (const auto& item : items) add(item.name.id);
  }

  const std::vector<std::string>& ids() const { return ids_; }
  bool complete() const { return complete_; }
  /// Position of the identifier in a cell; none and a problem where there is no such row.
  std::optional<std::size_t> find(const CsvTable& table, std::size_t row, std::string_view column,
                                  Problems& problems) const;

 private:
  void add(const std::string& id);

  std::vector<std::string> ids_;
  std::unordered_map<std::string, std::size_t> positions_;
  bool complete_;
};

/// The text of a cell; the column exists.
const std::string& cell_text(const CsvTable& table, std::size_t row, std::string_view column);

/// A problem at one cell, under the key "<table>.<column>".
void report(const CsvTable& table, std::size_t row, std::string_view column, const Fault& fault,
            Problems& problems);
/// A problem of a whole column, or of the table when `column` is empty.
void report(const CsvTable& table, std::string_view column, const Fault& fault, Problems& problems);

/// Identifiers of the column `id`: well formed, each once, at most `most`, at least one. Whether
/// they are; empty cells are none, but were reported when the rows were read.
bool check_ids(const CsvTable& table, std::size_t most, Problems& problems);

/// No two rows agree in all of `columns`.
void check_unique(const CsvTable& table, const std::vector<std::string>& columns,
                  Problems& problems);

/// Each of `texts` stands in `column` exactly once.
void check_each_once(const CsvTable& table, const std::string& column,
                     const std::vector<std::string>& texts, Problems& problems);

/// The values of `column` add to 1; `whose` says over what ("over leagues").
void check_sum_is_one(const CsvTable& table, std::string_view column, double sum,
                      const Sentence& whose, Problems& problems);

/// Adds a point to a path; reports one that is not later than the last. `column` holds the month or
/// year.
void add_point(agents::Path& path, Month month, double value, const CsvTable& table,
               std::size_t row, std::string_view column, Problems& problems);

/// One number that a long table (attribute, group, value) must give.
struct Slot {
  std::string attribute;
  std::string group;
  double* target;
  Interval valid;
  bool is_filled = false;
};

/// One slot per enumerator, grouped under their texts.
template <class Enum>
void add_slots(const std::string& attribute, EnumArray<Enum, double>& targets, Interval valid,
               std::vector<Slot>& slots) {
  const std::vector<std::string> groups = choices_of<Enum>();
  for (std::size_t i = 0; i < groups.size(); ++i)
    slots.push_back({attribute, groups[i], &targets.values[i], valid});
}

/// Fills every slot from the rows of a long table; reports rows without a slot, slots filled twice,
/// values out of range and slots left empty. `values[i]` belongs to row i.
void fill_slots(const CsvTable& table, std::span<const double> values, std::string_view column,
                std::vector<Slot> slots, Problems& problems);

}  // namespace jtsim::configs
