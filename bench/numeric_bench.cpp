// Speed of the logarithms, powers, quantiles, and of apportionment.
#include <cstdint>
#include <span>
#include <vector>

#include <benchmark/benchmark.h>

#include "base/apportion.hpp"
#include "base/distributions.hpp"
#include "base/log2.hpp"
#include "base/random.hpp"

namespace {

using namespace jtsim;

/// Uniform numbers to feed a function with, too many to be learnt by the branch predictor.
const std::vector<double>& uniforms() {
  static const std::vector<double> values = [] {
    std::vector<double> v(4096);
    for (std::uint32_t i = 0; i < v.size(); ++i) v[i] = uniform({.seed = 3}, Stream::markov, i, 0);
    return v;
  }();
  return values;
}

template <class Function>
void over_uniforms(benchmark::State& state, const Function& function) {
  const std::vector<double>& u = uniforms();
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(function(u[i++ % u.size()]));
}

void log2_of(benchmark::State& state) { over_uniforms(state, log2_fixed); }
BENCHMARK(log2_of);

void ln_of(benchmark::State& state) { over_uniforms(state, ln_fixed); }
BENCHMARK(ln_of);

void exp2_of(benchmark::State& state) { over_uniforms(state, exp2_fixed); }
BENCHMARK(exp2_of);

void pow_of(benchmark::State& state) {
  over_uniforms(state, [](double u) { return pow_fixed(u, 1.7); });
}
BENCHMARK(pow_of);

void normal_of(benchmark::State& state) { over_uniforms(state, normal_quantile); }
BENCHMARK(normal_of);

/// Binomial(n, argument / n) for n = 100 times the argument.
void binomial_of_mean(benchmark::State& state) {
  const auto mean = static_cast<std::uint32_t>(state.range(0));
  over_uniforms(state, [=](double u) { return binomial_quantile(100 * mean, 0.01, u); });
}
BENCHMARK(binomial_of_mean)->Arg(1)->Arg(45)->Arg(1000)->Arg(100'000);

void poisson_of_mean(benchmark::State& state) {
  const auto mean = static_cast<double>(state.range(0));
  over_uniforms(state, [=](double u) { return poisson_quantile(mean, u); });
}
BENCHMARK(poisson_of_mean)->Arg(1)->Arg(45)->Arg(1000)->Arg(10'000'000);

void apportion_among(benchmark::State& state) {
  const std::span<const double> weights =
      std::span(uniforms()).first(static_cast<std::size_t>(state.range(0)));
  std::vector<std::int32_t> shares(weights.size());
  ApportionScratch scratch;
  for (auto _ : state) {
    apportion(10'811, weights, shares, scratch);
    benchmark::ClobberMemory();
  }
}
BENCHMARK(apportion_among)->Arg(12)->Arg(240);

}  // namespace
