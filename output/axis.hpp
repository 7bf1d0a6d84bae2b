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
  population,
  inequality_quantity,
  lorenz_percent,
  partition,
  theil_part,
  mine,
  mine_quantity,
  loss_year,
  loss_quantity,
  earnings_year,
  earnings_quantity,
  spell_quantity,
  callback_quantity,
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

/// `employed` are those whose pay is counted. The line is that of a household of mean size without
/// other income.
enum class IncomeQuantity : std::uint8_t {
  persons,
  pay_fen,
  income_fen,
  employed,
  below_assistance_line
};

/// Whose incomes a distribution is of; the retired are those on the ordinary pension.
enum class Population : std::uint8_t { below_pension, retired };

enum class InequalityQuantity : std::uint8_t {
  persons,
  mean_fen,
  gini,
  theil,
  p10_fen,
  p50_fen,
  p90_fen,
  p90_p10,
  palma,
  below_assistance_line
};

/// Divisions of the population into groups, named like the axes of the groups.
enum class Partition : std::uint8_t { age_band, sex, ethnicity, education, region };

enum class TheilPart : std::uint8_t { within, between };
enum class MineQuantity : std::uint8_t { filled, wanted, open };
/// `peer_fen`: what the shadow earnings would be if relative pay had moved as the income of
/// never-displaced workers of the same cell did (see `Peers`).
enum class LossQuantity : std::uint8_t { events, income_fen, shadow_fen, peer_fen };

/// Of those displaced who did not stay with their group and did not leave for a pension.
enum class EarningsQuantity : std::uint8_t {
  events,
  earnings_fen,
  shadow_fen,
  peer_fen,
  outside_pay_fen,
  outside_pay_before_fen
};

/// Sums over displacements that are at least 60 months old.
enum class SpellQuantity : std::uint8_t {
  events,
  months_without_work,
  found_work,
  months_to_work,
  shadow_at_first_work_fen,
  pay_at_first_work_fen
};

/// Applications by women: how many, and how many would be hired as women and as men.
enum class CallbackQuantity : std::uint8_t { applications, hired_as_women, hired_as_men };

}  // namespace jtsim::output

namespace jtsim {
template <>
inline constexpr std::array<Label, 47> labels_of<output::Axis>{{
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
    {"人群", "population"},
    {"收入分配指标", "measure of inequality"},
    {"从低到高的人口百分比", "lowest percent of the population"},
    {"分组方式", "division into groups"},
    {"泰尔指数的部分", "part of Theil's T"},
    {"煤矿", "mine"},
    {"煤矿项目", "quantity of a mine"},
    {"裁减后第几年", "year after displacement"},
    {"损失项目", "quantity of loss"},
    {"裁减后第几年(劳动收入)", "year after displacement, of earnings"},
    {"劳动收入项目", "quantity of earnings"},
    {"失业与再就业项目", "quantity of spells without work"},
    {"录用机会项目", "quantity of hiring chances"},
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
inline constexpr std::array<Label, 5> labels_of<output::IncomeQuantity>{{
    {"人数", "persons"},
    {"月工资合计(分)", "pay of the month, fen"},
    {"月收入合计(分)", "income of the month, fen"},
    {"就业人数", "employed"},
    {"低保线以下人数", "below the assistance line of a household"},
}};
template <>
inline constexpr std::array<Label, 2> labels_of<output::Population>{{
    {"未到退休年龄者", "below the pension month"},
    {"退休者", "on the ordinary pension"},
}};
template <>
inline constexpr std::array<Label, 10> labels_of<output::InequalityQuantity>{{
    {"人数", "persons"},
    {"平均月收入(分)", "mean income of the month, fen"},
    {"基尼系数", "Gini"},
    {"泰尔指数", "Theil's T"},
    {"第10百分位(分)", "tenth percentile, fen"},
    {"中位数(分)", "median, fen"},
    {"第90百分位(分)", "ninetieth percentile, fen"},
    {"P90/P10", "P90/P10"},
    {"帕尔玛比值", "Palma ratio"},
    {"低保线以下比例", "share below the assistance line of a household"},
}};
template <>
inline constexpr std::array<Label, 5> labels_of<output::Partition>{{
    {"年龄段", "age band"},
    {"性别", "sex"},
    {"民族", "ethnicity"},
    {"学历", "education"},
    {"盟市", "league"},
}};
template <>
inline constexpr std::array<Label, 2> labels_of<output::TheilPart>{{
    {"组内", "within groups"},
    {"组间", "between groups"},
}};
template <>
inline constexpr std::array<Label, 3> labels_of<output::MineQuantity>{{
    {"在岗", "filled"},
    {"需求", "wanted"},
    {"开工", "open"},
}};
template <>
inline constexpr std::array<Label, 4> labels_of<output::LossQuantity>{{
    {"裁减人次", "displacements"},
    {"实际收入(分)", "income of the year, fen"},
    {"假定未被裁减的收入(分)", "shadow earnings of the year, fen"},
    {"同类未被裁减者的收入(分)", "the same as never-displaced workers of the cell fared, fen"},
}};
template <>
inline constexpr std::array<Label, 6> labels_of<output::EarningsQuantity>{{
    {"裁减人次", "displacements"},
    {"劳动收入(分)", "earnings of the year, fen"},
    {"假定未被裁减的收入(分)", "shadow earnings of the year, fen"},
    {"同类未被裁减者的收入(分)", "the same as never-displaced workers of the cell fared, fen"},
    {"煤炭以外在岗月份的工资(分)", "pay in months of work outside coal, fen"},
    {"相同月份按裁减前工资(分)", "pay before for the same months, fen"},
}};
template <>
inline constexpr std::array<Label, 6> labels_of<output::SpellQuantity>{{
    {"裁减人次", "displacements"},
    {"60个月内无工作月数", "months without work within 60 months"},
    {"60个月内再就业人次", "in work again within 60 months"},
    {"再就业所需月数合计", "months until in work again"},
    {"再就业当月原岗位应得工资(分)",
     "what the old job would pay in the month of the first work, fen"},
    {"再就业首月工资(分)", "monthly pay in the first work, fen"},
}};
template <>
inline constexpr std::array<Label, 3> labels_of<output::CallbackQuantity>{{
    {"女性求职申请数", "applications by women"},
    {"按女性预期录用数", "expected hires of these as women"},
    {"按男性预期录用数", "expected hires of these as men"},
}};
}  // namespace jtsim
