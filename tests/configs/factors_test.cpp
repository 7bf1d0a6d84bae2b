// Factors: from a user's words to values that a scenario accepts, and refusals that help.
#include "configs/factors.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <doctest/doctest.h>

#include "base/designs.hpp"
#include "configs/scenario.hpp"
#include "tests/configs/bundle.hpp"

using namespace jtsim;
using namespace jtsim::configs;

namespace {

struct Reading {
  std::vector<Factor> factors;
  Problems problems;
};

/// Reads `text` as the map under `factors:`, for the shipped reference scenario.
Reading read(const std::string& text) {
  static const Scenario scenario = load_scenario(shipped("inner_mongolia.yaml"));
  Reading reading;
  const auto root = parse_yaml({"sweep.yaml", "factors:\n" + text}, reading.problems);
  REQUIRE(root);
  reading.factors = read_factors(*root->find(factors_key), scenario.document, reading.problems);
  return reading;
}

Factor factor(const std::string& text) {
  Reading reading = read("  " + text + "\n");
  for (const Problem& problem : reading.problems.list()) FAIL_CHECK(to_text(problem));
  REQUIRE(reading.factors.size() == 1);
  return reading.factors.front();
}

/// The one problem with a factor, at line 2.
std::string refusal(const std::string& text) {
  const Reading reading = read("  " + text + "\n");
  REQUIRE(reading.problems.count() == 1);
  CHECK(reading.factors.empty());
  CHECK(reading.problems.list().front().place.line == 2);
  return to_text(reading.problems.list().front());
}

bool refuses(const std::string& text, const std::string& sentence) {
  const std::string message = refusal(text);
  INFO(message);
  const bool found = message.find(sentence) != std::string::npos;
  CHECK(found);
  return found;
}

double mean_of(const Factor& f) {
  constexpr int cells = 20'000;
  double sum = 0;
  for (int k = 0; k < cells; ++k) sum += number_at(f, (k + 0.5) / cells) / cells;
  return sum;
}

}  // namespace

TEST_CASE("a factor without a range takes the plausible range its parameter declares") {
  for (const char* text : {"search.search_intensity:", "search.search_intensity: plausible"}) {
    const Factor f = factor(text);
    CHECK(f.distribution == Distribution::uniform);
    CHECK(f.range.low == 0.03);
    CHECK(f.range.high == 0.12);
    CHECK(override_at(f, 0.5) == "search.search_intensity=0.075");
  }
  // Over a factor of fifteen: orders of magnitude.
  const Factor wide = factor("search.relocation_share:");
  CHECK(wide.distribution == Distribution::log_uniform);
  CHECK(number_at(wide, 0.5) == doctest::Approx(std::sqrt(0.02 * 0.3)));
}

TEST_CASE("a range of two numbers is uniform, and keys choose the shape") {
  CHECK(override_at(factor("search.search_intensity: [0.04, 0.08]"), 0.25) ==
        "search.search_intensity=0.05");
  const Factor log =
      factor("search.search_intensity: {low: 0.01, high: 0.16, distribution: log_uniform}");
  CHECK(number_at(log, 0.75) == doctest::Approx(0.08));
  // The peak of the triangle is the value in force unless a mode is given.
  const Factor triangle =
      factor("income.household_size: {low: 2, high: 4, distribution: triangular}");
  CHECK(triangle.mode == 2.6);
  CHECK(mean_of(triangle) == doctest::Approx((2 + 2.6 + 4) / 3).epsilon(1e-4));
  const Factor normal = factor(
      "search.search_intensity: {low: 0.03, high: 0.09, mean: 0.06, standard_deviation: 0.01}");
  CHECK(normal.distribution == Distribution::normal);
  CHECK(number_at(normal, 0) == 0.03);
  CHECK(number_at(normal, 1) == 0.09);
  CHECK(number_at(normal, 0.8413447) == doctest::Approx(0.07).epsilon(0.002));
}

TEST_CASE("values rise with the unit number from end to end, and go back to it") {
  for (const char* text :
       {"search.search_intensity:", "search.relocation_share:",
        "search.search_intensity: {low: 0.03, high: 0.12, mode: 0.05}",
        "search.search_intensity: {low: 0.03, high: 0.12, mean: 0.02, standard_deviation: 0.03}"}) {
    CAPTURE(text);
    const Factor f = factor(text);
    CHECK(number_at(f, 0) == doctest::Approx(f.range.low));
    CHECK(number_at(f, 1) == doctest::Approx(f.range.high));
    for (int k = 1; k < 100; ++k) {
      CHECK(number_at(f, k / 100.0) > number_at(f, (k - 1) / 100.0));
      CHECK(unit_of(f, number_at(f, k / 100.0)) == doctest::Approx(k / 100.0).epsilon(1e-5));
    }
  }
}

TEST_CASE("whole numbers are equally likely, both ends included") {
  const Factor f = factor("demand.building_months: [12, 15]");
  std::multiset<std::string> drawn;
  for (int k = 0; k < 400; ++k) drawn.insert(value_at(f, (k + 0.5) / 400));
  for (const char* value : {"12", "13", "14", "15"}) CHECK(drawn.count(value) == 100);
  CHECK(value_at(f, 1) == "15");
}

