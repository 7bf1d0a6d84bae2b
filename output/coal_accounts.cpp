// Sums of stocks, sector accounts and destinations by year.
#include "output/coal_accounts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include <fmt/format.h>

#include "agents/states.hpp"
#include "output/no_value.hpp"

namespace jtsim::output {

namespace {

using agents::AccountItem;
using agents::BackgroundItem;
using agents::Destination;
using agents::State;

bool is_retirement(Destination destination) {
  return destination == Destination::internal_retired || destination == Destination::retired;
}

/// Sums over the arrays of one results file, as means over replicates.
class Sums {
 public:
  explicit Sums(const StoredArrays& arrays)
      : arrays_(arrays),
        stock_(arrays.integers("stock")),
        background_(arrays.integers("background_stock")),
        account_(arrays.integers("sector_account")),
        destination_(arrays.integers("destination_by_region")) {}

  std::size_t leagues() const { return arrays_.axes().size(Axis::region); }
  std::vector<int> years() const {
    const auto& numbers = arrays_.axes()[Axis::year].numbers;
    return {numbers.begin(), numbers.end()};
  }

  double employed(std::size_t month, std::size_t league) const {
    return stock(month, league, State::employed_mining);
  }

  /// Agents and background.
  double unemployed(std::size_t month, std::size_t league) const {
    const std::size_t row = (month * leagues() + league) * enum_size<BackgroundItem>;
    return mean(background_, row + index_of(BackgroundItem::unemployed)) +
           stock(month, league, State::unemployed) + stock(month, league, State::in_training);
  }

  /// An item of mining in all months of a year.
  double account(std::size_t year, AccountItem item) const {
    double sum = 0;
    for (std::size_t m = 1; m <= Month::per_year; ++m) {
      const std::size_t month = year * Month::per_year + m;
      if (month >= arrays_.axes().size(Axis::time)) break;
      const std::size_t sector = index_of(agents::Sector::mining);
      sum += mean(account_, (month * enum_size<agents::Sector> + sector) * enum_size<AccountItem> +
                                index_of(item));
    }
    return sum;
  }

  /// Events of a year in a league whose destination at the `horizon`-th horizon is counted. NaN
  /// where some are not reached.
  double events(std::size_t year, std::size_t horizon, std::size_t league,
                const std::function<bool(Destination)>& counts) const {
    const std::size_t horizons = arrays_.axes().size(Axis::horizon);
    const std::size_t row =
        ((year * horizons + horizon) * leagues() + league) * enum_size<Destination>;
    double sum = 0;
    for (const Destination destination : all_of_enum<Destination>()) {
      const double events = mean(destination_, row + index_of(destination));
      if (destination == Destination::censored && events > 0) return no_value;
      if (counts(destination)) sum += events;
    }
    return sum;
  }

  std::size_t horizon_of(int months) const {
    const auto& numbers = arrays_.axes()[Axis::horizon].numbers;
    std::size_t k = 0;
    while (numbers[k] != months) ++k;
    return k;
  }

  /// The last month of a year that was simulated.
  std::size_t last_month(std::size_t year) const {
    return std::min((year + 1) * Month::per_year, arrays_.axes().size(Axis::time) - 1);
  }

 private:
  double stock(std::size_t month, std::size_t league, State state) const {
    return mean(stock_, (month * leagues() + league) * enum_size<State> + index_of(state));
  }
  double mean(const StoredArray& array, std::size_t position) const {
    double sum = 0;
    for (std::uint32_t r = 0; r < arrays_.replicates(); ++r)
      sum += static_cast<double>(array.of(r)[position]);
    return sum / arrays_.replicates();
  }

