// What is odd about a scenario, but possible, is told where it stands; nothing shipped is odd.
#include <filesystem>
#include <vector>

#include <doctest/doctest.h>

#include "configs/echo.hpp"
#include "configs/scenario.hpp"
#include "tests/configs/bundle.hpp"

using namespace jtsim;

namespace {

std::vector<std::string> texts_of(const std::vector<Problem>& warnings) {
  std::vector<std::string> texts;
  for (const Problem& warning : warnings) texts.push_back(to_text(warning));
  return texts;
}

std::vector<std::string> warnings_of(const std::vector<std::string>& overrides) {
  return texts_of(configs::load_scenario(overridden(tiny_bundle(), overrides)).warnings);
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("no shipped scenario has anything odd about it") {
  std::size_t scenarios = 0;
  for (const char* folder : {"", "scenarios", "checks"}) {
    for (const auto& entry : std::filesystem::directory_iterator(shipped(folder))) {
      if (entry.path().extension() != ".yaml") continue;
      CAPTURE(entry.path().string());
      CHECK(texts_of(configs::load_scenario(entry.path()).warnings) == Texts{});
      ++scenarios;
    }
  }
  CHECK(scenarios >= 20);
}

TEST_CASE("sections of another kind of scenario have no effect") {
  const std::string no_effect = ": has no effect in this kind of scenario (only the kind ";
  CHECK(warnings_of({"markov.workers=5", "urn.steps=3", "tables.markov=x.csv"}) ==
        Texts{"command line: markov" + no_effect + "`markov` reads it)",
              "command line: urn" + no_effect + "`urn` reads it)",
              "command line: tables.markov" + no_effect + "`markov` reads it)"});
  const auto markov =
      configs::load_scenario(shipped("checks/markov.yaml"), {"policies.course={kind: retraining}"});
  CHECK(texts_of(markov.warnings) ==
        Texts{"command line: policies" + no_effect + "`transition` reads it)"});
  for (const char* kind : {"checks/markov.yaml", "checks/urn_one_pool.yaml"}) {
    CAPTURE(kind);
    const auto other = configs::load_scenario(
        shipped(kind),
        {"income.price_year=2024", "tables.mines=mines.csv", "search.search_intensity=0.1"});
    CHECK(texts_of(other.warnings) ==
          Texts{"command line: search" + no_effect + "`transition` reads it)",
                "command line: income" + no_effect + "`transition` reads it)",
                "command line: tables.mines" + no_effect + "`transition` reads it)"});
  }
}

TEST_CASE("the echo of a scenario, which writes all sections, is not odd") {
  for (const char* name : {"tiny.yaml", "checks/markov.yaml"}) {
    const configs::Scenario scenario = configs::load_scenario(shipped(name));
    Bundle echoed = scenario.inputs_read;
    echoed.front().text = configs::echo_yaml(scenario);
    CHECK(texts_of(configs::load_scenario(echoed).warnings) == Texts{});
  }
}

TEST_CASE("odd policies are told with their place") {
  CHECK(warnings_of({"policies.retraining.enabled=false"}) ==
        Texts{"inner_mongolia.yaml:168:10: cascade: 'retraining' is not enabled (it is passed "
              "over)"});
  CHECK(warnings_of({"policies.retraining.start=2099-01"}) ==
        Texts{"command line: policies.retraining.start: 2099-01 lies after the end 2060-12 (it has "
              "no effect)"});
  CHECK(warnings_of({"policies.retraining.end=2009-01"}) ==
        Texts{"command line: policies.retraining.end: 2009-01 lies before the first month 2021-01 "
              "(it has no effect)"});
}
