// Every change of a worker's state: the table of legal transitions, and the books that follow from
// a change.
#include "agents/transitions.hpp"

#include <algorithm>

#include "agents/demography.hpp"
#include "agents/jobless.hpp"
#include "agents/pay.hpp"
#include "agents/programme_posts.hpp"
#include "agents/world.hpp"
#include "base/error.hpp"

namespace jtsim::agents {

namespace {

constexpr std::uint16_t bit(State s) { return static_cast<std::uint16_t>(1U << index_of(s)); }

constexpr std::uint16_t any_employment =
    bit(State::employed_mining) | bit(State::employed_new_energy) | bit(State::employed_tertiary) |
    bit(State::employed_primary) | bit(State::employed_other_secondary);
constexpr std::uint16_t outside_work = bit(State::retired) | bit(State::out_of_labour_force) |
                                       bit(State::left_region) | bit(State::dead);
constexpr std::uint16_t from_work = any_employment | bit(State::unemployed) | bit(State::retired) |
                                    bit(State::left_region) | bit(State::dead);

/// Row by row: the states that may follow. Only mines retire internally from work; training starts
/// and ends without a job.
constexpr std::array<std::uint16_t, enum_size<State>> legal{
    from_work | bit(State::internal_retired),  // employed_mining
    from_work,                                 // employed_new_energy
    from_work,                                 // employed_tertiary
    from_work,                                 // employed_primary
    from_work,                                 // employed_other_secondary
    any_employment | bit(State::in_training) | bit(State::internal_retired) |
        outside_work,  // unemployed
    any_employment | bit(State::unemployed) | bit(State::retired) |
        bit(State::dead),                                             // in_training
    bit(State::retired) | bit(State::dead),                           // internal_retired
    bit(State::dead),                                                 // retired
    bit(State::retired) | bit(State::dead),                           // out_of_labour_force
    bit(State::unemployed) | bit(State::retired) | bit(State::dead),  // left_region
    0,                                                                // dead
};

/// The item under which a worker leaves a sector; every change of job counts as a quit on the side
/// that is left.
AccountItem leaving_item(Reason reason) {
  switch (reason) {
    case Reason::death:
      return AccountItem::died;
    case Reason::legal_retirement:
      return AccountItem::retired;
    case Reason::early_retirement:
      return AccountItem::early_retired;
    case Reason::internal_retirement:
      return AccountItem::internally_retired;
    case Reason::separation:
    case Reason::displacement:
    case Reason::programme_end:
      return AccountItem::displaced;
    case Reason::transfer:
      return AccountItem::transferred_out;
    case Reason::quit:
    case Reason::hire:
    case Reason::end_of_internal_retirement:
    case Reason::labour_force_exit:
    case Reason::training_start:
    case Reason::training_end:
    case Reason::programme_start:
      return AccountItem::quit;
  }
  return AccountItem::quit;
}

void move_pension(World& world, Row row, State from, State to) {
  const std::int64_t base = world.workers.relative_pay[row];
  if (to == State::retired) world.tallies.pension_base += base;
  if (from == State::retired) world.tallies.pension_base -= base;
}

/// Opens (or with `sign` -1 closes) the posts that a founder keeps for others.
void open_founder_posts(World& world, Row row, int sign) {
  const Workers& w = world.workers;
  world.market.founded[world.market.cells(w.occupation[row], w.league[row])] +=
      sign * founder_jobs(world, row);
}

void leave_job(World& world, Row row, Reason reason) {
  Workers& w = world.workers;
  const State from = w.state[row];
  ++world.tallies.account[sector_of(from)][leaving_item(reason)];
  if (w.form[row] == Form::self_employed) open_founder_posts(world, row, -1);
  --world.market.agents[world.market.cells(w.occupation[row], w.league[row])];
  if (const MineId mine = w.mine[row]; !mine.is_none()) {
    --world.mines[mine.index()].filled;
    // Nobody looks at a month that has begun, and all of its pensioners leave at once.
    if (world.now < w.retirement[row])
      world.near_pension.note(row, MineId::none(), w.retirement[row]);
    w.underground_before[row] =
        static_cast<std::uint16_t>(std::min<int>(underground_months(world, row), UINT16_MAX));
  }
  w.mine[row] = MineId::none();
  w.form[row] = Form::regular;
}

void take_job(World& world, Row row, const Transition& change) {
  Workers& w = world.workers;
  const Job& job = change.job;
  const std::size_t cell = world.market.cells(job.occupation, job.league);
  ++world.tallies.account[sector_of(change.to)][AccountItem::entries];
  ++world.market.agents[cell];
  w.left_coal[row] = left_coal_after(world, row, job.occupation);
  w.occupation[row] = job.occupation;
  w.occupation_start[row] = world.now;
  w.league[row] = job.league;
  w.mine[row] = job.mine;
  w.form[row] = job.form;
  w.contract[row] = job.contract;
  w.relative_pay[row] = job.relative_pay;
  if (change.reason != Reason::transfer) w.service_start[row] = world.now;
  if (job.form == Form::self_employed) open_founder_posts(world, row, 1);
  if (!w.benefit_end[row].is_never()) {
    // A claim uses up the contributions behind it.
    w.contribution_start[row] = world.now;
    w.benefit_end[row] = Month::never();
  } else if (!is_employed(w.state[row])) {
    // Months without work are no contributions.
    w.contribution_start[row] = w.contribution_start[row] + (world.now - w.spell_start[row]);
  }
  if (!job.mine.is_none()) {
    ++world.mines[job.mine.index()].filled;
    world.near_pension.note(row, job.mine, w.retirement[row]);
    fill_mine_post(world.market, world.tables().mines, job.mine, job.occupation);
  } else if (job.form == Form::regular) {
    expect(world.market.vacancies[cell] > 0, "a hire needs a vacancy");
    --world.market.vacancies[cell];
  }
}

void register_displacement(World& world, Row row) {
  const Workers& w = world.workers;
  const MineId mine = w.mine[row];
  Displacement event;
  event.row = row;
  event.worker = w.id[row];
  event.month = world.now;
  event.mine = mine;
  event.league = w.league[row];
  event.ethnicity = w.ethnicity[row];
  event.sex = w.sex[row];
  event.age_band = age_band_of(age_years(w.birth[row], world.now));
  event.education = w.education[row];
  event.contract = w.contract[row];
  event.by_closure = !world.mines[mine.index()].open;
  event.relative_pay_before = w.relative_pay[row];
  event.pay_before = monthly_pay(world, row);
  event.service_start = w.service_start[row];
  event.legal_retirement = w.retirement[row];
  world.workers.last_event[row] = static_cast<std::uint32_t>(world.displacements.events.size());
  world.displacements.events.push_back(event);
  world.displacements.earnings.emplace_back();
}

SpellCause cause_of_spell(const World& world, const Transition& change) {
  if (change.reason != Reason::displacement) return SpellCause::other;
  const Displacement& event = world.displacements.events[world.workers.last_event[change.row]];
  return event.by_closure ? SpellCause::displaced_by_closure : SpellCause::displaced;
}

/// A spell without work begins with the loss of a job, or with coming back from outside, and ends
/// with the next one; training does not break it.
void move_spell(World& world, Row row, State from, const Transition& change) {
  if (!is_employed(from) && !is_employed(change.to) && from != State::left_region) return;
  world.workers.spell_start[row] = world.now;
  world.workers.spell_cause[row] = cause_of_spell(world, change);
}

void apply_one(World& world, const Transition& change) {
  Workers& w = world.workers;
  const Row row = change.row;
  const State from = w.state[row];
  expect(is_legal(from, change.to), "a phase proposed an illegal transition");
  const LeagueId league_before = w.league[row];
  const bool followed = world.life_lines != nullptr && world.life_lines->follows(row);
  const LifeEvent before = followed ? LifeLines::as_of(world, row) : LifeEvent{};
  if (change.reason == Reason::displacement) {
    expect(is_unemployed(change.to), "the displaced are without work");
    register_displacement(world, row);
  }
  move_pension(world, row, from, change.to);
  if (is_employed(from)) leave_job(world, row, change.reason);
  if (is_employed(change.to)) take_job(world, row, change);
  if (change.reason == Reason::early_retirement) world.early_retired.push_back(row);
  move_spell(world, row, from, change);
  w.state[row] = change.to;
  --world.tallies.stock[league_before.index()][from];
  ++world.tallies.stock[w.league[row].index()][change.to];
  ++world.tallies.flow[index_of(from)][index_of(change.to)];
  if (followed) world.life_lines->note_move(world, change.reason, before);
}

/// Asks for what a change of job touches.
[[gnu::always_inline]] inline void fetch_mover(const Workers& w, Row row) {
  fetch_record(w, row);
  fetch(w.state, row);
  fetch(w.form, row);
  fetch(w.mine, row);
  fetch(w.contract, row);
  fetch(w.occupation_start, row);
  fetch(w.underground_before, row);
  fetch(w.service_start, row);
  fetch(w.contribution_start, row);
}

}  // namespace

bool is_legal(State from, State to) { return (legal[index_of(from)] & bit(to)) != 0; }

void sort_by_row(std::vector<Transition>& transitions) {
  const auto rest = std::ranges::is_sorted_until(transitions, {}, &Transition::row);
  if (rest == transitions.end()) return;
  std::ranges::stable_sort(rest, transitions.end(), {}, &Transition::row);
  std::ranges::inplace_merge(transitions, rest, {}, &Transition::row);
}

bool is_proposed(std::span<const Transition> sorted, Row row) {
  const auto at = std::ranges::lower_bound(sorted, row, {}, &Transition::row);
  return at != sorted.end() && at->row == row;
}

bool works_underground(const Tables& tables, const Occupation& occupation, MineId mine) {
  return occupation.method == Method::underground &&
         tables.mines[mine.index()].method == Method::underground;
}

void apply(World& world, std::vector<Transition>& transitions) {
  sort_by_row(transitions);
  const auto twice = std::ranges::adjacent_find(transitions, {}, &Transition::row);
  expect(twice == transitions.end(), "a phase moved a worker twice");
  JoblessChanges changes;
  for (std::size_t i = 0; i < transitions.size(); ++i) {
    if (i + rows_ahead < transitions.size())
      fetch_mover(world.workers, transitions[i + rows_ahead].row);
    const Transition& change = transitions[i];
    const bool before = is_unemployed(world.workers.state[change.row]);
    apply_one(world, change);
    const bool after = is_unemployed(change.to);
    if (after && !before) changes.came.push_back(change.row);
    if (before && !after) changes.went.push_back(change.row);
  }
  update_jobless(world.jobless, changes);
  transitions.clear();
}

void arrive(World& world, Row first, std::size_t count, Arrival arrival) {
  Workers& w = world.workers;
  for (std::size_t i = first.index(); i < first.index() + count; ++i) {
    const Row row{i};
    const State state = w.state[row];
    ++world.tallies.stock[w.league[row].index()][state];
    if (is_employed(state)) {
      ++world.market.agents[world.market.cells(w.occupation[row], w.league[row])];
      if (!w.mine[row].is_none()) ++world.mines[w.mine[row].index()].filled;
    }
    if (arrival == Arrival::entrant) {
      ++world.tallies.flow[from_entrant][index_of(state)];
      ++world.tallies.account[sector_of(state)][AccountItem::entries];
      ++world.tallies.entrants;
      world.near_pension.note(row, w.mine[row], w.retirement[row]);
      fill_mine_post(world.market, world.tables().mines, w.mine[row], w.occupation[row]);
    }
  }
}

}  // namespace jtsim::agents
