// What is refused in scenarios of kind `markov`, and where the message points.
#include "configs/markov_inputs.hpp"

#include <doctest/doctest.h>

#include "tests/configs/bundle.hpp"

using namespace jtsim;

namespace {

const char* const table_head = "from,to,age_from_years,education,probability_per_month,source\n";

/// A scenario with this text and the table's rows; the first row stands in line 2.
Bundle markov(const std::string& rows, const std::string& settings = "") {
  return {{"x.yaml", "kind: markov\n" + settings + "tables: {markov: moves.csv}\n"},
          {"moves.csv", table_head + rows}};
}

struct Planted {
  std::string rows;
  /// Place, key and fault as the message begins.
  std::string message;
};

const std::vector<Planted> faults{
    {"employed_mining,employed_minning,16,junior,0.1,assumption 0-1\n",
     "moves.csv:2:17: markov.to: `employed_minning`"},
    {"in_training,retired,16,junior,0.1,assumption 0-1\n",
     "moves.csv:2:1: markov.from: `in_training`"},
    {"unemployed,retired,16,primary,0.1,assumption 0-1\n",
     "moves.csv:2:23: markov.education: `primary`"},
    {"unemployed,retired,16,junior,1.5,assumption 0-1\n",
     "moves.csv:2:30: markov.probability_per_month: 1.5 is out of range"},
    {"unemployed,retired,16,junior,nan,assumption 0-1\n",
     "moves.csv:2:30: markov.probability_per_month: `nan` is not a number"},
    {"unemployed,retired,16,junior,0.1,\n", "moves.csv:2:34: markov.source: the row has no source"},
    {"unemployed,unemployed,16,junior,0.1,assumption 0-1\n",
     "moves.csv:2:12: markov.to: a move leads to another state"},
    {"retired,unemployed,16,junior,0.1,assumption 0-1\n",
     "moves.csv:2:9: markov.to: nobody may move from `retired` to `unemployed`"},
    {"unemployed,retired,16,junior,0.5,assumption 0-1\n"
     "unemployed,employed_mining,20,junior,0.9,assumption 0-1\n"
     "unemployed,employed_mining,16,senior,0.9,assumption 0-1\n"
     "unemployed,employed_mining,16,junior,0.500002,assumption 0-1\n",
     "moves.csv:5:38: markov.probability_per_month: the probabilities of leaving `unemployed`"},
    {"unemployed,retired,18,junior,0.1,assumption 0-1\n",
     "x.yaml:1:1: markov.youngest_age_years: the table begins at age 18"},
    {"unemployed,retired\n", "moves.csv:2:1: markov: "},
    {"", "moves.csv:1:1: markov: the table has no rows"},
};

TEST_CASE("each fault of a transition table is named with its line") {
  for (const Planted& planted : faults) {
    CAPTURE(planted.rows);
    const std::string text = problems_text(markov(planted.rows));
    CHECK_MESSAGE(text.find(planted.message) != std::string::npos, text);
  }
}

TEST_CASE("a move that stands in the table twice is named with both lines") {
  const std::string row = "unemployed,retired,16,junior,0.1,assumption 0-1\n";
  const std::string text = problems_text(markov(row + row));
  CHECK_MESSAGE(text.find("moves.csv:3:") != std::string::npos, text);
}

TEST_CASE("a missing table, shares that do not add up and ages in disorder are named") {
  const std::string row = "unemployed,retired,16,junior,0.1,assumption 0-1\n";
  CHECK(problems_text({{"x.yaml", "kind: markov\n"}}).find("tables.markov") != std::string::npos);
  const auto refused = [&](const std::string& settings, const std::string& message) {
    const std::string text = problems_text(markov(row, settings));
    CHECK_MESSAGE(text.find(message) != std::string::npos, text);
  };
  refused("markov: {initial_shares: {retired: 0.5}}\n", "x.yaml:2:26: markov.initial_shares");
  refused("markov: {education_shares: {junior: 0.5}}\n", "x.yaml:2:28: markov.education_shares");
  refused("markov: {oldest_age_years: 15}\n", "x.yaml:2:28: markov.oldest_age_years");
  refused("markov: {workers: 0}\n", "x.yaml:2:19: markov.workers");
}

TEST_CASE("rows fill the matrices of their band, and what is missing never happens") {
  const configs::Scenario scenario =
      configs::load_scenario(markov("unemployed,employed_mining,16,junior,0.75,assumption 0-1\n"
                                    "unemployed,retired,50,junior,0.25,assumption 0-1\n"
                                    "unemployed,retired,16,junior,0.25,assumption 0-1\n"));
  using enum agents::MarkovState;
  const agents::MarkovRates& rates = scenario.markov.value().rates;
  CHECK(rates.age_from_years == std::vector<int>{16, 50});
  CHECK(rates.bands[0][agents::Education::junior][unemployed][employed_mining] == 0.75);
  CHECK(rates.bands[0][agents::Education::junior][unemployed][retired] == 0.25);
  CHECK(rates.bands[1][agents::Education::junior][unemployed][employed_mining] == 0);
  CHECK(rates.bands[1][agents::Education::junior][unemployed][retired] == 0.25);
  CHECK(rates.bands[1][agents::Education::senior][unemployed][retired] == 0);
}

}  // namespace
