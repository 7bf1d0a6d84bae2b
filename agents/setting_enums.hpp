// The choices that settings offer, with their labels.
#pragma once

#include <cstdint>

#include "base/enum_table.hpp"

namespace jtsim::agents {

enum class Scope : std::uint8_t { coal, region };
enum class CoalBase : std::uint8_t { above_scale, census };
enum class Shock : std::uint8_t { paths, none };
enum class ClosureRule : std::uint8_t { oldest_first, least_productive_first, listed, pro_rata };
/// What an investment project is about.
enum class ProjectField : std::uint8_t {
  coal_chemistry,
  equipment,
  new_materials,
  new_energy,
  industrial_upgrade,
  environment,
  biomedicine,
  information,
};

}  // namespace jtsim::agents

namespace jtsim {
template <>
inline constexpr std::array<Label, 2> labels_of<agents::Scope>{
    {tr("coal workforce"), tr("whole region")}};
template <>
inline constexpr std::array<Label, 2> labels_of<agents::CoalBase>{
    {tr("above-scale firms"), tr("economic census")}};
template <>
inline constexpr std::array<Label, 2> labels_of<agents::Shock>{
    {tr("as the paths say"), tr("no shock")}};
template <>
inline constexpr std::array<Label, 4> labels_of<agents::ClosureRule>{{
    tr("mines", "oldest first"),
    tr("least productive first"),
    tr("as listed"),
    tr("pro rata"),
}};
template <>
inline constexpr std::array<Label, 8> labels_of<agents::ProjectField>{{
    tr("coal chemistry"),
    tr("equipment"),
    tr("new materials"),
    tr("field of projects", "new energy"),
    tr("upgrade of old industry"),
    tr("environment"),
    tr("biomedicine"),
    tr("information technology"),
}};
}  // namespace jtsim
