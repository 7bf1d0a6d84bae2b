// Anderson's mixing with a short memory.
#include "agents/fixed_point.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.hpp"

namespace jtsim::agents {

namespace {

/// Steps that are combined; more gain little and make the small system below ill-conditioned.
constexpr std::size_t memory = 12;
/// Added to the diagonal of that system, relative to its largest element.
constexpr double regularisation = 1e-13;

double dot(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

/// A symmetric positive definite system in row order; the right-hand side becomes the solution.
struct System {
  std::vector<double> matrix;
  std::vector<double> right;

  double& at(std::size_t i, std::size_t j) { return matrix[i * right.size() + j]; }

  /// Gauss's elimination; such a matrix needs no exchange of rows.
  void solve() {
    const std::size_t n = right.size();
    for (std::size_t k = 0; k < n; ++k) {
      for (std::size_t i = k + 1; i < n; ++i) subtract_row(i, k, at(i, k) / at(k, k));
    }
    for (std::size_t k = n; k-- > 0;) {
      for (std::size_t j = k + 1; j < n; ++j) right[k] -= at(k, j) * right[j];
      right[k] /= at(k, k);
    }
  }

 private:
  void subtract_row(std::size_t i, std::size_t k, double factor) {
    for (std::size_t j = k; j < right.size(); ++j) at(i, j) -= factor * at(k, j);
    right[i] -= factor * right[k];
  }
};

}  // namespace

FixedPoint::FixedPoint(std::size_t size) : last_x_(size), last_residual_(size), residual_(size) {}

double FixedPoint::advance(std::span<double> x, std::span<const double> image) {
  expect(x.size() == residual_.size() && image.size() == residual_.size(),
         "one image for every unknown");
  double largest = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    residual_[i] = image[i] - x[i];
    if (std::isnan(residual_[i])) return std::numeric_limits<double>::infinity();
    largest = std::max(largest, std::abs(residual_[i]));
  }
  if (advances_ > 0) remember(x);
  const std::vector<double> weight = combination();
  last_x_.assign(x.begin(), x.end());
  last_residual_ = residual_;
  ++advances_;
  for (std::size_t i = 0; i < x.size(); ++i) {
    double step = residual_[i];
    for (std::size_t k = 0; k < weight.size(); ++k) {
      step -= weight[k] * (steps_[k].move[i] + steps_[k].residual_change[i]);
    }
    x[i] += std::clamp(step, -longest_step, longest_step);
  }
  return largest;
}

void FixedPoint::remember(std::span<const double> x) {
  const std::size_t place = (advances_ - 1) % memory;
  if (place == steps_.size()) steps_.push_back({});
  Step& step = steps_[place];
  step.move.resize(x.size());
  step.residual_change.resize(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    step.move[i] = x[i] - last_x_[i];
    step.residual_change[i] = residual_[i] - last_residual_[i];
  }
}

/// Weights of the remembered steps that bring the residual closest to 0 (least squares).
std::vector<double> FixedPoint::combination() const {
  const std::size_t n = steps_.size();
  System system{std::vector<double>(n * n), std::vector<double>(n)};
  double largest = 0;
  for (std::size_t i = 0; i < n; ++i) {
    system.right[i] = dot(steps_[i].residual_change, residual_);
    for (std::size_t j = 0; j < n; ++j) {
      system.at(i, j) = dot(steps_[i].residual_change, steps_[j].residual_change);
    }
    largest = std::max(largest, system.at(i, i));
  }
  if (largest == 0) return {};
  for (std::size_t i = 0; i < n; ++i) system.at(i, i) += regularisation * largest;
  system.solve();
  return system.right;
}

}  // namespace jtsim::agents
