// The shipped scenario of kind `markov`, run as the program runs it, against the closed form (V3).
#include <stop_token>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/parallel.hpp"
#include "src/model.hpp"
#include "tests/support/markov_chain.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

const configs::Scenario& shipped_chain() {
  static const configs::Scenario scenario = configs::load_scenario(
      JTSIM_SOURCE_DIR "/configs/checks/markov.yaml", {"markov.workers=20000", "replicates=10"});
  return scenario;
}

struct MarkovRun {
  app::Model model{shipped_chain()};
  output::Layout layout = model.layout({0, 10});
  std::vector<output::ReplicateResult> results;

  MarkovRun() {
    for (std::uint32_t replicate = 0; replicate < 10; ++replicate)
      results.push_back(model.simulate(layout, replicate, {}).value());
  }
  const std::vector<std::int32_t>& values(std::size_t replicate, std::string_view series) const {
    return *output::find_values<std::int32_t>(layout, results[replicate], series);
  }
};

const MarkovRun& run() {
  static const MarkovRun recorded;
  return recorded;
}

TEST_CASE("a run of kind markov records stocks and flows of one region and nothing else") {
  std::vector<std::string_view> names;
  for (const auto& entry : run().layout.entries()) names.push_back(entry.series->name);
  CHECK(names == std::vector<std::string_view>{"stock", "flow"});
  CHECK(run().layout.axes().size(output::Axis::region) == 1);
  CHECK(run().layout.axes().size(output::Axis::time) == 241);
  CHECK(run().model.keeps_register(0) == output::KeepRegister::no);
}

TEST_CASE("the shipped chain ends where its closed form says") {
  // The quantile 1 - 1e-6 of chi-square with 4 degrees of freedom: so rarely is a faultless program
  // blamed in one of the months looked at.
  constexpr double bound = 33.38;
  const std::vector<ChainMonth> expected = closed_form(*shipped_chain().markov);
  for (const std::size_t month : {0U, 60U, 120U, 240U}) {
    CAPTURE(month);
    double statistic = 0;
    for (const MarkovState s : all_of_enum<MarkovState>()) {
      double workers = 0;
      for (std::size_t r = 0; r < 10; ++r) {
        workers +=
            run().values(r, "stock")[month * enum_size<State> + index_of(state_of_markov[s])];
      }
      const double mean = 10 * 20'000 * expected[month].stock[s];
      statistic += (workers - mean) * (workers - mean) / mean;
    }
    CHECK(statistic < bound);
  }
}

TEST_CASE("about 2.5 % of the workers of the shipped chain move a month") {
  const auto& flow = run().values(0, "flow");
  std::int64_t moves = 0;
  for (const std::int32_t persons : flow) moves += persons;
  CHECK(static_cast<double>(moves) / (240.0 * 20'000) == doctest::Approx(0.025).epsilon(0.1));
}

TEST_CASE("flows of a year explain the change of stocks over it") {
  const auto& stock = run().values(0, "stock");
  const auto& flow = run().values(0, "flow");
  constexpr std::size_t states = enum_size<State>;
  for (std::size_t year = 0; year < 20; ++year) {
    const auto* from_to = flow.data() + year * (states + 1) * states;
    for (std::size_t s = 0; s < states; ++s) {
      std::int32_t change = 0;
      for (std::size_t other = 0; other < states; ++other)
        change += from_to[other * states + s] - from_to[s * states + other];
      CHECK(stock[(year + 1) * 12 * states + s] - stock[year * 12 * states + s] == change);
    }
  }
}

TEST_CASE("a replicate is the same for any number of threads inside it") {
  for (const std::size_t threads : {1U, 3U}) {
    ThreadLimit(threads).run([&] {
      const auto again = run().model.simulate(run().layout, 4, {});
      CHECK(again.value().values == run().results[4].values);
    });
  }
}

TEST_CASE("a stop is noticed between years") {
  std::stop_source stop;
  stop.request_stop();
  CHECK_FALSE(run().model.simulate(run().layout, 0, {.stop = stop.get_token()}));
}

}  // namespace
