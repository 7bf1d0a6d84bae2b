// Apportionment against exact whole-number arithmetic.
#include "base/apportion.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "base/random.hpp"

using namespace jtsim;

namespace {

using Shares = std::vector<std::int32_t>;
constexpr Luck luck{.seed = 11};

std::vector<double> whole_weights(std::uint32_t set, std::size_t size, std::uint32_t below) {
  std::vector<double> weights(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    weights[i] = draw(luck, Stream::markov, i, 1, set) % below;
  }
  weights[0] += 1;
  return weights;
}

/// The definition, in whole numbers only.
Shares by_definition(std::int64_t total, const std::vector<double>& weights) {
  std::int64_t sum = 0;
  for (const double w : weights) sum += static_cast<std::int64_t>(w);
  Shares shares;
  std::vector<std::pair<std::int64_t, std::size_t>> order;  // (-remainder, index)
  std::int64_t missing = total;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const std::int64_t product = total * static_cast<std::int64_t>(weights[i]);
    shares.push_back(static_cast<std::int32_t>(product / sum));
    order.emplace_back(-(product % sum), i);
    missing -= product / sum;
  }
  std::sort(order.begin(), order.end());
  for (std::size_t k = 0; k < static_cast<std::size_t>(missing); ++k) ++shares[order[k].second];
  return shares;
}

}  // namespace

TEST_CASE("whole weights give exactly the shares of the definition") {
  for (std::uint32_t set = 0; set < 3000; ++set) {
    const std::vector<double> weights = whole_weights(set, 1 + set % 40, 1 + set % 17);
    CHECK(apportion(set % 101, weights) == by_definition(set % 101, weights));
  }
  for (std::uint32_t set = 0; set < 300; ++set) {
    const std::vector<double> weights = whole_weights(set, 20, 400'000);
    CHECK(apportion(215'635, weights) == by_definition(215'635, weights));
  }
}

TEST_CASE("equal remainders go to the lower index") {
  CHECK(apportion(1, std::vector<double>{1, 1, 1}) == Shares{1, 0, 0});
  CHECK(apportion(2, std::vector<double>{1, 1, 1}) == Shares{1, 1, 0});
  // Quotas 1/3, 4/3, 4/3: a fraction of the rounded quotient would favour the later ones.
  CHECK(apportion(3, std::vector<double>{1, 4, 4}) == Shares{1, 1, 1});
  CHECK(apportion(7, std::vector<double>{0.5, 0.5}) == Shares{4, 3});
}

TEST_CASE("the larger remainder goes first") {
  CHECK(apportion(10, std::vector<double>{1, 2, 4}) == Shares{1, 3, 6});
  CHECK(apportion(100, std::vector<double>{47'000, 16'000, 15'800, 12'000, 6'100, 3'100}) ==
        Shares{47, 16, 16, 12, 6, 3});
}

TEST_CASE("any weights sum to the total, within one of the quota") {
  ApportionScratch scratch;
  for (std::uint32_t set = 0; set < 2000; ++set) {
    std::vector<double> weights(1 + set % 300);
    double sum = 0;
    for (std::uint32_t i = 0; i < weights.size(); ++i) {
      const double u = uniform(luck, Stream::markov, i, 2, set);
      weights[i] = i % 7 == 3 ? 0 : u * u * 1e-6;
      sum += weights[i];
    }
    const std::int64_t total = set * 7919;
    std::vector<std::int64_t> shares(weights.size(), -1);
    apportion(total, weights, shares, scratch);
    CHECK(std::accumulate(shares.begin(), shares.end(), std::int64_t{0}) == total);
    for (std::size_t i = 0; i < weights.size(); ++i) {
      REQUIRE(std::abs(static_cast<double>(shares[i]) -
                       static_cast<double>(total) * weights[i] / sum) < 1 + 1e-6);
      if (weights[i] == 0) REQUIRE(shares[i] == 0);
    }
  }
}

TEST_CASE("totals near the limit of doubles still sum exactly") {
  ApportionScratch scratch;
  for (std::uint32_t set = 0; set < 2000; ++set) {
    std::vector<double> weights(1 + set % 300);
    for (std::uint32_t i = 0; i < weights.size(); ++i) {
      weights[i] = uniform(luck, Stream::markov, i, 3, set);
    }
    const std::int64_t total = (std::int64_t{1} << 53) - set;
    std::vector<std::int64_t> shares(weights.size());
    apportion(total, weights, shares, scratch);
    CHECK(std::accumulate(shares.begin(), shares.end(), std::int64_t{0}) == total);
    CHECK(*std::min_element(shares.begin(), shares.end()) >= 0);
  }
}

TEST_CASE("quotients too large by rounding are taken back where the remainders are smallest") {
  // 1 + 2^-53 rounds to 1, so the sum of the weights misses the small ones and every quotient is a
  // little too large.
  constexpr std::int64_t total = std::int64_t{1} << 53;
  std::vector<double> weights(11, 0x1p-53);
  weights[0] = 1;
  std::vector<std::int64_t> shares(weights.size());
  ApportionScratch scratch;
  apportion(total, weights, shares, scratch);
  CHECK(std::accumulate(shares.begin(), shares.end(), std::int64_t{0}) == total);
  CHECK(shares[0] == total);
}

TEST_CASE("a scratch used before changes nothing") {
  ApportionScratch scratch;
  for (std::uint32_t set = 0; set < 50; ++set) {
    const std::vector<double> weights = whole_weights(set, 1 + (set * 7) % 40, 9);
    Shares shares(weights.size(), 77);
    apportion(set, weights, shares, scratch);
    CHECK(shares == apportion(set, weights));
  }
}

TEST_CASE("nothing to give and nobody to give to are told apart") {
  CHECK(apportion(0, std::vector<double>{0, 0}) == Shares{0, 0});
  CHECK(apportion(0, std::vector<double>{}).empty());
  CHECK(apportion(5, std::vector<double>{0, 2, 0}) == Shares{0, 5, 0});
  CHECK_THROWS_AS(apportion(1, std::vector<double>{0, 0}), LogicFault);
  CHECK_THROWS_AS(apportion(1, std::vector<double>{}), LogicFault);
}

TEST_CASE("what is no total or no weight is refused") {
  CHECK_THROWS_AS(apportion(-1, std::vector<double>{1}), LogicFault);
  CHECK_THROWS_AS(apportion(std::int64_t{1} << 31, std::vector<double>{1}), LogicFault);
  CHECK_THROWS_AS(apportion(1, std::vector<double>{1, -1}), LogicFault);
  CHECK_THROWS_AS(apportion(1, std::vector<double>{std::numeric_limits<double>::infinity()}),
                  LogicFault);
  CHECK_THROWS_AS(apportion(1, std::vector<double>{std::numeric_limits<double>::quiet_NaN()}),
                  LogicFault);
}