TEST_CASE("a list gives each of its values an equal share of the unit interval") {
  const Factor f = factor("demand.coal_path: {values: [observed, seed]}");
  CHECK(override_at(f, 0) == "demand.coal_path=observed");
  CHECK(override_at(f, 0.49) == "demand.coal_path=observed");
  CHECK(override_at(f, 0.5) == "demand.coal_path=seed");
  CHECK(override_at(f, 1) == "demand.coal_path=seed");
  CHECK(value_at(factor("demography.flexible_retirement: {values: [true, false]}"), 0.7) ==
        "false");
  CHECK(value_at(factor("search.search_intensity: {values: [0.05, 0.06, 0.08]}"), 0.9) == "0.08");
  CHECK(value_at(factor("demand.closure_rule: {values: [oldest_first, pro_rata]}"), 0.9) ==
        "pro_rata");
}

TEST_CASE("whatever a factor gives, a scenario accepts") {
  const Scenario scenario = load_scenario(shipped("tiny.yaml"));
  const std::vector<Factor> factors = plausible_factors(scenario.document);
  CHECK(factors.size() > 20);
  const Design design = latin_hypercube(6, factors.size(), 1);
  for (std::size_t i = 0; i < design.points(); ++i) {
    std::vector<std::string> overrides;
    for (std::size_t j = 0; j < factors.size(); ++j)
      overrides.push_back(override_at(factors[j], design.point(i)[j]));
    CHECK(problems_text(overridden(tiny_bundle(), overrides)) == "");
  }
}

TEST_CASE("plausible factors are those in force: no budgets, no policies that are off") {
  const auto paths = [](const std::vector<std::string>& overrides) {
    std::set<std::string> all;
    for (const Factor& f :
         plausible_factors(load_scenario(shipped("inner_mongolia.yaml"), overrides).document))
      all.insert(f.path);
    return all;
  };
  const std::set<std::string> reference = paths({});
  CHECK(reference.contains("search.search_intensity"));
  CHECK_FALSE(reference.contains("seed"));
  CHECK_FALSE(reference.contains("replicates"));
  CHECK(std::ranges::none_of(reference, [](auto& p) { return p.starts_with("budgets."); }));
  CHECK(std::ranges::none_of(reference,
                             [](auto& p) { return p.find("eligibility") != std::string::npos; }));
  const auto of_severance = [](const std::string& p) {
    return p.starts_with("policies.severance");
  };
  CHECK(std::ranges::any_of(reference, of_severance));
  CHECK(std::ranges::none_of(paths({"policies.severance.enabled=false"}), of_severance));
}

TEST_CASE("a factor that cannot be is refused with its line and what to write instead") {
  refuses("search.serch_intensity:", "did you mean `search_intensity`?");
  refuses("serach.search_intensity:", "did you mean `search`?");
  refuses("search:", "is a section, not a value");
  refuses("policies.no_such_policy.take_up:", "the scenario has no parameter");
  refuses("search.search_intensity: 0.05", "is one value; a factor has several");
  refuses("search.search_intensity: [0.05]", "a range is a list of two numbers");
  refuses("search.search_intensity: [0.08, 0.05]", "low 0.08 is not below high 0.05");
  refuses("search.search_intensity: [0.05, 1.5]", "1.5 is out of range (allowed: 0 to 1");
  refuses("demand.building_months: [12, 15.5]", "15.5 is not a whole number");
  refuses("income.price_year:", "no declared plausible range (give low and high)");
  refuses("demand.coal_path:", "this parameter is no number and has no range");
  refuses("demand.closure_rule: [0, 1]", "{values: [oldest_first, ");
  refuses("search.search_intensity: {lo: 0.05}", "did you mean `low`?");
  refuses("search.search_intensity: {distribution: gaussian}",
          "uniform | log_uniform | triangular");
  refuses("search.search_intensity: {mode: 0.2}", "the mode 0.2 lies outside 0.03 to 0.12");
  refuses("search.search_intensity: {mean: 0.05}", "give mean and standard_deviation");
  refuses("search.search_intensity: {mean: 9, standard_deviation: 0.1}",
          "five standard deviations");
  refuses("search.search_intensity: {mode: 0.05, distribution: uniform}",
          "means nothing to a uniform");
  refuses("demand.local_multiplier: {low: 0, high: 1, distribution: log_uniform}",
          "a low end above 0");
  refuses("search.search_intensity: {values: [0.05]}", "has at least two");
  refuses("search.search_intensity: {values: [0.05, 2]}", "2 is out of range");
  refuses("demand.closure_rule: {values: [oldest_first, newest_first]}",
          "is not one of the choices");
  refuses("search.search_intensity: {values: [0.05, 0.06], low: 0.01}", "`values` stand alone");
  CHECK(read("  - a\n")
            .problems.list()
            .front()
            .what.told(Language::en)
            .find("expected parameters, found a list") == 0);
}

TEST_CASE("all faulty factors are reported at once") {
  CHECK(read("  search.x:\n  search.search_intensity:\n  demand.y: [1, 2]\n").problems.count() ==
        2);
}
