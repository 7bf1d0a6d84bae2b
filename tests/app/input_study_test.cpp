// A study of inputs on the small scenario: bands, drivers and indices that hang together.
#include "src/validation/input_study.hpp"

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include "src/validation/input_text.hpp"

using namespace jtsim;
using namespace jtsim::app;

namespace {

Target target(const std::string& id, const std::string& outcome, double evidence) {
  Target made;
  made.row.id = id;
  made.row.accepted = {evidence - 0.01, evidence + 0.01};
  made.scenario = outcome.empty() ? "" : "tiny.yaml";
  made.outcome = outcome;
  made.evidence = evidence;
  return made;
}

InputOrder small_order() {
  InputOrder order;
  order.configs = std::string(JTSIM_SOURCE_DIR) + "/configs";
  order.scenario = "tiny.yaml";
  order.targets = {target("rate", "rate.registered_unemployment.2022", 0.038),
                   target("gini", "inequality.gini.2023", 0.3),
                   target("gini_far", "inequality.gini.2023", 0.9),
                   target("output", "coal_output_mt.2022", 1), target("none", "", 0)};
  order.draws = 24;
  order.replicates = 2;
  order.base_points = 4;
  order.end = Month::of(2023, 12);
  order.indices_end = Month::of(2022, 12);
  order.threads = 2;
  return order;
}

}  // namespace

TEST_CASE("draws over all uncertain inputs give bands, drivers and indices") {
  const std::optional<InputStudy> study = study_inputs(small_order());
  REQUIRE(study);
  REQUIRE(study->targets.size() == 5);
  CHECK(study->draws == 24);
  const TargetVariation& gini = study->targets[1];
  CHECK(gini.variation.draws + study->refused >= 24);
  CHECK(gini.variation.q10 < gini.variation.q50);
  CHECK(gini.variation.q50 < gini.variation.q90);
  CHECK(gini.variation.by_luck > 0);
  CHECK_FALSE(study->targets[2].is_inside());
  CHECK(study->targets[2].accepted_share == 0);
  // An input does not vary, and what is not measured has no draws.
  CHECK(study->targets[3].variation.by_parameters < 1e-12);
  CHECK(study->targets[3].variation.by_luck == 0);
  CHECK(study->targets[4].variation.draws == 0);

  CHECK(study->drivers.size() > 40);
  CHECK(std::ranges::is_sorted(study->drivers, std::ranges::greater{}, &Driver::strongest));
  for (const auto& indices : study->indices) {
    REQUIRE(indices.size() == strongest_count);
    CHECK(std::ranges::any_of(indices,
                              [](const SobolIndices& i) { return std::isfinite(i.total.value); }));
  }
  const std::string table = input_table(*study, Language::en);
  CHECK(table.find("Rank correlations") != std::string::npos);
  CHECK(table.find("search.search_intensity") != std::string::npos);
  CHECK(input_markdown(*study).find("| gini_far |") != std::string::npos);
  CHECK(input_json(*study).find("\"sobol\"") != std::string::npos);
}

TEST_CASE("variance is told apart into that of parameters and that of luck") {
  // Two replicates around each draw's own mean: 0 and 10, and a distance of 1 to either side.
  const Variation v = variation_of({{-1, 1}, {9, 11}, {-1, 1}, {9, 11}});
  CHECK(v.draws == 4);
  CHECK(v.by_luck == doctest::Approx(std::sqrt(2.0)));
  // Variance of the means 100/3, less half the variance of one replicate.
  CHECK(v.by_parameters == doctest::Approx(std::sqrt(100.0 / 3 - 1)));
  CHECK(v.q50 == doctest::Approx(5));
  const double none = std::nan("");
  CHECK(variation_of({{none, 1}, {2, 2}}).draws == 1);
  CHECK(variation_of({{none, none}}).draws == 0);
}

TEST_CASE("a study is the same for any number of threads") {
  InputOrder order = small_order();
  order.base_points = 0;
  order.draws = 8;
  const std::string two = input_json(*study_inputs(order));
  order.threads = 1;
  CHECK(input_json(*study_inputs(order)) == two);
}

TEST_CASE("a stopped study says nothing") {
  std::stop_source stop;
  InputOrder order = small_order();
  order.stop = stop.get_token();
  order.tell = [&](const std::string&, std::size_t, std::size_t) { stop.request_stop(); };
  CHECK_FALSE(study_inputs(order));
}
