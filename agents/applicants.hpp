// Where the background's applications go: expected numbers for all markets at once, from sums over
// occupations and over leagues in turn.
//
// A searcher of (occupation i, league r) sends one application with probability s and picks the
// market (j, r') with probability V_jr' A_ij R_rr' a_jr' / D_ir, where V are vacancies, A
// proximity, R reach, a attraction and D_ir the sum of the weights of all markets. Written with
//   pull_jr'     = V_jr' a_jr'              what a market weighs before the searcher,
//   seen_jr      = sum_r' R_rr' pull_jr'    an occupation as seen from a league,
//   D_ir         = sum_j  A_ij  seen_jr,
//   sent_ir      = s U_ir / D_ir,
//   arriving_jr  = sum_i  A_ij  sent_ir,
//   per_pull_jr' = sum_r  R_rr' arriving_jr,
// a market expects mu_jr' = pull_jr' x per_pull_jr' applicants and each of its vacancies
// mu_jr' / V_jr' = a_jr' x per_pull_jr', Poisson. Four small matrix products replace the sum over
// all pairs of cells.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "agents/market_weights.hpp"

namespace jtsim::agents {

/// What the month's market consists of; both by cell.
struct MarketStocks {
  std::span<const double> vacancies;
  std::span<const double> unemployed;
};

/// The quantities of the head of this file, all [occupation][league]. Kept from month to month, so
/// that nothing is allocated anew.
struct ApplicantFlows {
  std::vector<double> pull;
  std::vector<double> seen;
  /// D.
  std::vector<double> total;
  std::vector<double> sent;
  std::vector<double> arriving;
  std::vector<double> per_pull;
  /// Expected applicants of each single vacancy (the mean of a Poisson number); 0 in mining.
  std::vector<double> per_vacancy;
};

/// Sets all of `flows`. `intensity`: applications a month of one searcher.
void set_flows(const MarketWeights& weights, const MarketStocks& stocks, double intensity,
               ApplicantFlows& flows);

/// Probability that at least one of a Poisson number of applicants of mean `per_vacancy` comes.
double chance_of_applicant(double per_vacancy);

/// [cell] probability that a searcher of that origin is hired this month; `flows` as set for the
/// same stocks. Overwrites `scratch`.
void job_finding(const MarketWeights& weights, const ApplicantFlows& flows, double intensity,
                 ApplicantFlows& scratch, std::span<double> finding);

}  // namespace jtsim::agents
