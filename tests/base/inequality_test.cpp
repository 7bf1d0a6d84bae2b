// Measures of inequality against closed forms, plain definitions, and copies instead of weights.
#include "base/inequality.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace jtsim;

namespace {

constexpr double precision = 1e-12;
constexpr std::size_t p10 = percent_index(10);
constexpr std::size_t p40 = percent_index(40);
constexpr std::size_t p90 = percent_index(90);

struct Weighted {
  double value;
  double weight;
};

Distribution distribution_of(const std::vector<Weighted>& ascending) {
  double total = 0;
  for (const Weighted& w : ascending) total += w.weight;
  Distribution made(total);
  for (const Weighted& w : ascending) made.add(w.value, w.weight);
  return made;
}

Distribution distribution_of(const std::vector<double>& ascending) {
  Distribution made(static_cast<double>(ascending.size()));
  for (const double value : ascending) made.add(value);
  return made;
}

/// A law of one real number t, of which value and density are known. On an even grid of t the sums
/// of smooth functions are exact to all digits, and those with a kink have an error in even powers
/// of the step.
struct Law {
  double (*value)(double t);
  double (*density)(double t);
  double first;
  double last;
};

Distribution on_grid(const Law& law, double step) {
  std::vector<Weighted> grid;
  for (double t = law.first; t <= law.last; t += step) {
    const double weight = law.density(t) * step;
    if (weight > 0) grid.push_back({law.value(t), weight});
  }
  return distribution_of(grid);
}

/// The limit of Gini for a step of 0, by Romberg's extrapolation.
double gini_of(const Law& law) {
  constexpr std::size_t levels = 5;
  std::vector<double> row;
  for (std::size_t k = 0; k < levels; ++k) {
    row.push_back(on_grid(law, std::ldexp(0.25, -static_cast<int>(k))).gini());
  }
  double factor = 4;
  for (std::size_t left = levels - 1; left > 0; --left, factor *= 4) {
    for (std::size_t k = 0; k < left; ++k) row[k] = (factor * row[k + 1] - row[k]) / (factor - 1);
  }
  return row.front();
}

double theil_of(const Law& law) { return on_grid(law, 0.03125).theil(); }

double normal_density(double t) { return std::exp(-t * t / 2) / std::sqrt(2 * std::numbers::pi); }
constexpr double sigma = 0.75;
constexpr double alpha = 3.5;
const Law lognormal{[](double t) { return std::exp(sigma * t); }, normal_density, -16, 16};
/// The logarithm of an exponential variable is t.
const Law exponential{[](double t) { return std::exp(t); },
                      [](double t) { return std::exp(t - std::exp(t)); }, -40, 4};
/// The logarithm of a Pareto variable is exponential.
const Law pareto{[](double t) { return std::exp(std::exp(t)); },
                 [](double t) { return alpha * std::exp(t - alpha * std::exp(t)); }, -40, 3};
const Law uniform{[](double t) { return 1 / (1 + std::exp(-t)); },
                  [](double t) { return 1 / (1 + std::exp(-t)) / (1 + std::exp(t)); }, -40, 40};

/// Equal parts of a population, of which the Lorenz curve between is not seen: each has the mean of
/// its part, hence the curve is met exactly at its ends.
Distribution parts_of(double (*lorenz)(double p), int parts) {
  Distribution made(parts);
  for (int k = 0; k < parts; ++k) {
    made.add(lorenz(static_cast<double>(k + 1) / parts) - lorenz(static_cast<double>(k) / parts));
  }
  return made;
}

/// The definitions, with every pair and every member looked at.
double plain_gini(const std::vector<Weighted>& all) {
  double differences = 0, weight = 0, sum = 0;
  for (const Weighted& a : all) {
    weight += a.weight;
    sum += a.weight * a.value;
    for (const Weighted& b : all) {
      differences += a.weight * b.weight * std::abs(a.value - b.value);
    }
  }
  return differences / (2 * weight * sum);
}

double plain_theil(const std::vector<Weighted>& all) {
  double weight = 0, sum = 0, theil = 0;
  for (const Weighted& a : all) {
    weight += a.weight;
    sum += a.weight * a.value;
  }
  const double mean = sum / weight;
  for (const Weighted& a : all) {
    if (a.value > 0) theil += a.weight / weight * a.value / mean * std::log(a.value / mean);
  }
  return theil;
}

std::vector<Weighted> random_sample() {
  const auto count = *rc::gen::inRange(1, 40);
  std::vector<Weighted> sample;
  for (int i = 0; i < count; ++i) {
    const double value = *rc::gen::inRange(0, 1000);
    const double weight = *rc::gen::inRange(1, 6);
    sample.push_back({value, weight});
  }
  sample.front().value += 1;
  std::ranges::sort(sample, {}, &Weighted::value);
  return sample;
}

bool close(double a, double b) { return std::abs(a - b) <= precision * std::max(1.0, std::abs(b)); }

}  // namespace

