// Strongly typed indices, so that a league can never be passed where an occupation is meant.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace jtsim {

/// An index into one table, distinct in type for each `Tag`. `none()` (all bits set) stands for "no
/// such row".
template <class Tag, class Integer>
struct Id {
  Integer value = std::numeric_limits<Integer>::max();

  constexpr Id() = default;
  explicit constexpr Id(std::size_t index) : value(static_cast<Integer>(index)) {}

  static constexpr Id none() { return Id{}; }
  constexpr bool is_none() const { return value == std::numeric_limits<Integer>::max(); }
  constexpr std::size_t index() const { return value; }
  auto operator<=>(const Id&) const = default;
};

using LeagueId = Id<struct LeagueTag, std::uint8_t>;
using EthnicityId = Id<struct EthnicityTag, std::uint8_t>;
using OccupationId = Id<struct OccupationTag, std::uint16_t>;
using MineId = Id<struct MineTag, std::uint16_t>;
using GroupId = Id<struct GroupTag, std::uint16_t>;
/// Position of a policy in the scenario's map; its random draws are keyed by its name instead.
using PolicyId = Id<struct PolicyTag, std::uint8_t>;
using BudgetLineId = Id<struct BudgetLineTag, std::uint8_t>;
/// Position of a worker in the workforce.
using Row = Id<struct RowTag, std::uint32_t>;

/// What a worker's random draws are keyed by: the row for the initial workforce, a fixed function
/// of (league, month, ordinal) for entrants, so that policies cannot shift anybody else's luck.
using WorkerId = std::uint32_t;

}  // namespace jtsim
