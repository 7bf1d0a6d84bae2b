// The kind `urn`: closed form, equations against persons, network.
#include "agents/urn.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include <doctest/doctest.h>

#include "agents/urn_expected.hpp"
#include "agents/urn_population.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

constexpr std::uint64_t seed = 20'201'231;

UrnInputs one_pool(double employment) {
  UrnInputs inputs;
  inputs.occupations = {{{"all", "all", "all"}, employment, 0}};
  return inputs;
}

template <class Engine>
UrnHistory followed(Engine engine, int steps) {
  UrnHistory history;
  for (int step = 0; step < steps; ++step) {
    engine.advance();
    history.add(engine.stocks(), engine.long_term_unemployed());
  }
  return history;
}

UrnHistory expected(const UrnInputs& inputs, int steps) {
  return followed(UrnExpectation(inputs), steps);
}

UrnHistory persons(const UrnInputs& inputs, std::uint32_t replicate, int steps) {
  return followed(UrnPopulation(inputs, {seed, replicate}), steps);
}

double mean_rate(const UrnHistory& history, UrnRate rate, int first, int last) {
  double sum = 0;
  for (int step = first; step < last; ++step)
    sum += history.rates[static_cast<std::size_t>(step) * 3 + index_of(rate)];
  return sum / (last - first);
}

/// Unemployed of an occupation, mean over steps.
double mean_unemployed(const UrnHistory& history, std::size_t occupations, std::size_t i, int first,
                       int last) {
  double sum = 0;
  for (int step = first; step < last; ++step) {
    const std::size_t row = static_cast<std::size_t>(step) * occupations + i;
    sum += history.stocks[row * 3 + index_of(UrnQuantity::unemployed)];
  }
  return sum / (last - first);
}

struct Mean {
  double mean = 0;
  double error = 0;
};

Mean mean_of(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  Mean m;
  m.mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const double v : values) squares += (v - m.mean) * (v - m.mean);
  m.error = std::sqrt(squares / (n - 1) / n);
  return m;
}

/// A network of 2 to 7 occupations with other parameters, demand and weights every time.
UrnInputs random_network(std::uint32_t number) {
  std::mt19937 engine(number);
  const auto uniform = [&](double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(engine);
  };
  UrnInputs inputs;
  const std::size_t n = 2 + number % 6;
  for (std::size_t i = 0; i < n; ++i)
    inputs.occupations.push_back({{}, std::floor(uniform(4e3, 4e4)), uniform(0, 0.6)});
  inputs.settings.du = uniform(0.01, 0.03);
  inputs.settings.dv = uniform(0.008, 0.02);
  inputs.settings.gu = uniform(0.05, 0.3);
  inputs.settings.gv = uniform(0.05, 0.3);
  if (number % 4 != 0) {
    inputs.proximity = {n, std::vector<double>(n * n, 0.0)};
    for (std::size_t from = 0; from < n; ++from) {
      for (std::size_t to = 0; to < n; ++to) {
        const bool linked = from == to || uniform(0, 1) < 0.6;
        if (linked) inputs.proximity(from, to) = uniform(0.05, 1);
      }
    }
  }
  if (number % 3 == 1) inputs.demand = SineDemand{10, 5, 0.03};
  if (number % 3 == 2) inputs.demand = SigmoidDemand{20, 10, 0.999, ""};
  return inputs;
}

}  // namespace

TEST_CASE("the equations of one occupation stand at the closed form") {
  UrnInputs inputs = one_pool(1e5);
  inputs.settings.mode = UrnMode::expected;
  const UrnHistory history = expected(inputs, 301);
  CHECK(std::abs(100 * history.rates[900] - 4.1066) < 1e-4);
  CHECK(std::abs(100 * history.rates[901] - 1.7219) < 1e-4);
  CHECK(std::abs(100 * history.rates[902] - 1.0092) < 1e-4);
}

TEST_CASE("a matrix of equal weights is the complete network, for persons and equations") {
  UrnInputs complete = random_network(8);
  complete.proximity = {};
  UrnInputs matrix = complete;
  matrix.proximity = {complete.count(),
                      std::vector<double>(complete.count() * complete.count(), 0.37)};
  const UrnHistory a = expected(complete, 60);
  const UrnHistory b = expected(matrix, 60);
  for (std::size_t i = 0; i < a.stocks.size(); ++i)
    CHECK(a.stocks[i] == doctest::Approx(b.stocks[i]).epsilon(1e-9));
  std::vector<double> x;
  std::vector<double> y;
  for (std::uint32_t run = 0; run < 8; ++run) {
    x.push_back(mean_rate(persons(complete, run, 60), UrnRate::unemployment, 30, 60));
    y.push_back(mean_rate(persons(matrix, 100 + run, 60), UrnRate::unemployment, 30, 60));
  }
  CHECK(std::abs(mean_of(x).mean - mean_of(y).mean) <
        5 * std::hypot(mean_of(x).error, mean_of(y).error));
}

