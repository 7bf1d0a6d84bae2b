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
    tr("replicate, counted from 0"),
    tr("month's end"),
    tr("calendar year"),
    tr("year of a stock at the end of December"),
    tr("year of displacement"),
    tr("league"),
    tr("state"),
    tr("state before"),
    tr("state after"),
    tr("sex"),
    tr("ethnicity"),
    tr("age band"),
    tr("education"),
    tr("sector"),
    tr("item of a sector's account"),
    tr("budget line"),
    tr("quantity of a budget line, or of an occupation in the kind urn"),
    tr("quantity of the background labour market"),
    tr("policy"),
    tr("counter of a policy"),
    tr("payer"),
    tr("months after displacement"),
    tr("months after displacement, in two-way tables"),
    tr("destination"),
    tr("length of the spell without work"),
    tr("form of employment"),
    tr("quantity of income"),
    tr("population"),
    tr("measure of inequality"),
    tr("lowest percent of the population"),
    tr("division into groups"),
    tr("part of Theil's T"),
    tr("mine"),
    tr("quantity of a mine"),
    tr("year after displacement"),
    tr("quantity of loss"),
    tr("year after displacement, of earnings"),
    tr("quantity of earnings"),
    tr("quantity of spells without work"),
    tr("quantity of hiring chances"),
    tr("contract"),
    tr("displacement event"),
    tr("item of a fund's account"),
    tr("quantity of the posts of projects"),
    tr("step, at its end, counted from 0"),
    tr("rate"),
    tr("occupation"),
}};
template <>
inline constexpr std::array<Label, 4> labels_of<output::SpellBand>{{
    tr("under 6 months"),
    tr("6 to under 12 months"),
    tr("12 to under 24 months"),
    tr("24 months or more"),
}};
template <>
inline constexpr std::array<Label, 5> labels_of<output::IncomeQuantity>{{
    tr("persons"),
    tr("pay of the month, fen"),
    tr("income of the month, fen"),
    tr("income", "employed"),
    tr("below the assistance line of a household"),
}};
template <>
inline constexpr std::array<Label, 2> labels_of<output::Population>{{
    tr("below the pension month"),
    tr("on the ordinary pension"),
}};
template <>
inline constexpr std::array<Label, 10> labels_of<output::InequalityQuantity>{{
    tr("persons"),
    tr("mean income of the month, fen"),
    tr("Gini"),
    tr("Theil's T"),
    tr("tenth percentile, fen"),
    tr("median, fen"),
    tr("ninetieth percentile, fen"),
    tr("P90/P10"),
    tr("Palma ratio"),
    tr("share below the assistance line of a household"),
}};
template <>
inline constexpr std::array<Label, 5> labels_of<output::Partition>{{
    tr("age band"),
    tr("sex"),
    tr("ethnicity"),
    tr("education"),
    tr("league"),
}};
template <>
inline constexpr std::array<Label, 2> labels_of<output::TheilPart>{{
    tr("within groups"),
    tr("between groups"),
}};
template <>
inline constexpr std::array<Label, 3> labels_of<output::MineQuantity>{{
    tr("filled"),
    tr("wanted"),
    tr("mines", "open"),
}};
template <>
inline constexpr std::array<Label, 4> labels_of<output::LossQuantity>{{
    tr("displacements"),
    tr("income of the year, fen"),
    tr("shadow earnings of the year, fen"),
    tr("the same as never-displaced workers of the cell fared, fen"),
}};
template <>
inline constexpr std::array<Label, 6> labels_of<output::EarningsQuantity>{{
    tr("displacements"),
    tr("earnings of the year, fen"),
    tr("shadow earnings of the year, fen"),
    tr("the same as never-displaced workers of the cell fared, fen"),
    tr("pay in months of work outside coal, fen"),
    tr("pay before for the same months, fen"),
}};
template <>
inline constexpr std::array<Label, 6> labels_of<output::SpellQuantity>{{
    tr("displacements"),
    tr("months without work within 60 months"),
    tr("in work again within 60 months"),
    tr("months until in work again"),
    tr("what the old job would pay in the month of the first work, fen"),
    tr("monthly pay in the first work, fen"),
}};
template <>
inline constexpr std::array<Label, 3> labels_of<output::CallbackQuantity>{{
    tr("applications by women"),
    tr("expected hires of these as women"),
    tr("expected hires of these as men"),
}};
}  // namespace jtsim
