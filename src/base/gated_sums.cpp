// One loop, compiled once per vector level.
#include "base/gated_sums.hpp"

#include <cstring>

#include "base/error.hpp"

namespace jtsim {

namespace {

/// Columns taken at once. Of the gate in a plain loop GCC 12 makes a branch, of these none.
template <std::size_t Width>
struct Lanes {
  using Type [[gnu::vector_size(Width * sizeof(double))]] = double;
};

/// `Width`: what the machine takes at once.
template <std::size_t Width>
[[gnu::always_inline]] inline void sum_columns(const GatedMatrix& matrix,
                                               std::span<const double> factors,
                                               std::span<double> sums) {
  using Vector = typename Lanes<Width>::Type;
  static_assert(gated_columns % Width == 0);
  constexpr std::size_t parts = gated_columns / Width;
  const std::size_t columns = sums.size();
  for (std::size_t first = 0; first < columns; first += gated_columns) {
    Vector sum[parts] = {};
    const double* values = matrix.values.data() + first;
    const double* gates = matrix.gates.data() + first;
    for (const double factor : factors) {
      for (std::size_t p = 0; p < parts; ++p) {
        Vector value;
        Vector gate;
        std::memcpy(&value, values + p * Width, sizeof value);
        std::memcpy(&gate, gates + p * Width, sizeof gate);
        sum[p] += gate * matrix.scale >= matrix.least ? value * factor : Vector{};
      }
      values += columns;
      gates += columns;
    }
    std::memcpy(sums.data() + first, sum, sizeof sum);
  }
}

[[gnu::target("avx2")]] void sum_avx2(const GatedMatrix& matrix, std::span<const double> factors,
                                      std::span<double> sums) {
  sum_columns<4>(matrix, factors, sums);
}

[[gnu::target("avx512f,avx512bw,avx512dq,avx512vl")]] void sum_avx512(
    const GatedMatrix& matrix, std::span<const double> factors, std::span<double> sums) {
  sum_columns<8>(matrix, factors, sums);
}

}  // namespace

void gated_sums(const GatedMatrix& matrix, std::span<const double> factors, std::span<double> sums,
                VectorLevel level) {
  expect(sums.size() % gated_columns == 0, "columns are padded");
  expect(matrix.values.size() == factors.size() * sums.size() &&
             matrix.gates.size() == matrix.values.size(),
         "one row of both matrices per factor");
  switch (level) {
    case VectorLevel::portable:
      return sum_columns<2>(matrix, factors, sums);
    case VectorLevel::avx2:
      return sum_avx2(matrix, factors, sums);
    case VectorLevel::avx512:
      return sum_avx512(matrix, factors, sums);
  }
}

}  // namespace jtsim
