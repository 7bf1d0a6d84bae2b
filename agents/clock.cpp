// Phase 1: conditions of the month from the scenario's paths.
#include "agents/clock.hpp"

#include <algorithm>

#include "base/log2.hpp"

namespace jtsim::agents {

namespace {

/// The month whose coal paths hold: the start for ever without a shock.
Month coal_month(const World& world) {
  return world.settings().demand.shock == Shock::none ? world.inputs.start : world.now;
}

/// A nominal amount of a table in constant prices. After the table's last month it keeps pace with
/// pay.
Fen real_amount(const World& world, const Path& nominal_yuan) {
  const Month last = std::max(nominal_yuan.months.back(), world.inputs.start);
  const Month known = std::min(world.now, last);
  const double since = world.growth.pay_since(known, world.now);
  return fen_from_yuan(nominal_yuan.step_at(known) / price_level(world, known) * since);
}

void set_coal(World& world) {
  const Tables& t = world.tables();
  const Month month = coal_month(world);
  const double output = t.coal_output.at(month);
  Conditions& c = world.conditions;
  c.coal_output.resize(t.leagues.size());
  for (std::size_t r = 0; r < t.leagues.size(); ++r)
    c.coal_output[r] = output * t.coal_league_share[r].at(month);
  c.productivity = world.growth.productivity(month);
  c.intelligent_share = t.intelligent_share.at(month);
}

void set_prices(World& world) {
  const Tables& t = world.tables();
  const IncomeSettings& income = world.settings().income;
  Conditions& c = world.conditions;
  c.price_level = price_level(world, world.now);
  c.pay_index = world.growth.pay(world.now);
  c.unit_pay_fen = income.mining_pay_yuan_per_year * fen_per_yuan / Month::per_year * c.pay_index;
  for (std::size_t k = 0; k < c.minimum_pay.size(); ++k) {
    c.minimum_pay[k] = real_amount(world, t.minimum_pay[k]);
  }
  c.assistance_line = real_amount(world, t.social_assistance);
}

void open_accounts(World& world) {
  Tallies& tallies = world.tallies;
  tallies.account = {};
  if (world.now.month_of_year() == 1) {
    tallies.flow = {};
    tallies.callbacks = {};
  }
  for (auto& items : tallies.background) items = {};
  world.replaced = 0;
  world.ledger.begin_month(world.now);
}

}  // namespace

double price_level(const World& world, Month month) {
  const Month base = Month::of(world.settings().income.price_year, Month::per_year);
  return world.tables().cpi.at(month) / world.tables().cpi.at(base);
}

void set_conditions(World& world) {
  set_coal(world);
  set_prices(world);
  Conditions& c = world.conditions;
  c.labour_force = world.tables().labour_force.at(world.now);
  const double years = static_cast<double>(world.step()) / Month::per_year;
  c.discrimination = exp2_fixed(-years / world.settings().matching.discrimination_half_life_years);
}

void clock(World& world, std::vector<Transition>&) {
  world.now = world.now + 1;
  open_accounts(world);
  set_conditions(world);
}

}  // namespace jtsim::agents
