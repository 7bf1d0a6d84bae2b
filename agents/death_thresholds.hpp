// Whose word means death this month: thresholds by sex, age and exposure, made once a year.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "agents/states.hpp"
#include "agents/tables.hpp"

namespace jtsim::agents {

/// Thresholds of the month of those deaths that `death_hazard` expects; they change with the
/// calendar year.
class DeathThresholds {
 public:
  /// Makes them those of the year of `now`.
  void turn_to(const Tables& tables, Month now);

  /// Ages in completed years; those beyond the last are treated as the last.
  std::uint32_t at(Sex sex, int age, bool exposed) const {
    return values_[index(sex, age)][exposed];
  }
  /// The higher of both exposures.
  std::uint32_t at_most(Sex sex, int age) const {
    const auto& both = values_[index(sex, age)];
    return std::max(both[0], both[1]);
  }

 private:
  /// Ages beyond are treated as this age; nobody at work is near it.
  static constexpr int oldest_age = 110;

  static std::size_t index(Sex sex, int age) {
    return index_of(sex) * (oldest_age + 1) +
           static_cast<std::size_t>(std::clamp(age, 0, oldest_age));
  }

  int year_ = 0;
  /// [sex and age][exposed]
  std::array<std::array<std::uint32_t, 2>, enum_size<Sex>*(oldest_age + 1)> values_{};
};

}  // namespace jtsim::agents
