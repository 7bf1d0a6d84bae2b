// What work pays, and below which pay none is taken.
#include "agents/pay.hpp"

#include <algorithm>

#include "agents/programme_posts.hpp"
#include "base/log2.hpp"

namespace jtsim::agents {

namespace {

std::uint16_t stored(double relative_pay) {
  const double units = relative_pay / relative_pay_unit + 0.5;
  return static_cast<std::uint16_t>(std::clamp(units, 1.0, 65535.0));
}

double skill_left(const World& world, Row row) {
  const IncomeSettings& income = world.settings().income;
  if (is_employed(world.workers.state[row])) return 1.0;
  const int spell = world.now - world.workers.spell_start[row];
  const int lost =
      std::clamp(spell - income.skill_loss_from_month + 1, 0,
                 std::max(0, income.skill_loss_to_month - income.skill_loss_from_month + 1));
  return std::max(0.0, 1.0 - income.skill_loss_per_month * lost);
}

double specific_loss(const World& world, Row row) {
  const Month left = world.workers.left_coal[row];
  if (left.is_never()) return 0.0;
  const IncomeSettings& income = world.settings().income;
  const int years = (world.now - left) / Month::per_year;
  return std::max(
      0.0, income.specific_capital_loss_share - income.specific_capital_recovery_per_year * years);
}

/// base^exponent for exponent >= 0, by squaring.
double int_power(double base, int exponent) {
  double power = 1;
  for (; exponent > 0; exponent /= 2) {
    if (exponent % 2 == 1) power *= base;
    base *= base;
  }
  return power;
}

}  // namespace

double experience_factor(const Tables& tables, int age) {
  const int last = static_cast<int>(tables.experience.size()) - 1;
  return tables
      .experience[static_cast<std::size_t>(std::clamp(age - tables.experience_from_age, 0, last))];
}

Fen monthly_pay(const World& world, Row row) {
  const Workers& w = world.workers;
  const double relative =
      w.relative_pay[row] * relative_pay_unit * (1.0 - specific_loss(world, row));
  const double experience = experience_factor(world.tables(), age_years(w.birth[row], world.now));
  return static_cast<Fen>(relative * experience * programme_pay_factor(world, row) *
                              world.conditions.unit_pay_fen +
                          0.5);
}

Fen pay_gap(const World& world, Row row) {
  const std::uint32_t event = world.workers.last_event[row];
  if (event == Workers::no_event) return 0;
  return std::max<Fen>(
      0, shadow_pay(world, world.displacements.events[event]) - monthly_pay(world, row));
}

Fen shadow_pay(const World& world, const Displacement& event) {
  const int age = age_years(world.workers.birth[event.row], world.now);
  return static_cast<Fen>(event.relative_pay_before * relative_pay_unit *
                              experience_factor(world.tables(), age) *
                              world.conditions.unit_pay_fen +
                          0.5);
}

double post_pay(const Tables& tables, OccupationId occupation, LeagueId league) {
  return tables.occupations[occupation.index()].base_pay *
         tables.leagues[league.index()].pay_factor;
}

double personal_pay_factor(const World& world, Row row) {
  const Workers& w = world.workers;
  const double usual = post_pay(world.tables(), w.occupation[row], w.league[row]);
  return w.relative_pay[row] * relative_pay_unit / usual * skill_left(world, row);
}

std::uint16_t offered_relative_pay(const World& world, Row row, OccupationId occupation,
                                   LeagueId league) {
  return stored(post_pay(world.tables(), occupation, league) * personal_pay_factor(world, row));
}

Fen running_benefit(const World& world, Row row) {
  const Workers& w = world.workers;
  if (!world.terms.insurance || world.now >= w.benefit_end[row]) return 0;
  return full_benefit(world, w.league[row]);
}

Fen full_benefit(const World& world, LeagueId league) {
  const int pay_class = world.tables().leagues[league.index()].minimum_pay_class;
  const Fen minimum = world.conditions.minimum_pay[static_cast<std::size_t>(pay_class - 1)];
  const double share = world.terms.insurance->minimum_pay_share;
  return static_cast<Fen>(share * static_cast<double>(minimum) + 0.5);
}

std::uint16_t initial_relative_pay(const Tables& tables, const InitialPay& pay) {
  return stored(post_pay(tables, pay.occupation, pay.league) *
                tables.pay_by_contract[pay.contract] * exp2_fixed(pay.personal_log2));
}

Month left_coal_after(const World& world, Row row, OccupationId occupation) {
  const auto is_mining = [&](OccupationId o) {
    return world.tables().occupations[o.index()].sector == Sector::mining;
  };
  if (is_mining(occupation)) return Month::never();
  return is_mining(world.workers.occupation[row]) ? world.now : world.workers.left_coal[row];
}

double reservation_relative_pay(const World& world, Row row) {
  const SearchSettings& search = world.settings().search;
  const Workers& w = world.workers;
  const int spell = is_employed(w.state[row]) ? 0 : world.now - w.spell_start[row];
  const double decline = int_power(1.0 - search.reservation_decline_per_month, spell);
  const double asked = w.relative_pay[row] * search.reservation_start * decline;
  const Fen without_work = std::max(world.conditions.assistance_line, running_benefit(world, row));
  const double floor =
      static_cast<double>(without_work) / (world.conditions.unit_pay_fen * relative_pay_unit);
  return std::max(asked, floor);
}

}  // namespace jtsim::agents