TEST_CASE("Gini of lognormal, exponential, uniform and Pareto laws is the closed form") {
  CHECK(std::abs(gini_of(lognormal) - std::erf(sigma / 2)) < precision);
  CHECK(std::abs(gini_of(exponential) - 0.5) < precision);
  CHECK(std::abs(gini_of(uniform) - 1.0 / 3) < precision);
  CHECK(std::abs(gini_of(pareto) - 1 / (2 * alpha - 1)) < precision);
}

TEST_CASE("Theil of lognormal, exponential, uniform and Pareto laws is the closed form") {
  CHECK(std::abs(theil_of(lognormal) - sigma * sigma / 2) < precision);
  CHECK(std::abs(theil_of(exponential) - (1 - std::numbers::egamma)) < precision);
  CHECK(std::abs(theil_of(uniform) - (std::numbers::ln2 - 0.5)) < precision);
  CHECK(std::abs(theil_of(pareto) - (std::log((alpha - 1) / alpha) + 1 / (alpha - 1))) < precision);
}

TEST_CASE("the Lorenz curve and the Palma ratio of closed forms are met where they are known") {
  const auto uniform_lorenz = [](double p) { return p * p; };
  const auto exponential_lorenz = [](double p) {
    return p < 1 ? p + (1 - p) * std::log1p(-p) : 1.0;
  };
  const auto pareto_lorenz = [](double p) { return 1 - std::pow(1 - p, 1 - 1 / alpha); };
  for (double (*lorenz)(double) : {+uniform_lorenz, +exponential_lorenz, +pareto_lorenz}) {
    const Distribution parts = parts_of(lorenz, 100);
    for (std::size_t k = 0; k < lorenz_percents.size(); ++k) {
      CHECK(std::abs(parts.lorenz(k) - lorenz(lorenz_percents[k] / 100.0)) < precision);
    }
    const double palma = (1 - lorenz(0.9)) / lorenz(0.4);
    CHECK(std::abs(parts.palma() - palma) < precision * palma);
  }
}

TEST_CASE("quantiles of closed forms are those of their inverse distribution") {
  const auto exponential_quantile = [](double p) { return -std::log1p(-p); };
  const auto pareto_quantile = [](double p) { return std::pow(1 - p, -1 / alpha); };
  for (double (*quantile)(double) : {+exponential_quantile, +pareto_quantile}) {
    // The k-th of a thousand has k thousandths of all below or at it.
    Distribution sample(1000);
    for (int k = 1; k <= 999; ++k) sample.add(quantile(k / 1000.0));
    sample.add(quantile(0.9999));
    for (std::size_t k = 0; k < lorenz_percents.size(); ++k) {
      CHECK(close(sample.quantile(k), quantile(lorenz_percents[k] / 100.0)));
    }
    CHECK(close(sample.p90_p10(), quantile(0.9) / quantile(0.1)));
  }
}

TEST_CASE("the first n whole numbers have the figures computed by hand") {
  std::vector<double> numbers;
  for (int i = 1; i <= 10; ++i) numbers.push_back(i);
  const Distribution ten = distribution_of(numbers);
  CHECK(ten.mean() == 5.5);
  CHECK(close(ten.gini(), 9.0 / 30));
  CHECK(ten.quantile(p10) == 1);
  CHECK(ten.quantile(p90) == 9);
  CHECK(ten.p90_p10() == 9);
  CHECK(close(ten.lorenz(p40), 10.0 / 55));
  CHECK(close(ten.palma(), 10.0 / 10));
  // Five percent of ten are half of the first.
  CHECK(close(ten.lorenz(0), 0.5 / 55));
}

