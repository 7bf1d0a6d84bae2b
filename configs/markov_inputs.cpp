// What a scenario of kind `markov` gives to its engine.
#include "configs/markov_inputs.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "agents/transitions.hpp"
#include "configs/rows_markov.hpp"
#include "configs/table_checks.hpp"

namespace jtsim::configs {

namespace {

using agents::Education;
using agents::MarkovState;

void check_shares(const std::string& key, double sum, const Places& places, Problems& problems) {
  if (std::abs(sum - 1) <= sum_tolerance) return;
  problems.add({place_of(places, key), key, Sentence(tr("the shares add to {:.9g}"), sum),
                Sentence(tr("1 within {}"), sum_tolerance)});
}

void check_settings(const agents::MarkovSettings& settings, const Places& places,
                    Problems& problems) {
  double states = 0;
  for (const double share : settings.initial_shares.by_state()) states += share;
  check_shares("markov.initial_shares", states, places, problems);
  double educations = 0;
  for (const double share : settings.education_shares.by_education()) educations += share;
  check_shares("markov.education_shares", educations, places, problems);
  if (settings.oldest_age_years < settings.youngest_age_years) {
    const std::string key = "markov.oldest_age_years";
    problems.add({place_of(places, key), key, tr("is below youngest_age_years"), {}});
  }
}

std::vector<int> ages_of(const std::vector<MarkovRow>& rows) {
  std::vector<int> ages;
  for (const MarkovRow& row : rows) ages.push_back(row.age_from_years);
  std::sort(ages.begin(), ages.end());
  ages.erase(std::unique(ages.begin(), ages.end()), ages.end());
  return ages;
}

bool may_move(MarkovState from, MarkovState to) {
  return from != to && agents::is_legal(agents::state_of_markov[from], agents::state_of_markov[to]);
}

/// The states that may follow `from`.
Sentence legal_targets(MarkovState from) {
  std::vector<std::string_view> names;
  for (const MarkovState to : all_of_enum<MarkovState>()) {
    if (may_move(from, to)) names.push_back(identifier(to));
  }
  if (names.empty()) return tr("no row may begin there");
  return Sentence(fmt::format("{}", fmt::join(names, " | ")));
}

/// What is wrong with a move itself, whatever its probability.
std::optional<Fault> fault_of_move(const MarkovRow& row) {
  if (may_move(row.from, row.to)) return std::nullopt;
  if (row.from == row.to)
    return Fault{tr("a move leads to another state"), legal_targets(row.from)};
  return Fault{
      Sentence(tr("nobody may move from `{}` to `{}`"), identifier(row.from), identifier(row.to)),
      legal_targets(row.from)};
}

/// Fills the matrices; the probabilities of leaving a state add to at most 1.
void fill_rates(const Rows<MarkovRow>& rows, agents::MarkovRates& rates, Problems& problems) {
  rates.bands.resize(rates.age_from_years.size());
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    const MarkovRow& row = rows.rows[i];
    if (const std::optional<Fault> fault = fault_of_move(row)) {
      report(rows.table, i, "to", *fault, problems);
      continue;
    }
    auto& leaving = rates.bands[rates.band_of(row.age_from_years)][row.education][row.from];
    leaving[row.to] = row.probability_per_month;
    double sum = 0;
    for (const double probability : leaving) sum += probability;
    if (sum > 1 + sum_tolerance) {
      report(rows.table, i, "probability_per_month",
             {Sentence(tr("the probabilities of leaving `{}` add to {:.9g}"), identifier(row.from),
                       sum),
              tr("at most 1")},
             problems);
    }
  }
}

}  // namespace

agents::MarkovInputs read_markov(const Document& document, const Places& places,
                                 TableReader& reader) {
  Problems& problems = reader.problems();
  agents::MarkovInputs inputs{document.start, document.end, document.markov, {}};
  check_settings(document.markov, places, problems);
  const Rows<MarkovRow> rows = reader.read<MarkovRow>();
  if (!rows.complete) return inputs;
  check_unique(rows.table, {"from", "to", "age_from_years", "education"}, problems);
  inputs.rates.age_from_years = ages_of(rows.rows);
  if (rows.rows.empty()) {
    report(rows.table, "", {tr("the table has no rows"), {}}, problems);
    return inputs;
  }
  fill_rates(rows, inputs.rates, problems);
  const int first = inputs.rates.age_from_years.front();
  if (document.markov.youngest_age_years < first) {
    const std::string key = "markov.youngest_age_years";
    problems.add({place_of(places, key), key, Sentence(tr("the table begins at age {}"), first),
                  Sentence(tr("{} or more"), first)});
  }
  return inputs;
}

}  // namespace jtsim::configs
