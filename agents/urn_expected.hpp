// Expected numbers of the kind `urn`, by the same sums that the background's applicants come from.
#pragma once

#include "agents/applicants.hpp"
#include "agents/urn.hpp"

namespace jtsim::agents {

/// The equations of the model. An occupation's unemployed find work with one chance whatever their
/// spell, so the numbers by spell are exact too.
class UrnExpectation {
 public:
  /// `inputs` outlives it.
  explicit UrnExpectation(const UrnInputs& inputs);

  void advance();
  const UrnStocks& stocks() const { return stocks_; }
  double long_term_unemployed() const;

 private:
  /// f_ij = u_i q_ij (v_j/s_j) (1 - exp(-s_j/v_j)), summed over i and over j.
  void match();
  void move_posts();
  void age_spells();

  const UrnInputs& inputs_;
  MarketWeights weights_;
  ApplicantFlows flows_;
  ApplicantFlows scratch_;
  UrnStocks stocks_;
  TargetDemand demand_;
  int step_ = 0;
  /// [occupation] of the step.
  std::vector<double> finding_;
  std::vector<double> hired_;
  std::vector<double> separated_;
  /// [completed step ends - 1][occupation]; the last holds all longer spells.
  std::vector<std::vector<double>> by_spell_;
};

/// Weights of a market of one league where only proximity and vacancies count.
MarketWeights urn_weights(const UrnInputs& inputs);

}  // namespace jtsim::agents
