// Steps of the equations.
#include "agents/urn_expected.hpp"

#include <numeric>

namespace jtsim::agents {

MarketWeights urn_weights(const UrnInputs& inputs) {
  const std::size_t n = inputs.count();
  MarketWeights weights;
  weights.cells = {n, 1};
  weights.attraction.assign(n, 1.0);
  weights.open_to_background.assign(n, true);
  weights.reach = weights.reach_into = {1, {1.0}};
  weights.proximity = {n, std::vector<double>(n * n, 1.0)};
  if (!inputs.is_complete()) weights.proximity = inputs.proximity;
  weights.proximity_into = weights.proximity;
  for (std::size_t from = 0; from < n; ++from) {
    for (std::size_t to = 0; to < n; ++to)
      weights.proximity_into(to, from) = weights.proximity(from, to);
  }
  return weights;
}

UrnExpectation::UrnExpectation(const UrnInputs& inputs)
    : inputs_(inputs),
      weights_(urn_weights(inputs)),
      stocks_(initial_stocks(inputs)),
      demand_(target_demand(inputs, stocks_)),
      finding_(inputs.count(), 0.0),
      hired_(inputs.count(), 0.0),
      separated_(inputs.count(), 0.0),
      by_spell_(static_cast<std::size_t>(inputs.long_term_steps()),
                std::vector<double>(inputs.count(), 0.0)) {
  by_spell_.front() = stocks_.unemployed;
}

void UrnExpectation::advance() {
  demand_.move_to(step_++);
  match();
  move_posts();
  age_spells();
}

void UrnExpectation::match() {
  constexpr double intensity = 1;
  set_flows(weights_, {stocks_.vacancies, stocks_.unemployed}, intensity, flows_);
  job_finding(weights_, flows_, intensity, scratch_, finding_);
  for (std::size_t i = 0; i < hired_.size(); ++i)
    hired_[i] = stocks_.vacancies[i] * chance_of_applicant(flows_.per_vacancy[i]);
}

void UrnExpectation::move_posts() {
  for (std::size_t i = 0; i < hired_.size(); ++i) {
    double& employed = stocks_.employed[i];
    double& vacancies = stocks_.vacancies[i];
    const UrnHazards hazards = urn_hazards(inputs_.settings, employed, vacancies, demand_.now()[i]);
    separated_[i] = employed * hazards.separation;
    vacancies += employed * hazards.opening - hired_[i];
    employed += hired_[i] - separated_[i];
    stocks_.unemployed[i] += separated_[i] - stocks_.unemployed[i] * finding_[i];
  }
}

void UrnExpectation::age_spells() {
  for (std::size_t i = 0; i < hired_.size(); ++i) {
    const double staying = 1 - finding_[i];
    double& longest = by_spell_.back()[i];
    longest *= staying;
    for (std::size_t k = by_spell_.size() - 1; k > 0; --k) {
      const double older = by_spell_[k - 1][i] * staying;
      by_spell_[k][i] = k + 1 == by_spell_.size() ? longest + older : older;
    }
    by_spell_.front()[i] = by_spell_.size() == 1 ? longest + separated_[i] : separated_[i];
  }
}

double UrnExpectation::long_term_unemployed() const {
  return std::accumulate(by_spell_.back().begin(), by_spell_.back().end(), 0.0);
}

}  // namespace jtsim::agents
