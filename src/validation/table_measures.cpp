// Ratios of factors, jobs by factors, and the law's ages.
#include "src/validation/table_measures.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "agents/growth.hpp"
#include "agents/retirement.hpp"

namespace jtsim::app {

std::vector<output::Outcome> table_measures(const agents::Inputs& inputs) {
  const agents::Tables& tables = inputs.tables;
  std::vector<output::Outcome> all;
  const auto add = [&all](std::string name, double value) {
    all.push_back({std::move(name), value});
  };
  const auto& spell = tables.hiring.spell_months;
  const auto mean_factor = [&](std::size_t first) {
    constexpr std::size_t months = 3;
    double sum = 0;
    for (std::size_t m = first; m < first + months; ++m)
      sum += spell[std::min(m, spell.size() - 1)];
    return sum / months;
  };
  add("table.spell_factor_ratio", mean_factor(8) / mean_factor(0));

  // China in 2023: wind running and built, MW (gk_wind_china_2023 in
  // configs/sources/references.csv).
  constexpr double running = 441e3;
  constexpr double built = 76e3;
  const auto& wind = tables.employment_factors[agents::Technology::wind];
  const double jobs = wind[agents::Stage::operation].jobs_per_mw * running +
                      (wind[agents::Stage::construction].jobs_per_mw +
                       wind[agents::Stage::manufacturing].jobs_per_mw) *
                          built;
  add("table.wind_jobs_china_2023",
      jobs * tables.employment_multiplier.at(Month::of(2023, Month::per_year)));

  const agents::RetirementRule& men = tables.retirement[index_of(agents::RetirementGroup::men)];
  double delays = 0;
  double reached = 0;
  for (Month birth = Month::of(1960, 1); birth < Month::of(1990, 1); birth = birth + 1) {
    const Month pension = agents::legal_retirement(men, birth);
    if (pension.year() != 2040) continue;
    delays += pension - agents::old_law_retirement(men, birth);
    reached += 1;
  }
  add("law.delay_years.men.2040", delays / (reached * Month::per_year));

  const agents::Growth growth(tables, inputs.start, inputs.end);
  for (int year = 2021; year <= std::min(2025, inputs.end.year()); ++year) {
    const Month june = Month::of(year, 6);
    add(fmt::format("table.mining_pay_yuan_of_the_day.{}", year),
        inputs.settings.income.mining_pay_yuan_per_year * growth.pay(june) * tables.cpi.at(june) /
            100);
  }
  return all;
}

}  // namespace jtsim::app
