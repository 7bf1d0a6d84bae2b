// What persons and equations of the kind `urn` have in common.
#include "agents/urn.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace jtsim::agents {

namespace {

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

double ratio(double part, double whole) { return whole > 0 ? part / whole : 0.0; }

}  // namespace

int UrnInputs::long_term_steps() const {
  return static_cast<int>(std::ceil(settings.long_term_weeks / settings.step_weeks));
}

UrnStocks initial_stocks(const UrnInputs& inputs) {
  const UrnSettings& s = inputs.settings;
  const auto persons = [&](double value) {
    return s.mode == UrnMode::agents ? std::floor(value + 0.5) : value;
  };
  UrnStocks stocks;
  for (const UrnOccupation& occupation : inputs.occupations) {
    const double employed = persons(occupation.employment * s.workers_scale);
    stocks.employed.push_back(employed);
    stocks.unemployed.push_back(persons(s.du * employed));
    stocks.vacancies.push_back(persons(s.dv * employed));
  }
  return stocks;
}

TargetDemand target_demand(const UrnInputs& inputs, const UrnStocks& stocks) {
  TargetDemand::Given given{
      inputs.demand, inputs.settings.step_weeks, stocks.employed, {}, inputs.points};
  for (std::size_t i = 0; i < inputs.count(); ++i) {
    given.at_start[i] += stocks.unemployed[i];
    given.loss_share.push_back(inputs.occupations[i].loss_share);
  }
  return TargetDemand(std::move(given));
}

UrnHazards urn_hazards(const UrnSettings& settings, double employed, double vacancies,
                       double demand) {
  if (employed <= 0) return {};
  const double gap = employed + vacancies - demand;
  const double surplus = std::min(employed, settings.gu * std::max(0.0, gap)) / employed;
  const double missing = std::min(employed, settings.gv * std::max(0.0, -gap)) / employed;
  // Rounding must not lift a certain event above 1.
  return {std::min(1.0, settings.du + (1 - settings.du) * surplus),
          std::min(1.0, settings.dv + (1 - settings.dv) * missing)};
}

void UrnHistory::add(const UrnStocks& now, double long_term_unemployed) {
  const double employed = sum(now.employed);
  const double unemployed = sum(now.unemployed);
  const double vacancies = sum(now.vacancies);
  rates.push_back(ratio(unemployed, employed + unemployed));
  rates.push_back(ratio(vacancies, vacancies + employed));
  rates.push_back(ratio(long_term_unemployed, employed + unemployed));
  for (std::size_t i = 0; i < now.employed.size(); ++i) {
    stocks.push_back(now.employed[i]);
    stocks.push_back(now.unemployed[i]);
    stocks.push_back(now.vacancies[i]);
  }
}

}  // namespace jtsim::agents
