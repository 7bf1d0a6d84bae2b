// Measures of inequality from the sums of an ascending pass.
#include "base/inequality.hpp"

#include "base/error.hpp"

namespace jtsim {

namespace {

constexpr double not_defined = std::numeric_limits<double>::quiet_NaN();
/// Sums of fractional weights may fall short of a percentage by rounding alone.
constexpr double rounding = 1e-12;

constexpr std::size_t p10 = percent_index(10);
constexpr std::size_t p40 = percent_index(40);
constexpr std::size_t p90 = percent_index(90);

double ratio(double a, double b) { return b > 0 ? a / b : not_defined; }

/// A plain loop, which the compiler turns into vectors; it is compiled once per level. 0 takes the
/// logarithm of 1.
[[gnu::always_inline]] inline void fill_own_ln(const double* values, double* out,
                                               std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    const double value = values[i];
    out[i] = value * log2_kernel::ln_sum(value < 1 ? 1.0 : value).high;
  }
}

void fill_own_ln_portable(const double* values, double* out, std::size_t size) {
  fill_own_ln(values, out, size);
}

[[gnu::target("avx2")]] void fill_own_ln_avx2(const double* values, double* out, std::size_t size) {
  fill_own_ln(values, out, size);
}

[[gnu::target("avx512f,avx512bw,avx512dq,avx512vl")]] void fill_own_ln_avx512(const double* values,
                                                                              double* out,
                                                                              std::size_t size) {
  fill_own_ln(values, out, size);
}

}  // namespace

void times_own_ln(std::span<const double> values, std::span<double> out, VectorLevel level) {
  expect(values.size() == out.size(), "every value has one result");
  switch (level) {
    case VectorLevel::portable:
      return fill_own_ln_portable(values.data(), out.data(), values.size());
    case VectorLevel::avx2:
      return fill_own_ln_avx2(values.data(), out.data(), values.size());
    case VectorLevel::avx512:
      return fill_own_ln_avx512(values.data(), out.data(), values.size());
  }
}

void Distribution::next_percent(std::size_t k) {
  next_ = k;
  // Whole weights times a whole percentage are exact, so that 40 percent of 10 are 4.
  due_ = k < lorenz_percents.size() && total_ > 0
             ? lorenz_percents[k] * total_ * (1 - rounding) / 100
             : std::numeric_limits<double>::infinity();
}

void Distribution::note(double value) {
  quantiles_[next_] = value;
  const double reached = lorenz_percents[next_] * total_ / 100;
  const double beyond = weight_ > reached ? weight_ - reached : 0.0;
  masses_[next_] = sum_ - beyond * value;
  next_percent(next_ + 1);
}

double Distribution::mean() const { return ratio(sum_, weight_); }

double Distribution::gini() const { return ratio(ranked_, weight_ * sum_) - 1; }

double Distribution::theil() const {
  return sum_ > 0 ? log_sum_ / sum_ - ln_fixed(sum_ / weight_) : not_defined;
}

double Distribution::quantile(std::size_t k) const {
  return k < next_ ? quantiles_[k] : not_defined;
}

double Distribution::lorenz(std::size_t k) const {
  return k < next_ ? ratio(masses_[k], sum_) : not_defined;
}

double Distribution::palma() const { return ratio(1 - lorenz(p90), lorenz(p40)); }

double Distribution::p90_p10() const { return ratio(quantile(p90), quantile(p10)); }

TheilParts theil_parts(double theil, std::span<const GroupSum> groups) {
  GroupSum all;
  for (const GroupSum& group : groups) {
    all.weight += group.weight;
    all.sum += group.sum;
  }
  if (all.sum <= 0) return {not_defined, not_defined};
  double between = 0;
  for (const GroupSum& group : groups) {
    if (group.sum <= 0) continue;
    const double share = group.sum / all.sum;
    between += share * ln_fixed(share * all.weight / group.weight);
  }
  return {theil - between, between};
}

}  // namespace jtsim
