// What the uncertainty of inputs does to the figures: draws over all plausible ranges.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/sensitivity.hpp"
#include "configs/factors.hpp"
#include "src/validation/targets.hpp"
#include "src/validation/variation.hpp"

namespace jtsim::app {

/// What is asked for.
struct InputOrder {
  /// Folder of the scenarios, and the one whose parameters vary.
  std::filesystem::path configs;
  std::string scenario = "inner_mongolia.yaml";
  /// Figures to look at, in the scenarios they name; the parameters vary in all of them.
  std::vector<Target> targets;
  /// Points of the Latin hypercube over all parameters, and replicates of each, the same for all.
  std::uint32_t draws = 200;
  std::uint32_t replicates = 2;
  /// Base points of Saltelli's design over the strongest parameters; 0: none.
  std::uint32_t base_points = 64;
  /// No scenario is simulated beyond; the second is for the indices.
  Month end = Month::of(2050, 12);
  Month indices_end = Month::of(2035, 12);
  std::uint64_t seed = 1;
  std::uint32_t threads = 1;
  std::stop_token stop = {};
  /// Called with simulations done and to do, and the part they belong to.
  std::function<void(const std::string& part, std::size_t done, std::size_t all)> tell = {};
};

struct TargetVariation {
  Target target;
  Variation variation;
  /// Share of the draws in the accepted range.
  double accepted_share = 0;

  bool is_inside() const {
    return variation.draws > 0 && target.evidence >= variation.q10 &&
           target.evidence <= variation.q90;
  }
};

/// The results whose drivers are looked for.
enum class Driven : std::uint8_t { unemployment, cost, inequality };
inline constexpr std::size_t driven_count = 3;
/// Parameters that get Sobol indices.
inline constexpr std::size_t strongest_count = 8;

/// What one parameter does, by rank correlation over the draws.
struct Driver {
  configs::Factor factor;
  std::array<double, driven_count> correlation{};

  double strongest() const;
};

/// What came of it.
struct InputStudy {
  std::vector<TargetVariation> targets;
  std::array<Variation, driven_count> driven;
  /// All parameters, the strongest first.
  std::vector<Driver> drivers;
  /// Of the first `strongest_count` drivers, by result; empty without base points.
  std::array<std::vector<SobolIndices>, driven_count> indices;
  std::size_t draws = 0;
  /// Draws in which a scenario had no balance, and why in one of them.
  std::size_t refused = 0;
  std::string refusal;
  std::uint32_t replicates = 0;
  std::uint32_t base_points = 0;
};

/// Nothing if a stop was requested.
std::optional<InputStudy> study_inputs(const InputOrder& order);

}  // namespace jtsim::app

namespace jtsim {
template <>
inline constexpr std::array<Label, 3> labels_of<app::Driven>{{
    tr("registered unemployment"),
    tr("public cost"),
    tr("Gini of incomes"),
}};
}  // namespace jtsim
