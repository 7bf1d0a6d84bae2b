// Outcomes of the Decembers: who has what, who lives below the line, who is long without work.
#include <fmt/format.h>

#include "base/inequality.hpp"
#include "output/census.hpp"
#include "output/distribution_outcomes.hpp"

namespace jtsim::output {

namespace {

constexpr std::size_t measures = enum_size<InequalityQuantity>;

/// How a measure is called in outcomes; money is in yuan there.
struct Measure {
  InequalityQuantity quantity;
  std::string_view name;
  bool is_money = false;
};
constexpr std::array<Measure, 9> measures_of_all{{
    {InequalityQuantity::mean_fen, "mean_yuan", true},
    {InequalityQuantity::p10_fen, "p10_yuan", true},
    {InequalityQuantity::p50_fen, "p50_yuan", true},
    {InequalityQuantity::p90_fen, "p90_yuan", true},
    {InequalityQuantity::gini, "gini"},
    {InequalityQuantity::theil, "theil"},
    {InequalityQuantity::p90_p10, "p90_p10"},
    {InequalityQuantity::palma, "palma"},
    {InequalityQuantity::below_assistance_line, "below_assistance_line"},
}};

/// The measures in one row of an array.
void add_measures(OutcomeList& list, const double* row, const std::string& prefix, int year) {
  const double persons = row[index_of(InequalityQuantity::persons)];
  for (const Measure& measure : measures_of_all) {
    const double value = row[index_of(measure.quantity)];
    list.add({fmt::format("inequality.{}{}.{}", prefix, measure.name, year),
              measure.is_money ? yuan_of(value) : value, persons});
  }
}

void add_by_group(OutcomeList& list, const Grouping& grouping, std::size_t december, int year) {
  const auto* rows = list.values<double>("inequality" + grouping.suffix);
  const std::size_t groups = grouping.prefixes.size();
  for (std::size_t g = 0; g < groups; ++g) {
    add_measures(list, rows->data() + (december * groups + g) * measures, grouping.prefixes[g],
                 year);
  }
}

void add_theil_parts(OutcomeList& list, std::size_t december, int year) {
  const auto* parts = list.values<double>("theil_parts");
  for (const Partition partition : all_of_enum<Partition>()) {
    for (const TheilPart part : all_of_enum<TheilPart>()) {
      const std::size_t at =
          (december * enum_size<Partition> + index_of(partition)) * enum_size<TheilPart> +
          index_of(part);
      list.add({fmt::format("theil_{}.{}.{}", identifier(part), identifier(partition), year),
                (*parts)[at]});
    }
  }
}

void add_lorenz(OutcomeList& list, std::size_t december, int year) {
  const auto* shares = list.values<double>("lorenz");
  const std::size_t first = december * enum_size<Population> * lorenz_percents.size();
  for (std::size_t k = 0; k < lorenz_percents.size(); ++k)
    list.add({fmt::format("lorenz.{}.{}", lorenz_percents[k], year), (*shares)[first + k]});
}

/// Mean income and mean pay of the groups of a partition against those of its reference group.
void add_gaps(OutcomeList& list, Partition partition, std::size_t december, int year) {
  const auto reference = reference_group(partition);
  const Grouping grouping = by_groups(list, partition);
  const auto* sums = list.values<std::int64_t>("income" + grouping.suffix);
  if (!reference || sums == nullptr) return;
  const std::size_t groups = grouping.prefixes.size();
  const auto sum = [&](std::size_t group, IncomeQuantity quantity) {
    const std::size_t row = (december * groups + group) * enum_size<IncomeQuantity>;
    return static_cast<double>((*sums)[row + index_of(quantity)]);
  };
  const auto add = [&](std::string_view what, IncomeQuantity money, IncomeQuantity heads) {
    const double base = quotient(sum(*reference, money), sum(*reference, heads));
    for (std::size_t g = 0; g < groups; ++g) {
      if (g == *reference) continue;
      const double mean = quotient(sum(g, money), sum(g, heads));
      const std::string name = fmt::format("gap.{}{}", grouping.prefixes[g], what);
      const double persons = std::min(sum(g, heads), sum(*reference, heads));
      list.add({fmt::format("{}_ratio.{}", name, year), quotient(mean, base), persons});
      list.add({fmt::format("{}_difference_yuan.{}", name, year), yuan_of(mean - base), persons});
    }
  };
  add("income", IncomeQuantity::income_fen, IncomeQuantity::persons);
  add("pay", IncomeQuantity::pay_fen, IncomeQuantity::employed);
}

/// The share of those without work who have been so for twelve months and more.
void add_long_term(OutcomeList& list, const Grouping& grouping, std::size_t december, int year) {
  const auto* spells = list.values<std::int32_t>("unemployment_spell" + grouping.suffix);
  if (spells == nullptr) return;
  constexpr std::size_t bands = enum_size<SpellBand>;
  for (std::size_t g = 0; g < grouping.prefixes.size(); ++g) {
    const std::int32_t* row = spells->data() + (december * grouping.prefixes.size() + g) * bands;
    double all = 0;
    double long_term = 0;
    for (std::size_t band = 0; band < bands; ++band) {
      all += row[band];
      if (band >= index_of(SpellBand::from_12m)) long_term += row[band];
    }
    list.add({fmt::format("long_term_unemployment.{}share.{}", grouping.prefixes[g], year),
              quotient(long_term, all), all});
  }
}

}  // namespace

void add_inequality(OutcomeList& list) {
  const auto* rows = list.values<double>("inequality");
  if (rows == nullptr) return;
  const Coordinate& years = list.axis(Axis::stock_year);
  for (std::size_t y = 0; y < years.size(); ++y) {
    const int year = years.numbers[y];
    const double* row = rows->data() + y * enum_size<Population> * measures;
    add_measures(list, row + index_of(Population::below_pension) * measures, "", year);
    add_theil_parts(list, y, year);
    add_long_term(list, everybody(), y, year);
    if (!is_shown_by_group(years, y)) continue;
    add_measures(list, row + index_of(Population::retired) * measures, "retired.", year);
    add_lorenz(list, y, year);
    for (const Grouping& grouping : all_partitions(list)) {
      add_by_group(list, grouping, y, year);
      add_long_term(list, grouping, y, year);
    }
    for (const Partition partition : all_of_enum<Partition>()) add_gaps(list, partition, y, year);
  }
}

}  // namespace jtsim::output
