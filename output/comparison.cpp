// From paired replicates to outcomes, and from outcomes to statistics.
#include "output/comparison.hpp"

#include <fmt/format.h>

#include "output/no_value.hpp"

namespace jtsim::output {

namespace {

using agents::GroupKind;
using agents::PairedPopulation;

std::vector<Name> names_of_kind(GroupKind kind, const agents::Tables& tables) {
  const auto rows = [](const auto& table) {
    std::vector<Name> names;
    for (const auto& row : table) names.push_back(row.name);
    return names;
  };
  switch (kind) {
    case GroupKind::everyone:
      return {name_of("", tr("everyone"))};
    case GroupKind::ethnicity:
      return rows(tables.ethnicities);
    case GroupKind::sex:
      return names_of<agents::Sex>();
    case GroupKind::age_band:
      return age_band_names();
    case GroupKind::education:
      return names_of<agents::Education>();
    case GroupKind::region:
      return rows(tables.leagues);
  }
  return {};
}

GroupValues values_of_group(const PairedSide& side, std::size_t group) {
  GroupValues values;
  const agents::PairedSum& placed =
      side.sums(PairedPopulation::displaced, group, agents::PairedMeasure::in_work_12m);
  values.persons = static_cast<double>(placed.persons);
  values.winners = static_cast<double>(placed.higher);
  values.losers = static_cast<double>(placed.lower);
  for (const GroupOutcome& outcome : all_group_outcomes()) {
    const agents::PairedSum& sum = side.sums(PairedPopulation::displaced, group, outcome.measure);
    values.outcomes.push_back(per_person(sum, outcome.measure));
    values.observed.push_back(static_cast<double>(sum.persons));
  }
  return values;
}

SideValues values_of_side(const PairedView& view, std::size_t groups) {
  SideValues values;
  const auto persons = [&](Observed of) { return of == nullptr ? no_value : of(view); };
  for (const Effect& effect : all_effects()) {
    values.effects.push_back(effect.of(view));
    values.effect_observed.push_back(persons(effect.observed));
  }
  for (const Measure& measure : all_measures()) {
    values.measures.push_back(measure.of(view));
    values.measure_observed.push_back(persons(measure.observed));
  }
  for (std::size_t g = 0; g < groups; ++g) values.groups.push_back(values_of_group(view.side, g));
  for (std::size_t y = 0; y < view.base.at_year_end.size(); ++y) {
    values.in_work.push_back({static_cast<double>(view.base.at_year_end[y].both()),
                              static_cast<double>(view.side.totals.at_year_end[y].both())});
  }
  return values;
}

/// One policy run's replicates, ready for statistics of any of its figures.
class Columns {
 public:
  Columns(const std::map<std::uint32_t, std::vector<SideValues>>& values, std::size_t side) {
    for (const auto& [replicate, sides] : values) rows_.push_back(&sides[side]);
  }

  /// `of(row)` of every replicate.
  template <class Of>
  auto column(Of&& of) const {
    std::vector<std::decay_t<decltype(of(*rows_.front()))>> column;
    for (const SideValues* row : rows_) column.push_back(of(*row));
    return column;
  }
  template <class Of>
  EffectStatistics effect(Of&& of) const {
    return effect_statistics(column(of));
  }
  /// Without values if nobody is behind them.
  template <class Of>
  EffectStatistics effect(Of&& of, const Basis& basis) const {
    return basis.persons == 0 ? effect_statistics({}) : effect(of);
  }
  template <class Of>
  MeanStatistics mean(Of&& of) const {
    return mean_statistics(column(of));
  }
  template <class Of>
  MeanStatistics mean(Of&& of, const Basis& basis) const {
    return basis.persons == 0 ? mean_statistics({}) : mean(of);
  }
  template <class Of>
  Basis basis(Of&& persons, int minimum) const {
    const double all = mean(persons).mean;
    return {all, all < minimum};
  }

 private:
  std::vector<const SideValues*> rows_;
};

SideStatistics::Group group_statistics(const Columns& columns, std::size_t g, int minimum) {
  SideStatistics::Group group;
  group.persons = columns.mean([g](const SideValues& row) { return row.groups[g].persons; });
  group.winners = columns.mean([g](const SideValues& row) { return row.groups[g].winners; });
  group.losers = columns.mean([g](const SideValues& row) { return row.groups[g].losers; });
  for (std::size_t i = 0; i < all_group_outcomes().size(); ++i) {
    group.outcomes.push_back(
        columns.effect([g, i](const SideValues& row) { return row.groups[g].outcomes[i]; }));
    group.bases.push_back(columns.basis(
        [g, i](const SideValues& row) { return row.groups[g].observed[i]; }, minimum));
  }
  group.is_small = group.persons.mean < minimum;
  return group;
}

RatioStatistics cost_statistics(const Columns& columns, const SideStatistics& all,
                                const Cost& cost) {
  const auto differences = [&](std::string_view effect) {
    const std::size_t at = effect_index(effect);
    const bool is_known = all.effects[at].difference.replicates > 0;
    return columns.column([at, is_known](const SideValues& row) {
      return is_known ? row.effects[at].difference() : no_value;
    });
  };
  return ratio_statistics(differences(cost.spending), differences(cost.result));
}

}  // namespace

std::vector<Name> group_names(const agents::Tables& tables) {
  std::vector<Name> all;
  for (const GroupKind kind : all_of_enum<GroupKind>()) {
    for (const Name& name : names_of_kind(kind, tables)) {
      const std::string id = name.id.empty() ? std::string(identifier(kind))
                                             : fmt::format("{}.{}", identifier(kind), name.id);
      all.push_back({id, name.label_zh, name.label_en});
    }
  }
  return all;
}

std::vector<int> year_ends(Month start, Month end) {
  std::vector<int> years;
  for (Month month = start + 1; month <= end; month = month + 1) {
    if (month.is_year_end()) years.push_back(month.year());
  }
  return years;
}

void Comparison::add(const PairedReplicate& replicate) {
  std::vector<SideValues> sides;
  for (const PairedSide& side : replicate.sides)
    sides.push_back(values_of_side({replicate.base, side}, plan_.groups.size()));
  const std::scoped_lock lock(mutex_);
  values_[replicate.replicate] = std::move(sides);
}

SideStatistics Comparison::statistics(std::size_t side) const {
  const Columns columns(values_, side);
  SideStatistics all;
  for (std::size_t i = 0; i < all_effects().size(); ++i) {
    all.effect_bases.push_back(columns.basis(
        [i](const SideValues& row) { return row.effect_observed[i]; }, plan_.minimum_group));
    all.effects.push_back(columns.effect([i](const SideValues& row) { return row.effects[i]; },
                                         all.effect_bases.back()));
  }
  for (std::size_t i = 0; i < all_measures().size(); ++i) {
    all.measure_bases.push_back(columns.basis(
        [i](const SideValues& row) { return row.measure_observed[i]; }, plan_.minimum_group));
    all.measures.push_back(columns.mean([i](const SideValues& row) { return row.measures[i]; },
                                        all.measure_bases.back()));
  }
  for (const Cost& cost : all_costs()) all.costs.push_back(cost_statistics(columns, all, cost));
  for (std::size_t g = 0; g < plan_.groups.size(); ++g)
    all.groups.push_back(group_statistics(columns, g, plan_.minimum_group));
  for (std::size_t y = 0; y < plan_.years.size(); ++y) {
    all.in_work.push_back(columns.effect([y](const SideValues& row) { return row.in_work[y]; }));
  }
  return all;
}

}  // namespace jtsim::output
