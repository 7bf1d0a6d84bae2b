// The axes of recorded arrays, each with one coordinate variable of the same name in the file.
#pragma once

#include "agents/enum_labels.hpp"
#include "base/enum_table.hpp"

namespace jtsim::output {

/// Two axes of one kind that can differ in length have two names.
enum class Axis : std::uint8_t {
  replicate,
  time,
  year,
  stock_year,
  displaced_year,
  region,
  state,
  from_state,
  to_state,
  sex,
  ethnicity,
  age_band,
  education,
  sector,
  item,
  line,
  quantity,
  background_quantity,
  policy,
  counter,
  payer,
  horizon,
  pair_horizon,
  destination_kind,
  spell_band,
  form,
  income_quantity,
  mine,
  mine_quantity,
  loss_year,
  loss_quantity,
  contract,
  event,
  investment_item,
  project_quantity,
  step,
  rate,
  occupation,
};

/// How long the unemployed and those in training have been without work.
enum class SpellBand : std::uint8_t { under_6m, from_6m, from_12m, from_24m };

/// Completed months without work from which a band begins.
inline constexpr std::array<int, 4> spell_band_from_months{0, 6, 12, 24};

enum class IncomeQuantity : std::uint8_t { persons, pay_fen, income_fen };
enum class MineQuantity : std::uint8_t { filled, wanted, open };
enum class LossQuantity : std::uint8_t { events, income_fen, shadow_fen };

}  // namespace jtsim::output

namespace jtsim {
template <>
inline constexpr std::array<Label, 38> labels_of<output::Axis>{{
    {"重复模拟序号", "replicate, counted from 0"},
    {"月末", "month's end"},
    {"年份", "calendar year"},
    {"存量年份(12月末)", "year of a stock at the end of December"},
    {"裁减年份", "year of displacement"},
    {"盟市", "league"},
    {"状态", "state"},
    {"原状态", "state before"},
    {"新状态", "state after"},
    {"性别", "sex"},
    {"民族", "ethnicity"},
    {"年龄段", "age band"},
    {"学历", "education"},
    {"部门", "sector"},
    {"账户项目", "item of a sector's account"},
    {"预算科目", "budget line"},
    {"项目", "quantity of a budget line, or of an occupation in the kind urn"},
    {"背景劳动力市场项目", "quantity of the background labour market"},
    {"政策", "policy"},
    {"计数项", "counter of a policy"},
    {"资金来源", "payer"},
    {"裁减后月数", "months after displacement"},
    {"裁减后月数(交叉表)", "months after displacement, in two-way tables"},
    {"去向", "destination"},
    {"失业时长", "length of the spell without work"},
    {"就业形式", "form of employment"},
    {"收入项目", "quantity of income"},
    {"煤矿", "mine"},
    {"煤矿项目", "quantity of a mine"},
    {"裁减后第几年", "year after displacement"},
    {"损失项目", "quantity of loss"},
    {"合同类型", "contract"},
    {"裁减事件", "displacement event"},
    {"投资账户项目", "item of a fund's account"},
    {"项目岗位", "quantity of the posts of projects"},
    {"步(期末)", "step, at its end, counted from 0"},
    {"比率", "rate"},
    {"职业", "occupation"},
}};
template <>
inline constexpr std::array<Label, 4> labels_of<output::SpellBand>{{
    {"不满6个月", "under 6 months"},
    {"6至12个月", "6 to under 12 months"},
    {"12至24个月", "12 to under 24 months"},
    {"24个月及以上", "24 months or more"},
}};
template <>
inline constexpr std::array<Label, 3> labels_of<output::IncomeQuantity>{{
    {"人数", "persons"},
    {"月工资合计(分)", "pay of the month, fen"},
    {"月收入合计(分)", "income of the month, fen"},
}};
template <>
inline constexpr std::array<Label, 3> labels_of<output::MineQuantity>{{
    {"在岗", "filled"},
    {"需求", "wanted"},
    {"开工", "open"},
}};
template <>
inline constexpr std::array<Label, 3> labels_of<output::LossQuantity>{{
    {"裁减人次", "displacements"},
    {"实际收入(分)", "income of the year, fen"},
    {"假定未被裁减的收入(分)", "shadow earnings of the year, fen"},
}};
}  // namespace jtsim
