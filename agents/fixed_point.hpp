// Finding x = g(x) from few evaluations of g, where plain iteration creeps.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace jtsim::agents {

/// Anderson's mixing (Walker and Ni 2011, "Anderson acceleration for fixed-point iterations", SIAM
/// J. Numer. Anal. 49, 1715-1735): the next point combines the last ones such that their residuals
/// g(x) - x would cancel best if g were linear. Works in a fixed order of operations.
class FixedPoint {
 public:
  /// For `size` unknowns.
  explicit FixedPoint(std::size_t size);

  /// Replaces `x` by the next point, given g(x). No unknown moves by more than `longest_step`.
  /// Returns the largest residual |g(x) - x| of the old point; where one is not a number, infinity,
  /// and `x` stays.
  double advance(std::span<double> x, std::span<const double> image);

 private:
  struct Step {
    std::vector<double> move;
    std::vector<double> residual_change;
  };

  void remember(std::span<const double> x);
  std::vector<double> combination() const;

  std::vector<double> last_x_;
  std::vector<double> last_residual_;
  std::vector<double> residual_;
  /// The latest steps, overwritten in turn.
  std::vector<Step> steps_;
  std::size_t advances_ = 0;
};

/// In the unit of the unknowns.
inline constexpr double longest_step = 2;

}  // namespace jtsim::agents
