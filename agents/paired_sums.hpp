// What is summed over persons who live through two worlds with the same luck: measures,
// populations, groups.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "agents/enum_labels.hpp"
#include "agents/tables.hpp"

namespace jtsim::agents {

/// What is measured of one person in each of two worlds, from a reference month on (0: the month
/// itself). `in_work_*`: in work at the end of that month, 1 or 0. The others cover the months 0 to
/// `watched_months` - 1; `income` in fen.
enum class PairedMeasure : std::uint8_t {
  in_work_3m,
  in_work_6m,
  in_work_12m,
  in_work_36m,
  in_work_60m,
  months_in_work,
  months_without_work,
  income,
};

/// A measure that is the state at one month.
struct PairedHorizon {
  int months;
  PairedMeasure measure;
};
inline constexpr std::array<PairedHorizon, 5> paired_horizons{{{3, PairedMeasure::in_work_3m},
                                                               {6, PairedMeasure::in_work_6m},
                                                               {12, PairedMeasure::in_work_12m},
                                                               {36, PairedMeasure::in_work_36m},
                                                               {60, PairedMeasure::in_work_60m}}};

/// Whose measures are summed. `displaced`: who is displaced in either world, from the first
/// displacement in either. `unserved`: those of them whom the policies in question have not served
/// by the month of measuring. `participants`: who is served by them in the policy world, from the
/// first service; `newcomers`: those of them whom the same policies have not served in the base
/// world by the month of measuring.
enum class PairedPopulation : std::uint8_t { displaced, unserved, participants, newcomers };

/// By what persons are grouped; age band and region as of the reference month.
enum class GroupKind : std::uint8_t { everyone, ethnicity, sex, age_band, education, region };

/// One measure summed over persons whose month of measuring is reached.
struct PairedSum {
  std::int64_t persons = 0;
  std::int64_t base = 0;
  std::int64_t policy = 0;
  /// Persons for whom the policy world's value is higher, and lower.
  std::int64_t higher = 0;
  std::int64_t lower = 0;

  void add(std::int64_t of_base, std::int64_t of_policy);
  bool operator==(const PairedSum&) const = default;
};

/// The groups of all kinds in one list: everyone, then the ethnicities, sexes, age bands, education
/// levels and regions in their orders.
class GroupList {
 public:
  explicit GroupList(const Tables& tables);

  std::size_t count() const { return first_.back(); }
  /// Position of the `index`-th group of a kind.
  std::size_t at(GroupKind kind, std::size_t index) const { return first_[index_of(kind)] + index; }
  std::size_t size(GroupKind kind) const {
    return first_[index_of(kind) + 1] - first_[index_of(kind)];
  }

 private:
  std::array<std::size_t, enum_size<GroupKind> + 1> first_{};
};

/// The groups one person belongs to, one of each kind.
using Memberships = EnumArray<GroupKind, std::uint16_t>;

/// [population][group][measure]
class PairedSums {
 public:
  explicit PairedSums(std::size_t groups)
      : groups_(groups), sums_(enum_size<PairedPopulation> * groups * enum_size<PairedMeasure>) {}

  const PairedSum& operator()(PairedPopulation population, std::size_t group,
                              PairedMeasure measure) const {
    return sums_[index(population, group, measure)];
  }
  /// Adds a person to all groups he belongs to. `value`: in the base world and in the policy world.
  void add(PairedPopulation population, const Memberships& memberships, PairedMeasure measure,
           std::array<std::int64_t, 2> value);

 private:
  std::size_t index(PairedPopulation population, std::size_t group, PairedMeasure measure) const {
    return (index_of(population) * groups_ + group) * enum_size<PairedMeasure> + index_of(measure);
  }

  std::size_t groups_;
  std::vector<PairedSum> sums_;
};

}  // namespace jtsim::agents

namespace jtsim {
template <>
inline constexpr std::array<Label, 8> labels_of<agents::PairedMeasure>{{
    tr("in work 3 months later"),
    tr("in work 6 months later"),
    tr("in work 12 months later"),
    tr("in work 36 months later"),
    tr("in work 60 months later"),
    tr("months in work within 60 months"),
    tr("months out of work within 60 months"),
    tr("income within 60 months"),
}};
template <>
inline constexpr std::array<Label, 4> labels_of<agents::PairedPopulation>{{
    tr("the displaced"),
    tr("the displaced who are not served"),
    tr("participants"),
    tr("participants whom the base run does not serve"),
}};
template <>
inline constexpr std::array<Label, 6> labels_of<agents::GroupKind>{{
    tr("everyone"),
    tr("ethnicity"),
    tr("sex"),
    tr("age band"),
    tr("education"),
    tr("league"),
}};
}  // namespace jtsim
