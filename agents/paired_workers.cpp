// Opening, following and measuring paired cases.
#include "agents/paired_workers.hpp"

#include <algorithm>

#include "agents/income.hpp"
#include "base/error.hpp"

namespace jtsim::agents {

namespace {

/// The displacements of this month.
std::span<const Displacement> events_of_month(const World& world) {
  const Displacements& all = world.displacements;
  return std::span(all.events).subspan(all.month_begin[static_cast<std::size_t>(world.step())]);
}

/// The services of this month, which stand at the end of the list.
std::span<const Served> services_of_month(const World& world) {
  const auto first = std::ranges::lower_bound(world.served, world.now, {}, &Served::month);
  return {first, world.served.end()};
}

}  // namespace

std::optional<Row> row_of(const Workers& workers, WorkerId id) {
  const auto ids = workers.id.all();
  const auto found = std::ranges::lower_bound(ids, id);
  if (found == ids.end() || *found != id) return std::nullopt;
  return Row{static_cast<std::size_t>(found - ids.begin())};
}

PairedWorkers::PairedWorkers(const World& base, const World& policy, Policies policies)
    : groups_(base.tables()), sums_(groups_.count()), policies_(policies) {
  expect(base.now == policy.now, "paired worlds begin in one month");
}

void PairedWorkers::follow(const World& base, const World& policy) {
  expect(base.now == policy.now, "paired worlds run in step");
  const Worlds worlds{&base, &policy};
  for (Cohort* cohort : {&displaced_, &served_})
    cohort->case_of.resize(base.workers.size(), no_case);
  served_in_base_.resize(base.workers.size(), 0);
  note_served_in_base(base);
  add_displaced(worlds, 0);
  add_displaced(worlds, 1);
  add_participants(worlds);
  add_severance(worlds, 0);
  add_severance(worlds, 1);
  pass_month(displaced_, worlds, PairedPopulation::displaced);
  pass_month(served_, worlds, PairedPopulation::participants);
}

void PairedWorkers::add_displaced(const Worlds& worlds, std::size_t which) {
  for (const Displacement& event : events_of_month(*worlds[which])) {
    const std::optional<Row> other = row_of(worlds[1 - which]->workers, event.worker);
    if (!other) {
      ++unmatched_displaced_;
      continue;
    }
    std::array<Row, 2> rows{event.row, event.row};
    rows[1 - which] = *other;
    if (displaced_.case_of[rows[0].index()] == no_case) open(displaced_, worlds, rows);
  }
}

void PairedWorkers::note_served_in_base(const World& base) {
  for (const Served& served : services_of_month(base)) {
    if ((policies_.in_base >> served.policy.index() & 1U) != 0)
      served_in_base_[served.row.index()] = 1;
  }
}

void PairedWorkers::add_participants(const Worlds& worlds) {
  const World& policy = *worlds[1];
  for (const Served& served : services_of_month(policy)) {
    if ((policies_.in_policy >> served.policy.index() & 1U) == 0) continue;
    const std::optional<Row> base = row_of(worlds[0]->workers, policy.workers.id[served.row]);
    if (!base) {
      ++unmatched_participants_;
    } else if (served_.case_of[base->index()] == no_case) {
      open(served_, worlds, {*base, served.row});
    }
  }
}

void PairedWorkers::add_severance(const Worlds& worlds, std::size_t which) {
  for (const Displacement& event : events_of_month(*worlds[which])) {
    const std::optional<Row> base = row_of(worlds[0]->workers, event.worker);
    if (!base) continue;
    for (Cohort* cohort : {&displaced_, &served_}) {
      const std::uint32_t at = cohort->case_of[base->index()];
      if (at != no_case && at >= cohort->first_open)
        cohort->cases[at].courses[which].income += event.severance;
    }
  }
}

void PairedWorkers::open(Cohort& cohort, const Worlds& worlds, std::array<Row, 2> rows) const {
  const Workers& w = worlds[0]->workers;
  const Row row = rows[0];
  const Month now = worlds[0]->now;
  const auto group = [&](GroupKind kind, std::size_t index) {
    return static_cast<std::uint16_t>(groups_.at(kind, index));
  };
  Case person{.since = now, .memberships = {}, .courses = {}};
  for (std::size_t i = 0; i < 2; ++i) person.courses[i].row = rows[i];
  person.memberships.values = {
      group(GroupKind::everyone, 0),
      group(GroupKind::ethnicity, w.ethnicity[row].index()),
      group(GroupKind::sex, index_of(w.sex[row])),
      group(GroupKind::age_band, index_of(age_band_of(age_years(w.birth[row], now)))),
      group(GroupKind::education, index_of(w.education[row])),
      group(GroupKind::region, w.league[row].index())};
  cohort.case_of[row.index()] = static_cast<std::uint32_t>(cohort.cases.size());
  cohort.cases.push_back(person);
}

void PairedWorkers::pass_month(Cohort& cohort, const Worlds& worlds, PairedPopulation population) {
  const Month now = worlds[0]->now;
  for (std::size_t i = cohort.first_open; i < cohort.cases.size(); ++i) {
    Case& person = cohort.cases[i];
    measure(person, worlds, population);
    if (now - person.since == watched_months) {
      close(person, population);
      cohort.first_open = i + 1;
      continue;
    }
    for (std::size_t side = 0; side < 2; ++side) {
      Course& course = person.courses[side];
      const State state = worlds[side]->workers.state[course.row];
      if (is_placed(state)) ++course.months_in_work;
      if (is_unemployed(state)) ++course.months_without_work;
      course.income += monthly_income(*worlds[side], course.row);
    }
  }
}

void PairedWorkers::measure(const Case& person, const Worlds& worlds, PairedPopulation population) {
  const int since = worlds[0]->now - person.since;
  for (const PairedHorizon& horizon : paired_horizons) {
    if (since != horizon.months) continue;
    std::array<std::int64_t, 2> in_work{};
    for (std::size_t side = 0; side < 2; ++side) {
      in_work[side] = is_placed(worlds[side]->workers.state[person.courses[side].row]) ? 1 : 0;
    }
    add(population, person, horizon.measure, in_work);
  }
}

void PairedWorkers::close(const Case& person, PairedPopulation population) {
  const auto& [base, policy] = person.courses;
  add(population, person, PairedMeasure::months_in_work,
      {base.months_in_work, policy.months_in_work});
  add(population, person, PairedMeasure::months_without_work,
      {base.months_without_work, policy.months_without_work});
  add(population, person, PairedMeasure::income, {base.income, policy.income});
}

void PairedWorkers::add(PairedPopulation population, const Case& person, PairedMeasure measure,
                        std::array<std::int64_t, 2> value) {
  sums_.add(population, person.memberships, measure, value);
  const std::size_t base_row = person.courses[0].row.index();
  const bool is_unserved =
      population == PairedPopulation::displaced && served_.case_of[base_row] == no_case;
  const bool is_new =
      population == PairedPopulation::participants && served_in_base_[base_row] == 0;
  if (is_new) sums_.add(PairedPopulation::newcomers, person.memberships, measure, value);
  if (is_unserved) sums_.add(PairedPopulation::unserved, person.memberships, measure, value);
}

}  // namespace jtsim::agents
