// Phase 10: entrants, destinations, accounts.
#include "agents/record.hpp"

#include <algorithm>
#include <optional>

#include "agents/aids.hpp"
#include "agents/entrants.hpp"
#include "agents/investment.hpp"
#include "agents/pay.hpp"

namespace jtsim::agents {

namespace {

constexpr int long_term_months = 12;

Destination destination_at_work(const World& world, const Displacement& event) {
  const Workers& w = world.workers;
  switch (w.form[event.row]) {
    case Form::platform:
      return Destination::platform;
    case Form::self_employed:
      return Destination::self_employed;
    case Form::public_post:
      return Destination::public_post;
    case Form::regular:
      break;
  }
  switch (sector_of(w.state[event.row])) {
    case Sector::mining: {
      const auto& mines = world.tables().mines;
      const bool same_group =
          mines[w.mine[event.row].index()].group == mines[event.mine.index()].group;
      return same_group ? Destination::internal : Destination::other_mining;
    }
    case Sector::new_energy:
      return Destination::new_energy;
    case Sector::tertiary:
      return Destination::tertiary;
    case Sector::primary:
      return Destination::primary;
    case Sector::other_secondary:
      return Destination::other_secondary;
  }
  return Destination::censored;
}

void note_destinations(World& world) {
  Displacements& register_ = world.displacements;
  register_.month_begin[static_cast<std::size_t>(world.step()) + 1] =
      static_cast<std::uint32_t>(register_.events.size());
  for (std::size_t h = 0; h < horizon_count; ++h) {
    const int then = world.step() - horizons_months[h];
    if (then < 1) continue;
    const auto t = static_cast<std::size_t>(then);
    for (std::size_t e = register_.month_begin[t]; e < register_.month_begin[t + 1]; ++e) {
      register_.events[e].destination[h] = destination_of(world, register_.events[e]);
    }
  }
}

/// Months of a year after displacement in which earnings are looked at: the middle ones of
/// quarters.
constexpr int quarter_months = 3;

/// The year of `earnings_years` whose earnings are looked at `since` months after displacement.
std::optional<std::size_t> earnings_year_of(int since) {
  if (since < 1 || (since - 1) % quarter_months != quarter_months / 2) return std::nullopt;
  const int year = (since - 1) / Month::per_year + 1;
  for (std::size_t k = 0; k < earnings_year_count; ++k) {
    if (earnings_years[k] == year) return k;
  }
  return std::nullopt;
}

void note_earnings(const World& world, Row row, std::size_t year, Earnings& earnings) {
  const Fen earned = quarter_months * monthly_pay(world, row);
  earnings.all[year] += earned;
  const State state = world.workers.state[row];
  if (state == State::employed_mining || state == State::left_region) return;
  earnings.outside[year] += earned;
  earnings.outside_months[year] =
      static_cast<std::int16_t>(earnings.outside_months[year] + quarter_months);
}

/// Months without work, the first work and the earnings of those displaced in month `then`.
void note_spells_of(World& world, std::size_t then) {
  Displacements& register_ = world.displacements;
  const auto year = earnings_year_of(world.step() - static_cast<int>(then));
  const std::size_t last = register_.month_begin[then + 1];
  for (std::size_t e = register_.month_begin[then]; e < last; ++e) {
    if (e + rows_ahead < last) fetch(world.workers.state, register_.events[e + rows_ahead].row);
    Displacement& event = register_.events[e];
    const State state = world.workers.state[event.row];
    if (is_unemployed(state)) ++event.months_without_work;
    if (!is_employed(state) && state != State::left_region) continue;
    if (year && !event.closed) note_earnings(world, event.row, *year, register_.earnings[e]);
    if (is_employed(state) && event.first_work.is_never()) {
      event.first_work = world.now;
      event.pay_at_first_work = monthly_pay(world, event.row);
      event.shadow_at_first_work = shadow_pay(world, event);
    }
  }
}

/// Months without work within five years, and the first work after displacement.
void note_spells(World& world) {
  const int first = std::max(1, world.step() - watched_months + 1);
  for (int then = first; then <= world.step(); ++then) {
    note_spells_of(world, static_cast<std::size_t>(then));
  }
}

void close_sectors(World& world) {
  SectorAccounts& account = world.tallies.account;
  for (const auto& stock : world.tallies.stock) {
    for (const Sector sector : all_of_enum<Sector>())
      account[sector][AccountItem::filled] += stock[employed_in(sector)];
  }
  for (const MineState& mine : world.mines)
    account[Sector::mining][AccountItem::wanted] += mine.wanted;
  const Market& market = world.market;
  for (std::size_t cell = 0; cell < market.cells.count(); ++cell) {
    const Sector sector = world.tables().occupations[market.cells.occupation(cell).index()].sector;
    if (sector != Sector::mining) account[sector][AccountItem::wanted] += market.wanted[cell];
  }
}

BackgroundItem employed_item(Sector sector) {
  switch (sector) {
    case Sector::new_energy:
      return BackgroundItem::employed_new_energy;
    case Sector::primary:
      return BackgroundItem::employed_primary;
    case Sector::other_secondary:
      return BackgroundItem::employed_other_secondary;
    case Sector::mining:
    case Sector::tertiary:
      break;
  }
  return BackgroundItem::employed_tertiary;
}

void close_background(World& world) {
  const Market& market = world.market;
  for (std::size_t cell = 0; cell < market.cells.count(); ++cell) {
    auto& items = world.tallies.background[market.cells.league(cell).index()];
    const Sector sector = world.tables().occupations[market.cells.occupation(cell).index()].sector;
    items[BackgroundItem::unemployed] += market.background_unemployed[cell];
    items[BackgroundItem::vacancies] += market.vacancies[cell];
    if (sector != Sector::mining) items[employed_item(sector)] += market.background_employed[cell];
  }
}

}  // namespace

Destination destination_of(const World& world, const Displacement& event) {
  const Workers& w = world.workers;
  const State state = w.state[event.row];
  switch (state) {
    case State::employed_mining:
    case State::employed_new_energy:
    case State::employed_tertiary:
    case State::employed_primary:
    case State::employed_other_secondary:
      return destination_at_work(world, event);
    case State::unemployed:
      return world.now - w.spell_start[event.row] >= long_term_months
                 ? Destination::unemployed_12m_plus
                 : Destination::unemployed_under_12m;
    case State::in_training:
      return Destination::in_training;
    case State::internal_retired:
      return Destination::internal_retired;
    case State::retired:
      return Destination::retired;
    case State::out_of_labour_force:
      return Destination::out_of_labour_force;
    case State::left_region:
      return Destination::left_region;
    case State::dead:
      return Destination::dead;
  }
  return Destination::censored;
}

void close_month(World& world) {
  close_sectors(world);
  close_background(world);
}

void record(World& world, std::vector<Transition>&) {
  enter(world);
  note_destinations(world);
  note_spells(world);
  count_in_work(world);
  count_project_jobs(world);
  close_month(world);
}

}  // namespace jtsim::agents