TEST_CASE("persons and equations agree on random networks within their stated error") {
  // Statistical: five standard errors of eight runs. Systematic: 2 % of the figure, because an
  // expected value of a ratio is not the ratio of expected values; it falls as 1 / persons.
  constexpr int steps = 120;
  constexpr int first = 60;
  constexpr std::uint32_t runs = 8;
  for (std::uint32_t number = 0; number < 12; ++number) {
    CAPTURE(number);
    UrnInputs inputs = random_network(number);
    const UrnHistory exact = expected(inputs, steps);
    std::vector<UrnHistory> drawn;
    for (std::uint32_t run = 0; run < runs; ++run) drawn.push_back(persons(inputs, run, steps));
    const auto agrees = [&](auto&& figure) {
      std::vector<double> values;
      for (const UrnHistory& history : drawn) values.push_back(figure(history));
      const Mean m = mean_of(values);
      const double should = figure(exact);
      CHECK_MESSAGE(std::abs(m.mean - should) < 5 * m.error + 0.02 * should,
                    m.mean << " against " << should << " +- " << m.error);
    };
    for (const UrnRate rate : all_of_enum<UrnRate>())
      agrees([&](const UrnHistory& h) { return mean_rate(h, rate, first, steps); });
    for (std::size_t i = 0; i < inputs.count(); ++i) {
      agrees(
          [&](const UrnHistory& h) { return mean_unemployed(h, inputs.count(), i, first, steps); });
    }
  }
}

TEST_CASE("small populations have the published means") {
  // 4.150 for 1,000 and 4.122 for 10,000 persons, with a standard deviation of one run's mean of
  // 0.248 and 0.067; a mean of n runs is off by five standard errors once in 1.7 million.
  struct Size {
    double employment;
    double mean;
    double deviation;
    std::uint32_t runs;
  };
  for (const Size& size : {Size{984, 4.150, 0.248, 200}, Size{9'843, 4.122, 0.067, 40}}) {
    std::vector<double> means;
    for (std::uint32_t run = 0; run < size.runs; ++run) {
      const UrnHistory history = persons(one_pool(size.employment), run, 400);
      means.push_back(100 * mean_rate(history, UrnRate::unemployment, 150, 400));
    }
    // The published means have an error too; ten runs are assumed behind them.
    const double error = size.deviation * std::sqrt(1.0 / size.runs + 0.1);
    CHECK(std::abs(mean_of(means).mean - size.mean) < 5 * error);
  }
}

TEST_CASE("nobody appears or disappears, and no stock falls below 0") {
  const UrnInputs inputs = random_network(5);
  UrnPopulation population(inputs, {seed, 3});
  const UrnStocks& now = population.stocks();
  const auto all = [&] {
    return std::accumulate(now.employed.begin(), now.employed.end(), 0.0) +
           std::accumulate(now.unemployed.begin(), now.unemployed.end(), 0.0);
  };
  const double at_start = all();
  for (int step = 0; step < 100; ++step) {
    population.advance();
    CHECK(all() == at_start);
    for (std::size_t i = 0; i < inputs.count(); ++i) {
      CHECK(now.vacancies[i] >= 0);
      CHECK(now.unemployed[i] >= 0);
      CHECK(now.employed[i] >= 0);
    }
    CHECK(population.long_term_unemployed() <=
          std::accumulate(now.unemployed.begin(), now.unemployed.end(), 0.0));
  }
}

TEST_CASE("a run is a function of seed and replicate, and replicates differ") {
  const UrnInputs inputs = random_network(7);
  CHECK(persons(inputs, 1, 30).stocks == persons(inputs, 1, 30).stocks);
  CHECK(persons(inputs, 1, 30).stocks != persons(inputs, 2, 30).stocks);
}

TEST_CASE("who has no way out stays unemployed") {
  UrnInputs inputs = one_pool(1'000);
  inputs.occupations.push_back({{}, 1'000, 0});
  inputs.proximity = {2, {1, 0, 0, 0}};
  for (const UrnHistory& history : {expected(inputs, 50), persons(inputs, 0, 50)}) {
    double before = 0;
    for (int step = 0; step < 50; ++step) {
      const double stuck = mean_unemployed(history, 2, 1, step, step + 1);
      CHECK(stuck >= before);
      before = stuck;
    }
  }
}

TEST_CASE("searchers choose occupations in proportion to vacancies and proximity") {
  const Matrix proximity{3, {0.5, 0, 1, 1, 1, 1, 0, 0, 0}};
  const std::vector<double> vacancies{30, 1'000, 5};
  UrnNetwork network(proximity);
  CHECK_FALSE(network.turn_to(2, vacancies));
  CHECK_FALSE(network.turn_to(0, std::vector<double>{0, 1'000, 0}));
  REQUIRE(network.turn_to(0, vacancies));
  std::vector<double> chosen(3, 0.0);
  constexpr std::uint32_t words = 400'000;
  // Even words: shares are exact up to one word for each border.
  for (std::uint32_t k = 0; k < words; ++k)
    chosen[network.choice(static_cast<std::uint32_t>((std::uint64_t{k} << 32) / words))] += 1;
  CHECK(chosen[0] == doctest::Approx(words * 15.0 / 20).epsilon(1e-5));
  CHECK(chosen[1] == 0);
  CHECK(chosen[2] == doctest::Approx(words * 5.0 / 20).epsilon(1e-5));
  CHECK(network.choice(0) == 0);
  CHECK(network.choice(0xFFFF'FFFF) == 2);
}
