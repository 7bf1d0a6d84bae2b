// Laws of which Gini and Theil are known.
#include "src/validation/inequality_check.hpp"

#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "base/distributions.hpp"
#include "base/inequality.hpp"

namespace jtsim::app {

namespace {

constexpr int points = 200'000;
/// What the grid of quantiles leaves out in the far tails.
constexpr double grid_error = 2e-3;

struct Law {
  Label name;
  std::string id;
  double (*quantile)(double u);
  double gini;
  double theil;
  /// Median.
  double p50;
};

Distribution distribution_of(double (*quantile)(double)) {
  Distribution made(points);
  for (int i = 0; i < points; ++i) made.add(quantile((i + 0.5) / points));
  return made;
}

const std::vector<Law>& laws() {
  static const std::vector<Law> all{
      {tr("lognormal"), "lognormal", [](double u) { return std::exp(0.5 * normal_quantile(u)); },
       std::erf(0.25), 0.125, 1.0},
      {tr("exponential"), "exponential", [](double u) { return -std::log(1 - u); }, 0.5,
       1 - std::numbers::egamma, std::numbers::ln2},
      {tr("uniform"), "uniform", [](double u) { return u; }, 1.0 / 3, std::numbers::ln2 - 0.5, 0.5},
      {tr("Pareto"), "pareto", [](double u) { return std::pow(1 - u, -1.0 / 3); }, 0.2,
       std::log(2.0 / 3) + 0.5, std::cbrt(2.0)},
  };
  return all;
}

Finding row(std::string id, Sentence what, double value, Interval accepted) {
  return {.id = std::move(id),
          .what = std::move(what),
          .value = value,
          .accepted = accepted,
          .note = "closed form"};
}

/// Values 1, 2, ..., 9 with weights 1, 2, 3, 1, ..., or as so many copies.
Distribution weighted(bool as_copies) {
  constexpr int values = 9;
  constexpr double weight_of_all = 18;
  Distribution made(weight_of_all);
  for (int value = 1; value <= values; ++value) {
    const int weight = 1 + (value - 1) % 3;
    if (!as_copies) made.add(value, weight);
    for (int copy = 0; as_copies && copy < weight; ++copy) made.add(value);
  }
  return made;
}

}  // namespace

Findings check_inequality() {
  Findings findings;
  for (const Law& law : laws()) {
    const Distribution made = distribution_of(law.quantile);
    const auto add = [&](const char* measure, double value, double closed_form) {
      findings.push_back(row(fmt::format("V5.{}.{}", measure, law.id),
                             {tr("{0} of the {1} law"), measure, law.name}, value,
                             around(closed_form, grid_error)));
    };
    add("gini", made.gini(), law.gini);
    add("theil", made.theil(), law.theil);
    add("median", made.quantile(percent_index(50)), law.p50);
  }
  const Distribution weights = weighted(false);
  const Distribution copies = weighted(true);
  const double difference = std::abs(weights.gini() - copies.gini()) +
                            std::abs(weights.theil() - copies.theil()) +
                            std::abs(weights.p90_p10() - copies.p90_p10());
  findings.push_back(
      row("V5.copies", tr("weight w against w copies: difference"), difference, {0, 1e-12}));
  return findings;
}

}  // namespace jtsim::app