TEST_CASE("one person, equal incomes and no income at all") {
  const Distribution one = distribution_of(std::vector<double>{7});
  CHECK(one.gini() == 0);
  CHECK(std::abs(one.theil()) < precision);
  CHECK(one.quantile(p10) == 7);
  CHECK(one.palma() == doctest::Approx(0.25));
  const Distribution none = distribution_of(std::vector<double>{});
  CHECK(std::isnan(none.gini()));
  CHECK(std::isnan(none.mean()));
  CHECK(std::isnan(none.quantile(p10)));
  const Distribution poor = distribution_of(std::vector<double>{0, 0, 0});
  CHECK(std::isnan(poor.gini()));
  CHECK(std::isnan(poor.theil()));
  CHECK(std::isnan(poor.palma()));
  const Distribution one_rich = distribution_of(std::vector<double>{0, 0, 0, 5});
  CHECK(close(one_rich.gini(), 0.75));
  CHECK(close(one_rich.theil(), std::log(4)));
  CHECK(std::isnan(one_rich.p90_p10()));
}

TEST_CASE("any sample has the Gini and Theil of the plain definitions") {
  CHECK(rc::check([] {
    const std::vector<Weighted> sample = random_sample();
    const Distribution made = distribution_of(sample);
    RC_ASSERT(close(made.gini(), plain_gini(sample)));
    RC_ASSERT(close(made.theil(), plain_theil(sample)));
  }));
}

TEST_CASE("a weight stands for so many copies") {
  CHECK(rc::check([] {
    const std::vector<Weighted> sample = random_sample();
    std::vector<double> copies;
    for (const Weighted& w : sample) {
      copies.insert(copies.end(), static_cast<std::size_t>(w.weight), w.value);
    }
    const Distribution weighted = distribution_of(sample);
    const Distribution copied = distribution_of(copies);
    RC_ASSERT(close(weighted.gini(), copied.gini()));
    RC_ASSERT(close(weighted.theil(), copied.theil()));
    for (std::size_t k = 0; k < lorenz_percents.size(); ++k) {
      RC_ASSERT(weighted.quantile(k) == copied.quantile(k));
      RC_ASSERT(close(weighted.lorenz(k), copied.lorenz(k)));
    }
  }));
}

TEST_CASE("measures keep when all incomes or all weights are multiplied") {
  CHECK(rc::check([] {
    const std::vector<Weighted> sample = random_sample();
    std::vector<Weighted> scaled = sample;
    for (Weighted& w : scaled) w = {w.value * 32, w.weight * 7};
    const Distribution a = distribution_of(sample);
    const Distribution b = distribution_of(scaled);
    RC_ASSERT(close(a.gini(), b.gini()));
    RC_ASSERT(close(a.theil(), b.theil()));
    RC_ASSERT(close(a.lorenz(p40), b.lorenz(p40)));
    RC_ASSERT(32 * a.quantile(p90) == b.quantile(p90));
  }));
}

TEST_CASE("the parts of Theil add up to the whole for any division into groups") {
  CHECK(rc::check([] {
    const std::vector<Weighted> sample = random_sample();
    std::vector<std::vector<Weighted>> members(4);
    for (const Weighted& w : sample) members[*rc::gen::inRange<std::size_t>(0, 3)].push_back(w);
    std::vector<GroupSum> groups;
    double sum = 0;
    double within = 0;
    for (const auto& group : members) {
      const Distribution made = distribution_of(group);
      groups.push_back({made.weight(), made.sum()});
      sum += made.sum();
      if (made.sum() > 0) within += made.sum() * plain_theil(group);
    }
    const TheilParts parts = theil_parts(plain_theil(sample), groups);
    RC_ASSERT(close(parts.within, within / sum));
    RC_ASSERT(close(parts.within + parts.between, plain_theil(sample)));
    RC_ASSERT(parts.between >= -precision);
  }));
}

TEST_CASE("a list of values times their logarithms has the bits of single ones at every level") {
  std::vector<double> values{0, 1, 2, 3};
  for (int i = 0; i < 1001; ++i) values.push_back(std::floor(std::exp(i / 60.0)));
  for (const VectorLevel level : available_vector_levels()) {
    std::vector<double> listed(values.size());
    times_own_ln(values, listed, level);
    for (std::size_t i = 0; i < values.size(); ++i) CHECK(listed[i] == times_own_ln(values[i]));
  }
}

TEST_CASE("two groups of equals differ only between") {
  const std::vector<GroupSum> groups{{2, 2}, {2, 6}};
  const double theil = distribution_of(std::vector<double>{1, 1, 3, 3}).theil();
  const TheilParts parts = theil_parts(theil, groups);
  CHECK(std::abs(parts.within) < precision);
  CHECK(close(parts.between, 0.25 * std::log(0.5) + 0.75 * std::log(1.5)));
  CHECK(std::isnan(theil_parts(0, {}).within));
}
