// The shipped scenarios of kind `urn`, run as the program runs them.
#include <cmath>
#include <string_view>

#include <doctest/doctest.h>

#include "output/urn_outcomes.hpp"
#include "src/model.hpp"

using namespace jtsim;

namespace {

configs::Scenario shipped(const char* file, std::vector<std::string> overrides) {
  return configs::load_scenario(std::string(JTSIM_SOURCE_DIR) + "/configs/checks/" + file,
                                std::move(overrides));
}

struct Run {
  configs::Scenario scenario;
  app::Model model{scenario};
  output::Layout layout = model.layout({0, 1});
  output::ReplicateResult result = model.simulate(layout, 0, {}).value();
};

double figure(const Run& run, std::string_view name) {
  for (const output::Outcome& outcome : output::outcomes_of(run.layout, run.result))
    if (outcome.name == name) return outcome.value;
  FAIL("no figure ", name);
  return 0;
}

}  // namespace

TEST_CASE("a run of kind urn records rates and stocks by step and nothing else") {
  const Run run{shipped("urn_464.yaml", {"urn.steps=20", "urn.workers_scale=0.001"})};
  std::vector<std::string_view> names;
  for (const auto& entry : run.layout.entries()) names.push_back(entry.series->name);
  CHECK(names == std::vector<std::string_view>{"urn_rates", "urn_stock"});
  CHECK(run.layout.entries()[0].shape == std::vector<std::size_t>{20, 3});
  CHECK(run.layout.entries()[1].shape == std::vector<std::size_t>{20, 464, 3});
  CHECK(run.layout.axes()[output::Axis::rate].names[0].id == "unemployment");
  CHECK(run.layout.axes()[output::Axis::quantity].names[2].id == "vacancies");
  CHECK(run.layout.axes()[output::Axis::occupation].names[463].id == "463");
  CHECK(run.model.keeps_register(0) == output::KeepRegister::no);
}

TEST_CASE("the automation shock by the equations has the published shape (V2)") {
  const Run run{shipped("urn_464.yaml", {"urn.mode=expected"})};
  CHECK(std::abs(100 * figure(run, "rate.unemployment.99") - 4.107) < 5e-4);
  CHECK(std::abs(100 * figure(run, "rate.unemployment.peak") - 4.728) < 5e-4);
  CHECK(figure(run, "rate.unemployment.peak_step") == 222);
  CHECK(std::abs(100 * figure(run, "rate.unemployment.599") - 4.1066) < 1e-4);
}

TEST_CASE("small networks give every stock of every step as a figure, large ones the last") {
  const Run small{shipped("urn_one_pool.yaml", {"urn.steps=5"})};
  CHECK(figure(small, "stock.everything.employed.0") > 90'000);
  CHECK(figure(small, "stock.everything.vacancies.4") > 0);
  const Run large{shipped("urn_464.yaml", {"urn.steps=30", "urn.mode=expected"})};
  CHECK(figure(large, "stock.0.employed.29") > 0);
  for (const output::Outcome& outcome : output::outcomes_of(large.layout, large.result))
    CHECK(outcome.name != "stock.0.employed.28");
}

TEST_CASE("the equations know no luck") {
  const auto scenario = shipped("urn_one_pool.yaml", {"urn.mode=expected", "urn.steps=50"});
  const app::Model model(scenario);
  const output::Layout layout = model.layout({0, 2});
  CHECK(model.simulate(layout, 0, {})->values == model.simulate(layout, 1, {})->values);
}

TEST_CASE("a stop is noticed between steps") {
  const auto scenario = shipped("urn_one_pool.yaml", {});
  const app::Model model(scenario);
  std::stop_source stop;
  stop.request_stop();
  CHECK_FALSE(model.simulate(model.layout({0, 1}), 0, {.stop = stop.get_token()}));
}
