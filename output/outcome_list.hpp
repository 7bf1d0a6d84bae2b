// What the makers of outcomes share: the arrays of a replicate, and the list that figures go to.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/money.hpp"
#include "output/no_value.hpp"
#include "output/outcomes.hpp"

namespace jtsim::output {

/// Figures of one replicate in the making.
class OutcomeList {
 public:
  OutcomeList(const Layout& layout, const ReplicateResult& result, std::vector<Outcome>& outcomes)
      : layout_(layout), result_(result), outcomes_(outcomes) {}

  const Coordinate& axis(Axis a) const { return layout_.axes()[a]; }
  std::size_t size(Axis a) const { return layout_.axes().size(a); }
  template <class T>
  const std::vector<T>* values(std::string_view series) const {
    return find_values<T>(layout_, result_, series);
  }
  void add(Outcome outcome) { outcomes_.push_back(std::move(outcome)); }

 private:
  const Layout& layout_;
  const ReplicateResult& result_;
  std::vector<Outcome>& outcomes_;
};

/// Of the arrays of one set of groups: all persons, the groups of a partition, or these by league.
struct Grouping {
  /// "", "_by_sex", "_pair_sex_region": what follows the name of a series.
  std::string suffix;
  /// "", "sex.male.", "sex_region.male.ordos.": what goes before the measure in an outcome; one for
  /// every group, in the order of the arrays.
  std::vector<std::string> prefixes;
};

Grouping everybody();
Grouping by_groups(const OutcomeList& list, Partition partition);
Grouping by_pairs(const OutcomeList& list, Partition partition);

/// Persons, or the five partitions, or these and the four with league.
std::vector<Grouping> all_partitions(const OutcomeList& list);
std::vector<Grouping> all_pairs(const OutcomeList& list);

/// Whom the groups of a partition are compared with: men, the first ethnicity of the table, ages 35
/// to 44, the lowest education; none for leagues.
std::optional<std::size_t> reference_group(Partition partition);

/// No value unless b > 0.
inline double quotient(double a, double b) { return b > 0 ? a / b : no_value; }

/// Yuan from a real number of fen.
inline double yuan_of(double fen) { return fen / static_cast<double>(fen_per_yuan); }

/// Years whose breakdowns are outcomes: the first and the last December, and every fifth year.
bool is_shown_by_group(const Coordinate& stock_years, std::size_t position);

}  // namespace jtsim::output