  const StoredArrays& arrays_;
  StoredArray stock_;
  StoredArray background_;
  StoredArray account_;
  StoredArray destination_;
};

CoalYear year_of(const Sums& sums, std::size_t year, std::size_t league) {
  constexpr int later = 12;
  const std::size_t month = sums.last_month(year);
  const std::size_t at_once = sums.horizon_of(0);
  const std::size_t after = sums.horizon_of(later);
  CoalYear y;
  y.year = sums.years()[year];
  y.employed = sums.employed(month, league);
  y.unemployed = sums.unemployed(month, league);
  y.hires = y.retirements = y.deaths = y.quits = no_value;
  y.searching = sums.events(year, at_once, league, [](Destination) { return true; });
  y.matched_instantly = sums.events(year, at_once, league, agents::is_work);
  y.matched_later = sums.events(year, after, league, agents::is_work) - y.matched_instantly;
  y.retired_instantly = sums.events(year, at_once, league, is_retirement);
  y.long_unemployed = sums.events(year, after, league, [](Destination destination) {
    return destination == Destination::unemployed_12m_plus;
  });
  return y;
}

CoalYear sum_of(const std::vector<CoalYear>& leagues) {
  CoalYear sum;
  for (const CoalYear& league : leagues) {
    sum.year = league.year;
    for (double CoalYear::*part : {&CoalYear::employed, &CoalYear::unemployed, &CoalYear::searching,
                                   &CoalYear::matched_instantly, &CoalYear::matched_later,
                                   &CoalYear::retired_instantly, &CoalYear::long_unemployed})
      sum.*part += league.*part;
  }
  return sum;
}

/// What the results hold for the region alone.
void add_flows(const Sums& sums, std::size_t year, CoalYear& y) {
  using enum AccountItem;
  y.hires = sums.account(year, entries) - sums.account(year, transferred_out);
  y.retirements = sums.account(year, retired) + sums.account(year, early_retired) +
                  sums.account(year, internally_retired);
  y.deaths = sums.account(year, died);
  y.quits = sums.account(year, quit);
}

/// A variable of the CSV.
struct Variable {
  const char* name;
  const char* unit;
  double CoalYear::*value;
};

constexpr std::array<Variable, 11> variables{{
    {"Employment|Coal Mining", "persons", &CoalYear::employed},
    {"Employment|Coal Mining|Hires", "persons/yr", &CoalYear::hires},
    {"Employment|Coal Mining|Retirements", "persons/yr", &CoalYear::retirements},
    {"Employment|Coal Mining|Deaths", "persons/yr", &CoalYear::deaths},
    {"Employment|Coal Mining|Quits", "persons/yr", &CoalYear::quits},
    {"Employment|Coal Mining|Searching", "persons/yr", &CoalYear::searching},
    {"Employment|Coal Mining|Matches|Instant", "persons/yr", &CoalYear::matched_instantly},
    {"Employment|Coal Mining|Matches|Delayed", "persons/yr", &CoalYear::matched_later},
    {"Employment|Coal Mining|Searching|Retired", "persons/yr", &CoalYear::retired_instantly},
    {"Unemployment|Coal Mining|Long-Term", "persons/yr", &CoalYear::long_unemployed},
    {"Unemployment", "persons", &CoalYear::unemployed},
}};

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string cell = "\"";
  for (const char c : text) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + "\"";
}

}  // namespace

std::vector<CoalAccount> coal_accounts(const StoredArrays& arrays) {
  const Sums sums(arrays);
  std::vector<CoalAccount> all(sums.leagues() + 1);
  for (std::size_t r = 0; r < sums.leagues(); ++r) {
    const Name& league = arrays.axes()[Axis::region].names[r];
    all[r + 1].league = league.id;
    all[r + 1].label = league.label_en;
  }
  for (std::size_t year = 0; year < sums.years().size(); ++year) {
    std::vector<CoalYear> leagues;
    for (std::size_t r = 0; r < sums.leagues(); ++r) leagues.push_back(year_of(sums, year, r));
    CoalYear region = sum_of(leagues);
    add_flows(sums, year, region);
    all.front().years.push_back(region);
    for (std::size_t r = 0; r < sums.leagues(); ++r) all[r + 1].years.push_back(leagues[r]);
  }
  return all;
}

std::string iamc_csv(const std::vector<CoalAccount>& accounts, const IamcNames& names) {
  std::string text = "Model,Scenario,Region,Variable,Unit";
  for (const CoalYear& year : accounts.front().years) text += fmt::format(",{}", year.year);
  text += "\n";
  for (const CoalAccount& account : accounts) {
    const std::string region =
        account.league.empty() ? names.region : names.region + "|" + account.label;
    for (const Variable& variable : variables) {
      // Flows into and out of mines are known for the region alone.
      if (!account.years.empty() && !account.league.empty() &&
          std::isnan(account.years.front().*(variable.value)))
        continue;
      text += fmt::format("{},{},{},{},{}", quoted(names.model), quoted(names.scenario),
                          quoted(region), variable.name, variable.unit);
      for (const CoalYear& year : account.years) {
        const double value = year.*(variable.value);
        text += std::isnan(value) ? "," : fmt::format(",{:.10g}", value);
      }
      text += "\n";
    }
  }
  return text;
}

}  // namespace jtsim::output
