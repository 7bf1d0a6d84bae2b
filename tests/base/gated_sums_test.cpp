// Gated sums against plain ones.
#include "base/gated_sums.hpp"

#include <vector>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "base/random.hpp"

using namespace jtsim;

TEST_CASE("every level gives the bits of a plain sum over what passes") {
  constexpr std::size_t rows = 13;
  const auto number = [](std::uint32_t i, std::uint32_t which) {
    return unit_interval(draw({1, 0}, Stream::market_league, i, 0, which));
  };
  for (const std::size_t columns : {std::size_t{8}, std::size_t{24}}) {
    std::vector<double> values;
    std::vector<double> gates;
    std::vector<double> factors;
    for (std::uint32_t i = 0; i < rows * columns; ++i) {
      values.push_back(1000 * number(i, 0));
      gates.push_back(number(i, 1));
    }
    for (std::uint32_t i = 0; i < rows; ++i) factors.push_back(number(i, 2));
    std::vector<double> expected(columns, 0.0);
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t j = 0; j < columns; ++j) {
        const std::size_t at = i * columns + j;
        if (gates[at] * 2 >= 0.9) expected[j] += values[at] * factors[i];
      }
    }
    for (const VectorLevel level : available_vector_levels()) {
      std::vector<double> sums(columns, -1.0);
      gated_sums({values, gates, 2, 0.9}, factors, sums, level);
      CHECK(sums == expected);
    }
  }
}

TEST_CASE("matrices of another shape are refused") {
  const std::vector<double> matrix(16);
  const std::vector<double> factors(2);
  std::vector<double> sums(8);
  CHECK_NOTHROW(gated_sums({matrix, matrix, 1, 0}, factors, sums));
  CHECK_THROWS_AS(gated_sums({matrix, matrix, 1, 0}, std::span(factors).first(1), sums),
                  LogicFault);
  CHECK_THROWS_AS(gated_sums({matrix, matrix, 1, 0}, factors, std::span(sums).first(4)),
                  LogicFault);
}
