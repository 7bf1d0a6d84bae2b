// Finds the stationary state of the background market by fixed-point iteration.
#include "agents/balance.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

#include "agents/applicants.hpp"
#include "agents/demand.hpp"
#include "agents/fixed_point.hpp"
#include "base/apportion.hpp"
#include "base/error.hpp"
#include "base/log2.hpp"

namespace jtsim::agents {

namespace {

/// Change of every unknown, a binary logarithm, below which the iteration has arrived.
constexpr double tolerance = 1e-10;
constexpr int most_iterations = 2'000;
/// Share of vacancies that find an applicant, with which the iteration starts.
constexpr double first_filling = 0.7;

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

std::int64_t rounded(double value) { return static_cast<std::int64_t>(std::floor(value + 0.5)); }

/// How the persons of one sector spread over its cells: by occupation and population, but in new
/// energy by where its jobs are.
std::vector<double> sector_weights(const Inputs& inputs, const Cells& cells, Sector sector) {
  if (sector == Sector::new_energy) return new_energy_jobs(inputs, inputs.start);
  const Tables& tables = inputs.tables;
  std::vector<double> weight(cells.count(), 0.0);
  for (std::size_t cell = 0; cell < cells.count(); ++cell) {
    const Occupation& occupation = tables.occupations[cells.occupation(cell).index()];
    if (occupation.sector != sector) continue;
    weight[cell] =
        occupation.employment_share * tables.leagues[cells.league(cell).index()].population;
  }
  return weight;
}

void employ(const Inputs& inputs, const Cells& cells, Sector sector,
            std::vector<std::int32_t>& employed) {
  const Tables& tables = inputs.tables;
  const std::vector<double> weight = sector_weights(inputs, cells, sector);
  if (sum(weight) <= 0) return;
  const std::int64_t persons = rounded(tables.sectors[sector].employment);
  if (persons == 0) return;
  const auto share = apportion(persons, weight);
  for (std::size_t cell = 0; cell < cells.count(); ++cell) employed[cell] += share[cell];
}

std::vector<std::int32_t> employed_at_start(const Inputs& inputs, const Cells& cells) {
  std::vector<std::int32_t> employed(cells.count(), 0);
  for (const Sector sector : all_of_enum<Sector>()) {
    if (sector != Sector::mining) employ(inputs, cells, sector, employed);
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

/// The stationary state, as seen by the matching of a month: after the month's separations, before
/// its hires.
struct Stationary {
  std::vector<double> unemployed;
  std::vector<double> vacancies;
};

/// Looks for the binary logarithms of both stocks in all cells that have separations.
class Iteration {
 public:
  Iteration(const MarketWeights& weights, const std::vector<double>& separations,
            const Settings& settings)
      : weights_(weights),
        separations_(separations),
        intensity_(settings.search.search_intensity),
        searchers_(settings.population.registered_unemployed + sum(separations)),
        state_{separations, separations},
        finding_(separations.size()) {
    for (std::size_t cell = 0; cell < separations.size(); ++cell) {
      if (separations[cell] > 0) cells_.push_back(cell);
    }
    scale_to_searchers(state_.unemployed);
    for (double& v : state_.vacancies) v /= first_filling;
  }

  /// Iterates until no stock changes any more, relatively; false if that does not happen.
  bool arrive() {
    std::vector<double> x = logarithms(state_);
    FixedPoint fixed_point(x.size());
    for (int i = 0; i < most_iterations; ++i) {
      set_state(x);
      const double residual = fixed_point.advance(x, logarithms(answer()));
      if (residual < tolerance) return true;
      if (std::isinf(residual)) return false;
    }
    return false;
  }

  const Stationary& state() const { return state_; }

 private:
  /// The stocks that would make every flow right, given the chances that the present ones imply.
  Stationary answer() {
    set_flows(weights_, {state_.vacancies, state_.unemployed}, intensity_, flows_);
    job_finding(weights_, flows_, intensity_, scratch_, finding_);
    Stationary result{separations_, separations_};
    for (const std::size_t cell : cells_) {
      result.unemployed[cell] /= finding_[cell];
      result.vacancies[cell] /= chance_of_applicant(flows_.per_vacancy[cell]);
    }
    scale_to_searchers(result.unemployed);
    return result;
  }

  void scale_to_searchers(std::vector<double>& unemployed) const {
    const double factor = searchers_ / sum(unemployed);
    for (double& u : unemployed) u *= factor;
  }

  std::vector<double> logarithms(const Stationary& stocks) const {
    std::vector<double> x;
    for (const std::size_t cell : cells_) {
      x.push_back(log2_fixed(stocks.unemployed[cell]));
      x.push_back(log2_fixed(stocks.vacancies[cell]));
    }
    return x;
  }

  void set_state(const std::vector<double>& x) {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      state_.unemployed[cells_[i]] = exp2_fixed(x[2 * i]);
      state_.vacancies[cells_[i]] = exp2_fixed(x[2 * i + 1]);
    }
  }

  const MarketWeights& weights_;
  const std::vector<double>& separations_;
  double intensity_;
  double searchers_;
  std::vector<std::size_t> cells_;
  Stationary state_;
  std::vector<double> finding_;
  ApplicantFlows flows_;
  ApplicantFlows scratch_;
};

[[noreturn]] void refuse(const char* key_path, const Label& what, Sentence allowed) {
  Problem problem;
  problem.key_path = key_path;
  problem.what = what;
  problem.allowed = std::move(allowed);
  throw InputError(std::move(problem));
}

/// Without more applications than hires no number of vacancies is enough.
void check_feasible(const Settings& settings, double separations) {
  const double searchers = settings.population.registered_unemployed + separations;
  if (settings.search.search_intensity * searchers > separations) return;
  refuse("search.search_intensity",
         tr("with so few applications the unemployed cannot find work as often as "
            "population.reemployment_per_month says"),
         {tr("more than {:f}"), separations / searchers});
}

Stationary stationary(const MarketWeights& weights, const std::vector<double>& separations,
                      const Settings& settings) {
  check_feasible(settings, sum(separations));
  Iteration iteration(weights, separations, settings);
  if (iteration.arrive()) return iteration.state();
  refuse("tables", tr("the market outside coal does not come to a balance"),
         tr("proximities and distances that let searchers reach vacancies"));
}

}  // namespace

Balance balance(const Inputs& inputs) {
  const Tables& tables = inputs.tables;
  const PopulationSettings& population = inputs.settings.population;
  Balance result;
  result.weights = market_weights(inputs);
  const Cells& cells = result.weights.cells;
  result.employed = employed_at_start(inputs, cells);
  result.separation =
      separation_hazards(tables, cells, result.employed,
                         population.reemployment_per_month * population.registered_unemployed);
  result.unemployed.assign(cells.count(), 0);
  result.vacancies.assign(cells.count(), 0);

  std::vector<double> separations(cells.count());
  for (std::size_t cell = 0; cell < cells.count(); ++cell) {
    separations[cell] = result.employed[cell] * result.separation[cell];
  }
  if (sum(separations) <= 0) {
    // No work is lost and none is found: the unemployed are spread like the employed.
    const std::vector<double> like(result.employed.begin(), result.employed.end());
    if (sum(like) > 0)
      result.unemployed = apportion(rounded(population.registered_unemployed), like);
    return result;
  }
  Stationary found = stationary(result.weights, separations, inputs.settings);
  for (std::size_t cell = 0; cell < cells.count(); ++cell) {
    found.unemployed[cell] -= separations[cell];
  }
  result.unemployed = apportion(rounded(population.registered_unemployed), found.unemployed);
  result.vacancies = apportion(rounded(sum(found.vacancies)), found.vacancies);
  return result;
}

}  // namespace jtsim::agents
