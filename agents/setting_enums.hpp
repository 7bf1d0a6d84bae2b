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
    {{"煤炭职工", "coal workforce"}, {"全区", "whole region"}}};
template <>
inline constexpr std::array<Label, 2> labels_of<agents::CoalBase>{
    {{"规模以上企业", "above-scale firms"}, {"经济普查", "economic census"}}};
template <>
inline constexpr std::array<Label, 2> labels_of<agents::Shock>{
    {{"按路径", "as the paths say"}, {"无冲击", "no shock"}}};
template <>
inline constexpr std::array<Label, 4> labels_of<agents::ClosureRule>{{
    {"最老矿先关", "oldest first"},
    {"效率最低先关", "least productive first"},
    {"按名单", "as listed"},
    {"按比例缩减", "pro rata"},
}};
template <>
inline constexpr std::array<Label, 8> labels_of<agents::ProjectField>{{
    {"现代煤化工", "coal chemistry"},
    {"装备制造", "equipment"},
    {"新材料", "new materials"},
    {"新能源及配套", "new energy"},
    {"传统产业升级", "upgrade of old industry"},
    {"节能环保", "environment"},
    {"生物医药", "biomedicine"},
    {"信息技术", "information technology"},
}};
}  // namespace jtsim
