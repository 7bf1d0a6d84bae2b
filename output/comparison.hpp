// Gathers the replicates of a comparison and sums them up.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "configs/scenario_differences.hpp"
#include "output/axes.hpp"
#include "output/comparison_outcomes.hpp"

namespace jtsim::output {

/// Raised when the meaning or place of anything in comparison.json or comparison.h5 changes.
inline constexpr std::uint32_t comparison_format_version = 2;

/// One of the runs that are compared.
struct ComparedRun {
  /// Name of the run: that of its directory, made unique among the policy runs.
  std::string name;
  std::string directory;
  std::string label_zh;
  std::string label_en;
  std::string scenario_digest;
  /// From the base run; empty for the base run itself.
  configs::ScenarioDifferences differences;
};

/// What is compared, before any number is known.
struct ComparisonPlan {
  ComparedRun base;
  std::vector<ComparedRun> policies;
  /// Those that all runs have.
  ReplicateRange replicates;
  std::uint64_t seed = 0;
  /// Calendar years at whose ends persons in work are counted.
  std::vector<int> years;
  /// The groups in the order of `agents::GroupList`; identifiers "<kind>.<group>".
  std::vector<Name> groups;
  /// What rests on fewer persons on average is marked.
  int minimum_group = 10;
  int price_year = 0;
};

/// The plan's groups and years from the tables and months of a run.
std::vector<Name> group_names(const agents::Tables& tables);
std::vector<int> year_ends(Month start, Month end);

/// Displaced persons of one group in one replicate.
struct GroupValues {
  /// Displaced persons whose 12 months are over.
  double persons = 0;
  /// Of them, in work 12 months later only in the policy run, and only in the base run.
  double winners = 0;
  double losers = 0;
  /// [group outcome], and the persons behind each.
  std::vector<PairedValue> outcomes;
  std::vector<double> observed;
};

/// One policy run in one replicate.
struct SideValues {
  /// [effect], [measure], [group]
  std::vector<PairedValue> effects;
  std::vector<double> measures;
  /// Persons behind each effect and measure; NaN for those of the whole region.
  std::vector<double> effect_observed;
  std::vector<double> measure_observed;
  std::vector<GroupValues> groups;
  /// [year] persons in work in the region.
  std::vector<PairedValue> in_work;
};

/// Whom an outcome rests on. An outcome that rests on nobody in any replicate has no statistics,
/// even if it is a number of persons: nobody has reached the month that it is about.
struct Basis {
  /// Mean over all replicates; NaN for outcomes of the whole region.
  double persons = 0;
  /// Fewer than `minimum_group`.
  bool is_small = false;
};

/// Statistics of one policy run; the vectors as in `SideValues`.
struct SideStatistics {
  std::vector<EffectStatistics> effects;
  std::vector<MeanStatistics> measures;
  std::vector<Basis> effect_bases;
  std::vector<Basis> measure_bases;
  std::vector<RatioStatistics> costs;
  struct Group {
    MeanStatistics persons;
    MeanStatistics winners;
    MeanStatistics losers;
    std::vector<EffectStatistics> outcomes;
    std::vector<Basis> bases;
    bool is_small = false;
  };
  std::vector<Group> groups;
  std::vector<EffectStatistics> in_work;
};

/// The replicates of a comparison, added in any order from any thread; what comes out depends on
/// neither.
class Comparison {
 public:
  explicit Comparison(ComparisonPlan plan) : plan_(std::move(plan)) {}

  const ComparisonPlan& plan() const { return plan_; }
  void add(const PairedReplicate& replicate);

  /// [replicate][policy run], ascending. Not while replicates are added.
  const std::map<std::uint32_t, std::vector<SideValues>>& values() const { return values_; }
  /// Of one policy run.
  SideStatistics statistics(std::size_t side) const;

 private:
  ComparisonPlan plan_;
  std::mutex mutex_;
  std::map<std::uint32_t, std::vector<SideValues>> values_;
};

}  // namespace jtsim::output
