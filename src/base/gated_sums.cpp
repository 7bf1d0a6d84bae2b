// Plain loops, compiled once per vector level.
#include "base/gated_sums.hpp"

#include "base/error.hpp"

namespace jtsim {

namespace {

[[gnu::always_inline]] inline void sum_columns(const GatedMatrix& matrix,
                                               std::span<const double> factors,
                                               std::span<double> sums) {
  const std::size_t columns = sums.size();
  for (std::size_t first = 0; first < columns; first += gated_columns) {
    double sum[gated_columns] = {};
    const double* value = matrix.values.data() + first;
    const double* gate = matrix.gates.data() + first;
    for (const double factor : factors) {
      for (std::size_t c = 0; c < gated_columns; ++c) {
        const double weight = value[c] * factor;
        sum[c] += gate[c] * matrix.scale >= matrix.least ? weight : 0.0;
      }
      value += columns;
      gate += columns;
    }
    for (std::size_t c = 0; c < gated_columns; ++c) sums[first + c] = sum[c];
  }
}

[[gnu::target("avx2")]] void sum_avx2(const GatedMatrix& matrix, std::span<const double> factors,
                                      std::span<double> sums) {
  sum_columns(matrix, factors, sums);
}

[[gnu::target("avx512f,avx512bw,avx512dq,avx512vl")]] void sum_avx512(
    const GatedMatrix& matrix, std::span<const double> factors, std::span<double> sums) {
  sum_columns(matrix, factors, sums);
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
      return sum_columns(matrix, factors, sums);
    case VectorLevel::avx2:
      return sum_avx2(matrix, factors, sums);
    case VectorLevel::avx512:
      return sum_avx512(matrix, factors, sums);
  }
}

}  // namespace jtsim
