// Marches along the density of Student's t until the probability is reached.
#include "base/student_t.hpp"

#include <cmath>
#include <numbers>

#include "base/error.hpp"

namespace jtsim {

namespace {

/// Width of a cell of Simpson's rule; the density is smooth on the scale of 1.
constexpr double cell = 1.0 / 128;
/// Newton's method doubles its digits every time.
constexpr int newton_steps = 4;

/// Gamma((n + 1) / 2) / (sqrt(n pi) Gamma(n / 2)) by the recurrence n -> n + 2.
double density_at_zero(int degrees) {
  const bool is_odd = degrees % 2 == 1;
  double factor = is_odd ? 1 / std::numbers::pi : 0.5 / std::sqrt(2.0);
  for (int n = is_odd ? 1 : 2; n < degrees; n += 2)
    factor *= (n + 1.0) / n * std::sqrt(n / (n + 2.0));
  return factor;
}

class Density {
 public:
  explicit Density(int degrees) : degrees_(degrees), at_zero_(density_at_zero(degrees)) {}

  /// (1 + x^2 / n)^(-(n + 1) / 2) with whole and half powers.
  double operator()(double x) const {
    const double base = 1 / (1 + x * x / degrees_);
    double value = at_zero_ * (degrees_ % 2 == 1 ? 1.0 : std::sqrt(base));
    double power = base;
    for (int whole = (degrees_ + 1) / 2; whole > 0; whole /= 2) {
      if (whole % 2 == 1) value *= power;
      power *= power;
    }
    return value;
  }
  double integral(double from, double to) const {
    const double middle = 0.5 * (from + to);
    return (to - from) / 6 * ((*this)(from) + 4 * (*this)(middle) + (*this)(to));
  }

 private:
  int degrees_;
  double at_zero_;
};

}  // namespace

double student_t_quantile(double p, int degrees) {
  expect(p >= 0.5 && p < 1 && degrees >= 1, "a quantile of the upper half is asked for");
  const Density density(degrees);
  double left = p - 0.5;
  double x = 0;
  // By whole cells as long as one fits, then by Newton's method within the last.
  for (double next = density.integral(x, x + cell); next < left;
       next = density.integral(x, x + cell)) {
    left -= next;
    x += cell;
  }
  double t = x;
  for (int i = 0; i < newton_steps; ++i) t += (left - density.integral(x, t)) / density(t);
  return t;
}

}  // namespace jtsim
