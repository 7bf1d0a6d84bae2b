// Largest-remainder apportionment in doubles that stays exact for whole weights.
#include "base/apportion.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.hpp"

namespace jtsim {

namespace {

constexpr std::int64_t largest_total = std::int64_t{1} << 53;
constexpr double infinity = std::numeric_limits<double>::infinity();

double sum_of(std::span<const double> weights) {
  double sum = 0;
  for (const double w : weights) {
    expect(w >= 0 && w < infinity, "a weight is finite and not negative");
    sum += w;
  }
  return sum;
}

/// A share rounded down, and the rest in units of the weights.
struct Quotient {
  double whole;
  double rest;
};

/// The rest is computed by multiplying back, because the fraction of a rounded quotient would break
/// ties at random.
Quotient divide(double product, double sum) {
  Quotient q{.whole = std::floor(product / sum), .rest = 0};
  q.rest = product - q.whole * sum;
  if (q.rest < 0) {
    q.whole -= 1;
    q.rest += sum;
  } else if (q.rest >= sum) {
    q.whole += 1;
    q.rest -= sum;
  }
  return q;
}

bool comes_first(const ShareRemainder& a, const ShareRemainder& b) {
  return a.value != b.value ? a.value > b.value : a.index < b.index;
}

/// Gives `missing` ones to the largest remainders. That is fewer than there are remainders, unless
/// the total is so large that quotients were rounded by whole units; then it goes round until the
/// sum is right.
template <class Share>
void hand_out(std::int64_t missing, std::span<Share> shares, ApportionScratch& remainders) {
  const auto count = static_cast<std::int64_t>(remainders.size());
  if (missing >= 0 && missing < count) {
    const auto end = remainders.begin() + missing;
    std::nth_element(remainders.begin(), end, remainders.end(), comes_first);
    std::for_each(remainders.begin(), end, [&](const auto& r) { ++shares[r.index]; });
    return;
  }
  std::sort(remainders.begin(), remainders.end(), comes_first);
  for (; missing > 0; --missing)
    ++shares[remainders[static_cast<std::size_t>((missing - 1) % count)].index];
  for (auto r = remainders.rbegin(); missing < 0; ++r) {
    if (r == remainders.rend()) r = remainders.rbegin();
    if (shares[r->index] == 0) continue;
    --shares[r->index];
    ++missing;
  }
}

template <class Share>
void split(std::int64_t total, std::span<const double> weights, std::span<Share> shares,
           ApportionScratch& scratch) {
  expect(shares.size() == weights.size(), "one share per weight");
  constexpr std::int64_t largest =
      std::min<std::int64_t>(std::numeric_limits<Share>::max(), largest_total);
  expect(total >= 0 && total <= largest, "the total fits a share and a double");
  const double sum = sum_of(weights);
  expect(sum < infinity / static_cast<double>(largest), "the weights are no astronomical numbers");
  std::fill(shares.begin(), shares.end(), Share{0});
  if (total == 0) return;
  expect(sum > 0, "somebody has a weight");
  scratch.clear();
  std::int64_t missing = total;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] == 0) continue;
    const Quotient q = divide(static_cast<double>(total) * weights[i], sum);
    shares[i] = static_cast<Share>(q.whole);
    missing -= shares[i];
    scratch.push_back({q.rest, i});
  }
  hand_out(missing, shares, scratch);
}

}  // namespace

void apportion(std::int64_t total, std::span<const double> weights, std::span<std::int64_t> shares,
               ApportionScratch& scratch) {
  split(total, weights, shares, scratch);
}

void apportion(std::int64_t total, std::span<const double> weights, std::span<std::int32_t> shares,
               ApportionScratch& scratch) {
  split(total, weights, shares, scratch);
}

std::vector<std::int32_t> apportion(std::int64_t total, std::span<const double> weights) {
  std::vector<std::int32_t> shares(weights.size());
  ApportionScratch scratch;
  split<std::int32_t>(total, weights, shares, scratch);
  return shares;
}

}  // namespace jtsim
