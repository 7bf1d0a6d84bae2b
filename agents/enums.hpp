// The closed lists of the model: states, groups, forms, payers, destinations; their labels stand in
// enum_labels.hpp.
#pragma once

#include <cstdint>

namespace jtsim::agents {

/// What a worker does. The first five are employed in a sector, in the order of `Sector`.
enum class State : std::uint8_t {
  employed_mining,
  employed_new_energy,
  employed_tertiary,
  employed_primary,
  employed_other_secondary,
  unemployed,
  in_training,
  internal_retired,
  retired,
  out_of_labour_force,
  left_region,
  dead,
};

enum class Sector : std::uint8_t { mining, new_energy, tertiary, primary, other_secondary };

/// The five states of the source documents, and what lies outside them.
enum class Headline : std::uint8_t {
  mining,
  new_energy,
  tertiary,
  primary,
  other_secondary,
  retirement,
  unemployment,
  outside,
};

enum class Sex : std::uint8_t { male, female };
enum class Education : std::uint8_t { junior, senior, college, graduate };
/// How an employed worker is employed; irrelevant in other states.
enum class Form : std::uint8_t { regular, platform, self_employed, public_post };
enum class Hukou : std::uint8_t { local_urban, local_rural, other_province };
enum class Contract : std::uint8_t { state_owned, private_, dispatched };
/// Post category: women retire at 55 (cadre) or 50 (worker) before the reform.
enum class Category : std::uint8_t { worker, cadre };
enum class Ownership : std::uint8_t { state_owned, private_ };
/// How coal is dug; `both` is for occupations found in either kind of mine.
enum class Method : std::uint8_t { underground, open_pit, both };
/// The three stages of a power project that need labour; `none` for occupations outside new energy.
enum class Stage : std::uint8_t { none, construction, manufacturing, operation };
enum class Technology : std::uint8_t { wind, solar, storage };

enum class AgeBand : std::uint8_t {
  age_16_24,
  age_25_34,
  age_35_44,
  age_45_49,
  age_50_54,
  age_55_59,
  age_60_plus
};

enum class Payer : std::uint8_t { central, region, enterprise, insurance_fund, private_ };

/// What became of a displaced worker at a horizon; exactly one holds.
enum class Destination : std::uint8_t {
  internal,
  other_mining,
  new_energy,
  tertiary,
  primary,
  other_secondary,
  platform,
  self_employed,
  public_post,
  in_training,
  unemployed_under_12m,
  unemployed_12m_plus,
  internal_retired,
  retired,
  out_of_labour_force,
  left_region,
  dead,
  censored,
};

/// What is counted of every policy: `offered = declined + requested`, `requested = served + no_seat
/// + no_money`.
enum class Counter : std::uint8_t {
  offered,
  declined,
  requested,
  served,
  no_seat,
  no_money,
  not_eligible,
  completed,
  dropped_out,
  in_work_6m,
  in_work_12m,
  in_work_24m,
};

/// What eligibility asks for, in the order in which it is looked at; `other` is what a policy asks
/// for beyond it.
enum class Requirement : std::uint8_t {
  state,
  spell,
  displacement,
  age,
  sex,
  ethnicity,
  education,
  contract,
  league,
  last_sector,
  other,
};

/// Why a worker changed state; decides in which account the change is booked.
enum class Reason : std::uint8_t {
  death,
  legal_retirement,
  early_retirement,
  internal_retirement,
  end_of_internal_retirement,
  labour_force_exit,
  quit,
  separation,
  displacement,
  transfer,
  hire,
  training_start,
  training_end,
  programme_start,
  programme_end,
};

/// The items of a sector's account; `entries - (retired .. transferred_out)` is the change of
/// `filled`.
enum class AccountItem : std::uint8_t {
  filled,
  wanted,
  entries,
  retired,
  early_retired,
  internally_retired,
  died,
  quit,
  displaced,
  transferred_out,
};

enum class BackgroundItem : std::uint8_t {
  employed_new_energy,
  employed_tertiary,
  employed_primary,
  employed_other_secondary,
  unemployed,
  vacancies,
  separated,
  hired,
};

enum class BudgetItem : std::uint8_t { budget, reserved, spent };

}  // namespace jtsim::agents
