// Finds the stationary state of the background market by fixed-point iteration.
#include "agents/balance.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "agents/applicants.hpp"
#include "base/apportion.hpp"
#include "base/error.hpp"

namespace jtsim::agents {

namespace {

/// Relative change of every unknown below which the iteration has arrived.
constexpr double tolerance = 1e-10;
constexpr int most_iterations = 10'000;
/// Share of vacancies that find an applicant, with which the iteration starts.
constexpr double first_filling = 0.7;

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

std::int64_t rounded(double value) { return static_cast<std::int64_t>(std::floor(value + 0.5)); }

/// Persons of one sector over its cells.
void employ(const Tables& tables, const Cells& cells, Sector sector,
            std::vector<std::int32_t>& employed) {
  std::vector<double> weight(cells.count(), 0.0);
  for (std::size_t cell = 0; cell < cells.count(); ++cell) {
    const Occupation& occupation = tables.occupations[cells.occupation(cell).index()];
    if (occupation.sector != sector) continue;
    weight[cell] =
        occupation.employment_share * tables.leagues[cells.league(cell).index()].population;
  }
  const std::int64_t persons = rounded(tables.sectors[sector].employment);
  if (persons == 0) return;
  const auto share = apportion(persons, weight);
  for (std::size_t cell = 0; cell < cells.count(); ++cell) employed[cell] += share[cell];
}

std::vector<std::int32_t> employed_at_start(const Tables& tables, const Cells& cells) {
  std::vector<std::int32_t> employed(cells.count(), 0);
  for (const Sector sector : all_of_enum<Sector>()) {
    if (sector != Sector::mining) employ(tables, cells, sector, employed);
  }
  return employed;
}

/// Hazards that sum to `separations` persons a month over the employed.
std::vector<double> separation_hazards(const Tables& tables, const Cells& cells,
                                       const std::vector<std::int32_t>& employed,
                                       double separations) {
  std::vector<double> hazard(cells.count(), 0.0);
  double unscaled = 0;
  for (std::size_t cell = 0; cell < cells.count(); ++cell) {
    if (employed[cell] == 0) continue;
    const Occupation& occupation = tables.occupations[cells.occupation(cell).index()];
    const SectorRow& sector = tables.sectors[occupation.sector];
    hazard[cell] = sector.separation_weight * occupation.separation_factor * sector.urban_share;
    unscaled += employed[cell] * hazard[cell];
  }
  if (unscaled <= 0) return hazard;
  for (double& h : hazard) h = std::min(1.0, h * (separations / unscaled));
  return hazard;
}

/// The unknowns of the stationary state, as seen by the matching of a month: after the month's
/// separations, before its hires.
struct Stationary {
  std::vector<double> unemployed;
  std::vector<double> vacancies;
};

class Iteration {
 public:
  Iteration(const MarketWeights& weights, const std::vector<double>& separations,
            const Settings& settings)
      : weights_(weights),
        separations_(separations),
        intensity_(settings.search.search_intensity),
        searchers_(settings.population.registered_unemployed + sum(separations)),
        finding_(separations.size()) {
    state_.unemployed = separations;
    scale_to_searchers(state_.unemployed);
    state_.vacancies = separations;
    for (double& v : state_.vacancies) v /= first_filling;
  }

  /// One step, half way to where the present chances point. Returns the largest relative change.
  double step() {
    set_flows(weights_, {state_.vacancies, state_.unemployed}, intensity_, flows_);
    job_finding(weights_, flows_, intensity_, scratch_, finding_);
    std::vector<double> unemployed(separations_.size(), 0.0);
    double change = 0;
    for (std::size_t cell = 0; cell < separations_.size(); ++cell) {
      if (separations_[cell] <= 0) continue;
      unemployed[cell] = separations_[cell] / finding_[cell];
      const double filling = chance_of_applicant(flows_.per_vacancy[cell]);
      change = std::max(change, move(state_.vacancies[cell], separations_[cell] / filling));
    }
    scale_to_searchers(unemployed);
    for (std::size_t cell = 0; cell < separations_.size(); ++cell) {
      if (separations_[cell] <= 0) continue;
      change = std::max(change, move(state_.unemployed[cell], unemployed[cell]));
    }
    return change;
  }

  const Stationary& state() const { return state_; }

 private:
  static double move(double& value, double target) {
    const double change = std::abs(target / value - 1);
    value = (value + target) / 2;
    return change;
  }

  void scale_to_searchers(std::vector<double>& unemployed) const {
    const double factor = searchers_ / sum(unemployed);
    for (double& u : unemployed) u *= factor;
  }

  const MarketWeights& weights_;
  const std::vector<double>& separations_;
  double intensity_;
  double searchers_;
  std::vector<double> finding_;
  Stationary state_;
  ApplicantFlows flows_;
  ApplicantFlows scratch_;
};

/// Without more applications than hires no number of vacancies is enough.
void check_feasible(const Settings& settings, double separations) {
  const double searchers = settings.population.registered_unemployed + separations;
  const double applications = settings.search.search_intensity * searchers;
  if (applications > separations) return;
  throw InputError(Problem{{},
                           "search.search_intensity",
                           "with so few applications the unemployed cannot find work as often as "
                           "population.reemployment_per_month says",
                           "more than " + std::to_string(separations / searchers)});
}

Stationary stationary(const MarketWeights& weights, const std::vector<double>& separations,
                      const Settings& settings) {
  check_feasible(settings, sum(separations));
  Iteration iteration(weights, separations, settings);
  for (int i = 0; i < most_iterations; ++i) {
    if (iteration.step() < tolerance) return iteration.state();
  }
  throw InputError(Problem{{},
                           "tables",
                           "the market outside coal does not come to a balance",
                           "proximities and distances that let searchers reach vacancies"});
}

}  // namespace

Balance balance(const Inputs& inputs) {
  const Tables& tables = inputs.tables;
  const PopulationSettings& population = inputs.settings.population;
  Balance result;
  result.weights = market_weights(inputs);
  const Cells& cells = result.weights.cells;
  result.employed = employed_at_start(tables, cells);
  result.separation =
      separation_hazards(tables, cells, result.employed,
                         population.reemployment_per_month * population.registered_unemployed);
  result.unemployed.assign(cells.count(), 0);
  result.vacancies.assign(cells.count(), 0);

  std::vector<double> separations(cells.count());
  for (std::size_t cell = 0; cell < cells.count(); ++cell) {
    separations[cell] = result.employed[cell] * result.separation[cell];
  }
  if (sum(separations) <= 0) return result;
  Stationary found = stationary(result.weights, separations, inputs.settings);
  for (std::size_t cell = 0; cell < cells.count(); ++cell) {
    found.unemployed[cell] -= separations[cell];
  }
  result.unemployed = apportion(rounded(population.registered_unemployed), found.unemployed);
  result.vacancies = apportion(rounded(sum(found.vacancies)), found.vacancies);
  return result;
}

}  // namespace jtsim::agents
