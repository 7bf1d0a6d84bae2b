// The stages of a calibration.
#include "src/calibration/calibrate.hpp"

#include <algorithm>
#include <cmath>
#include <exception>

#include <nlopt.hpp>

#include "base/designs.hpp"
#include "src/calibration/evaluator.hpp"

namespace jtsim::app {

namespace {

/// Rows of equal length.
using Matrix = std::vector<std::vector<double>>;
using Point = std::vector<double>;

/// First steps of the search, and the distance over which slopes are taken, on the unit interval.
constexpr double first_step = 0.15;
constexpr double slope_step = 0.1;
/// Where the search ends: below what ten replicates can tell.
constexpr double smallest_step = 0.003;
constexpr double uniform_variance = 1.0 / 12;
/// What a scenario that cannot be simulated counts for the search, which knows no infinity.
constexpr double refused = 1e6;

/// The inverse of a symmetric positive definite matrix, by elimination without exchanges.
Matrix inverse(Matrix matrix) {
  const std::size_t n = matrix.size();
  Matrix result(n, std::vector<double>(n, 0));
  for (std::size_t i = 0; i < n; ++i) result[i][i] = 1;
  for (std::size_t i = 0; i < n; ++i) {
    expect(matrix[i][i] > 0, "a matrix with a prior is positive definite");
    for (std::size_t row = 0; row < n; ++row) {
      if (row == i) continue;
      const double factor = matrix[row][i] / matrix[i][i];
      for (std::size_t k = 0; k < n; ++k) {
        matrix[row][k] -= factor * matrix[i][k];
        result[row][k] -= factor * result[i][k];
      }
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (double& value : result[i]) value /= matrix[i][i];
  }
  return result;
}

class Calibration {
 public:
  Calibration(const CalibrationPlan& plan, TraceFile& trace, const CalibrationWatch& watch)
      : plan_(plan),
        trace_(trace),
        evaluator_(plan, trace, watch),
        replicates_{0, static_cast<std::uint32_t>(plan.settings.replicates)} {}

  Fit run() {
    Fit fit;
    fit.before = evaluator_.evaluate({plan_.start}, "start", replicates_).front();
    look_around();
    search();
    fit.fitted = evaluator_.best();
    fit.parameters = parameters_at(fit.fitted, uncertainty(fit.fitted));
    const output::ReplicateRange fresh{replicates_.count,
                                       static_cast<std::uint32_t>(plan_.settings.check_replicates)};
    fit.check = evaluator_.evaluate({fit.fitted.point}, "check", fresh).front();
    fit.evaluations = trace_.all().size();
    return fit;
  }

 private:
  void look_around() {
    const Design design =
        latin_hypercube(static_cast<std::size_t>(plan_.settings.candidates), plan_.factors.size(),
                        static_cast<std::uint64_t>(plan_.settings.seed));
    std::vector<Point> points;
    for (std::size_t i = 0; i < design.points(); ++i)
      points.emplace_back(design.point(i).begin(), design.point(i).end());
    evaluator_.evaluate(points, "candidate", replicates_);
  }

  void search() {
    if (plan_.settings.evaluations == 0) return;
    const auto dimensions = static_cast<unsigned>(plan_.factors.size());
    // BOBYQA models curvature and needs two dimensions.
    nlopt::opt search(dimensions > 1 ? nlopt::LN_BOBYQA : nlopt::LN_SBPLX, dimensions);
    search.set_lower_bounds(0.0);
    search.set_upper_bounds(1.0);
    search.set_initial_step(first_step);
    search.set_xtol_abs(smallest_step);
    search.set_maxeval(plan_.settings.evaluations);
    search.set_min_objective(&Calibration::objective, this);
    Point point = evaluator_.best().point;
    double value = 0;
    try {
      search.optimize(point, value);
    } catch (const nlopt::forced_stop&) {
      throw SearchStopped{};
    } catch (const nlopt::roundoff_limited&) {
      // As near as it gets; the best point is kept by the evaluator.
    }
  }

  static double objective(const Point& point, Point&, void* self) {
    auto& calibration = *static_cast<Calibration*>(self);
    try {
      const double value =
          calibration.evaluator_.evaluate({point}, "search", calibration.replicates_)
              .front()
              .objective;
      return std::min(value, refused);
    } catch (const SearchStopped&) {
      throw nlopt::forced_stop();
    } catch (...) {
      calibration.failure_ = std::current_exception();
      throw nlopt::forced_stop();
    }
  }

  /// Slopes of all targets, in units of their spread, along each parameter.
  Matrix slopes_at(const Evaluation& fitted) {
    std::vector<Point> points;
    for (std::size_t j = 0; j < fitted.point.size(); ++j) {
      for (const double step : {-slope_step, slope_step}) {
        points.push_back(fitted.point);
        points.back()[j] = std::clamp(fitted.point[j] + step, 0.0, 1.0);
      }
    }
    const std::vector<Evaluation> around = evaluator_.evaluate(points, "slope", replicates_);
    Matrix slopes(plan_.targets.size(), std::vector<double>(fitted.point.size()));
    for (std::size_t k = 0; k < plan_.targets.size(); ++k) {
      for (std::size_t j = 0; j < fitted.point.size(); ++j) {
        const Evaluation& below = around[2 * j];
        const Evaluation& above = around[2 * j + 1];
        const double slope = (above.means[k] - below.means[k]) / (above.point[j] - below.point[j]) /
                             noise_of(fitted, k);
        slopes[k][j] = std::isfinite(slope) ? slope : 0;
      }
    }
    return slopes;
  }

  /// Standard deviation of what a target can tell: of the evidence and of the simulated mean.
  double noise_of(const Evaluation& fitted, std::size_t k) const {
    const double spread = spread_of(plan_.targets[k]);
    const double simulated = std::isnan(fitted.standard_errors[k]) ? 0 : fitted.standard_errors[k];
    return std::sqrt(spread * spread + simulated * simulated);
  }

  /// Covariance of the point: slopes of the targets and the plausible ranges together.
  Matrix uncertainty(const Evaluation& fitted) {
    const Matrix slopes = slopes_at(fitted);
    const std::size_t n = fitted.point.size();
    Matrix knowledge(n, std::vector<double>(n, 0));
    for (std::size_t i = 0; i < n; ++i) {
      knowledge[i][i] = 1 / uniform_variance;
      for (std::size_t j = 0; j < n; ++j) {
        for (const std::vector<double>& row : slopes) knowledge[i][j] += row[i] * row[j];
      }
    }
    return inverse(std::move(knowledge));
  }

  std::vector<FittedParameter> parameters_at(const Evaluation& fitted,
                                             const Matrix& covariance) const {
    std::vector<FittedParameter> all;
    for (std::size_t j = 0; j < plan_.factors.size(); ++j) {
      const configs::Factor& factor = plan_.factors[j];
      const double deviation = std::sqrt(covariance[j][j]);
      const auto at = [&](double unit) {
        return configs::number_at(factor, std::clamp(unit, 0.0, 1.0));
      };
      all.push_back({.factor = factor,
                     .before = at(plan_.start[j]),
                     .value = at(fitted.point[j]),
                     .interval = {at(fitted.point[j] - normal_90 * deviation),
                                  at(fitted.point[j] + normal_90 * deviation)},
                     .uncertainty_left = deviation / std::sqrt(uniform_variance)});
    }
    return all;
  }

 public:
  std::exception_ptr failure() const { return failure_; }

 private:
  const CalibrationPlan& plan_;
  const TraceFile& trace_;
  Evaluator evaluator_;
  output::ReplicateRange replicates_;
  /// What a point threw, which must not pass through C code.
  std::exception_ptr failure_;
};

}  // namespace

std::optional<Fit> calibrate(const CalibrationPlan& plan, TraceFile& trace,
                             const CalibrationWatch& watch) {
  Calibration calibration(plan, trace, watch);
  try {
    return calibration.run();
  } catch (const SearchStopped&) {
    if (calibration.failure()) std::rethrow_exception(calibration.failure());
    return std::nullopt;
  }
}

}  // namespace jtsim::app
