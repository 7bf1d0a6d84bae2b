// Memory that the market uses afresh every month, kept so that little is allocated in a month.
#pragma once

#include <cstdint>
#include <vector>

#include "agents/applicants.hpp"
#include "base/ids.hpp"

namespace jtsim::agents {

/// One searcher's application of the month for one vacancy.
struct Application {
  Row row;
  WorkerId id = 0;
  std::uint32_t cell = 0;
  /// Which of the cell's vacancies, from 0.
  std::uint32_t slot = 0;
  /// How many times as often the vacancy hires this applicant as one of weight 1.
  double weight = 0;
  /// The smallest key of a vacancy is hired.
  double key = 0;
};

/// Contents mean nothing between two phases.
struct MarketScratch {
  /// [cell] stocks as real numbers.
  std::vector<double> vacancies;
  std::vector<double> unemployed;
  ApplicantFlows flows;
  /// [cell] first position of the cell's vacancies in the lists by vacancy; one more at the end.
  std::vector<std::uint32_t> first_vacancy;
  /// [vacancy] what settles its background applicants.
  std::vector<std::uint32_t> words;
  /// [vacancy] what settles the league and the occupation its background hire comes from.
  std::vector<std::uint32_t> league_words;
  std::vector<std::uint32_t> occupation_words;
  /// [vacancy] the best application by an agent.
  std::vector<std::uint32_t> best;
  /// [vacancy] within each cell, the slots whose vacancy has a background applicant.
  std::vector<std::uint32_t> slots;
  /// [cell] words below it mean: no background applicant.
  std::vector<std::uint32_t> no_applicant_below;
  /// By row ascending, with what multiplies their search, their ids and their words.
  std::vector<Row> searchers;
  std::vector<double> search_factors;
  std::vector<WorkerId> search_ids;
  std::vector<std::uint32_t> search_words;
  /// Those of them who apply this month.
  std::vector<Row> applicants;
  std::vector<Application> applications;
  /// Positions in that list, market by market, the smallest key first.
  std::vector<std::uint32_t> ranked;
  /// [vacancy] whether an applicant who chooses earlier has chosen it.
  std::vector<bool8> is_taken;
  /// Of those hired from the market the ones who change the league.
  std::vector<Row> moved;
  /// Shares of origins of those hired into one occupation, as limits of words.
  std::vector<std::uint32_t> origin_limits;
};

}  // namespace jtsim::agents
