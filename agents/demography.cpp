// Phase 3: deaths, retirement, exits from the labour force.
#include "agents/demography.hpp"

#include <algorithm>
#include <numbers>
#include <span>
#include <utility>

#include "agents/early_pensions.hpp"
#include "agents/entitlement.hpp"
#include "agents/queue.hpp"
#include "agents/scan.hpp"
#include "base/fill_draws.hpp"
#include "base/log2.hpp"

namespace jtsim::agents {

namespace {

constexpr double log2_e = std::numbers::log2e;
constexpr int mortality_base_year = 2020;

/// Those who die by their pension month leave a place to the young; those beyond it left theirs
/// when they reached it.
void propose_deaths(World& world, std::vector<Transition>& transitions) {
  const Workers& w = world.workers;
  DeathThresholds& thresholds = world.death_thresholds;
  thresholds.turn_to(world.tables(), world.now);
  std::vector<Candidate> candidates;
  const int eldest = age_years(world.eldest_birth, world.now);
  const std::uint32_t limit =
      std::max(thresholds.at_most(Sex::male, eldest), thresholds.at_most(Sex::female, eldest));
  candidates_below(world, Stream::death, limit, candidates);
  const int excess_after = world.settings().demography.underground_excess_after_months;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (i + rows_ahead < candidates.size()) fetch_record(w, candidates[i + rows_ahead].row);
    const auto [row, word] = candidates[i];
    // Nearly everybody is too young for the limit, whatever else is true of him.
    const Sex sex = w.sex[row];
    const int age = age_years(w.birth[row], world.now);
    if (word >= thresholds.at_most(sex, age) || w.state[row] == State::dead) continue;
    const bool exposed = underground_months(world, row) > excess_after;
    if (word >= thresholds.at(sex, age, exposed)) continue;
    transitions.push_back({.row = row, .to = State::dead, .reason = Reason::death});
    if (world.now <= w.retirement[row]) ++world.replaced;
  }
}

/// The ordinary pension, from work, from internal retirement or from wherever the person is.
void propose_pensions(World& world, std::vector<Transition>& transitions) {
  const Workers& w = world.workers;
  const std::size_t deaths = transitions.size();
  for (const Row row : world.pensions.at(world.now)) {
    if (w.state[row] == State::dead || is_proposed(std::span(transitions).first(deaths), row))
      continue;
    ++world.replaced;
    if (w.state[row] == State::retired) continue;
    const Reason reason = w.state[row] == State::internal_retired
                              ? Reason::end_of_internal_retirement
                              : Reason::legal_retirement;
    transitions.push_back({.row = row, .to = State::retired, .reason = reason});
  }
}

/// Does the person work underground now?
bool is_underground(const World& world, Row row) {
  const Workers& w = world.workers;
  const Occupation& job = world.tables().occupations[w.occupation[row].index()];
  return !w.mine[row].is_none() && works_underground(world.tables(), job, w.mine[row]);
}

/// Settled once for each person: is the underground post on the list of special jobs?
bool is_recognised(const World& world, const EarlyRetirementTerms& terms, Row row) {
  if (terms.recognised_share >= 1) return true;
  return draw(world.luck, Stream::special_recognition, world.workers.id[row], 0) <
         threshold(terms.recognised_share);
}

/// Asks for what special pensions depend on.
[[gnu::always_inline]] inline void fetch_career(const Workers& w, Row row) {
  fetch(w.state, row);
  fetch(w.mine, row);
  fetch(w.occupation_start, row);
  fetch(w.underground_before, row);
  fetch_record(w, row);
}

/// Special-job pensions of one month.
class SpecialPensions {
 public:
  /// `transitions`: those proposed so far, by row ascending; granted pensions are added.
  SpecialPensions(World& world, const EarlyRetirementTerms& terms,
                  std::vector<Transition>& transitions)
      : world_(world),
        terms_(terms),
        transitions_(transitions),
        before_(transitions.size()),
        pensions_(world, terms) {}

  /// Who waits for money asks again, having decided before.
  void serve_waiting() {
    for (const Row row : std::exchange(world_.awaiting_early_pension, {})) {
      if (may_ask(row)) request(row, 1.0);
    }
  }

  /// Those whose month has come decide.
  void ask_due() {
    const std::span<const Row> due = world_.special_pensions.at(world_.now);
    for (std::size_t i = 0; i < due.size(); ++i) {
      if (i + rows_ahead < due.size()) fetch_career(world_.workers, due[i + rows_ahead]);
      if (may_ask(due[i])) ask(due[i]);
    }
  }

 private:
  bool may_ask(Row row) const {
    const Workers& w = world_.workers;
    return is_active(w.state[row]) && world_.now < w.retirement[row] &&
           !is_proposed(std::span(transitions_).first(before_), row);
  }

  void ask(Row row) {
    const int missing = terms_.underground_months - underground_months(world_, row);
    if (missing > 0) return put_off(row, missing);
    if (is_recognised(world_, terms_, row)) return request(row, terms_.take_up);
    book_answer(world_, terms_.policy, Counter::not_eligible, row);
  }

  /// Who lacks underground months is asked again when he will have them.
  void put_off(Row row, int months) {
    if (is_underground(world_, row)) world_.special_pensions.put(row, world_.now + months);
  }

  void request(Row row, double take_up) {
    const Entitlement right{terms_.policy, terms_.eligible, take_up};
    if (!requests_entitlement(world_, right, row, world_.now)) return;
    const bool has_money = pensions_.take_on(row);
    book_entitlement(world_, right, row, has_money);
    if (has_money) {
      transitions_.push_back(
          {.row = row, .to = State::retired, .reason = Reason::early_retirement});
    } else {
      world_.awaiting_early_pension.push_back(row);
    }
  }

  World& world_;
  const EarlyRetirementTerms& terms_;
  std::vector<Transition>& transitions_;
  const std::size_t before_;
  EarlyPensions pensions_;
};

/// Those who asked earlier come first. With the policy the waiting ends.
void propose_special_pensions(World& world, std::vector<Transition>& transitions) {
  if (!world.terms.early_retirement) return world.awaiting_early_pension.clear();
  SpecialPensions pensions(world, *world.terms.early_retirement, transitions);
  pensions.serve_waiting();
  pensions.ask_due();
}

/// The unemployed whose spell is long enough to give up.
std::vector<Row> long_unemployed(const World& world) {
  const Workers& w = world.workers;
  const int after = world.settings().demography.labour_force_exit_after_months;
  std::vector<Row> rows(world.jobless.size());
  std::size_t count = 0;
  for (const Row row : world.jobless) {
    rows[count] = row;
    const bool is_long = world.now - w.spell_start[row] > after;
    count += is_long && w.state[row] == State::unemployed ? 1U : 0U;
  }
  rows.resize(count);
  return rows;
}

/// Those who gave up after a long spell without work.
void propose_exits(const World& world, std::vector<Transition>& transitions) {
  const DemographySettings& d = world.settings().demography;
  const Workers& w = world.workers;
  const std::size_t before = transitions.size();
  const std::uint32_t ordinary = threshold(d.labour_force_exit_per_month);
  const std::uint32_t older =
      threshold(d.labour_force_exit_per_month * d.labour_force_exit_older_factor);
  const std::vector<Row> rows = long_unemployed(world);
  std::vector<WorkerId> ids(rows.size());
  std::vector<std::uint32_t> words(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) ids[i] = w.id[rows[i]];
  draw_each(world.luck, {Stream::labour_force_exit, draw_month(world)}, ids, {}, words);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row row = rows[i];
    if (words[i] >= std::max(ordinary, older)) continue;
    const bool is_older = age_years(w.birth[row], world.now) >= d.labour_force_exit_older_age_years;
    if (words[i] >= (is_older ? older : ordinary) ||
        is_proposed(std::span(transitions).first(before), row))
      continue;
    transitions.push_back(
        {.row = row, .to = State::out_of_labour_force, .reason = Reason::labour_force_exit});
  }
}

}  // namespace

double death_hazard(const Mortality& m, int age, Month now, bool exposed) {
  const double years = now.year() - mortality_base_year;
  const double improvement = pow_fixed(1.0 - m.improvement_per_year, years);
  const double per_year = m.gompertz_a * exp2_fixed(m.gompertz_b * age * log2_e) * m.factor_2020 *
                          improvement * (exposed ? m.underground_excess : 1.0);
  return 1.0 - exp2_fixed(-per_year * log2_e / Month::per_year);
}

int underground_months(const World& world, Row row) {
  const Workers& w = world.workers;
  const int before = w.underground_before[row];
  return is_underground(world, row) ? before + (world.now - w.occupation_start[row]) : before;
}

void demography(World& world, std::vector<Transition>& transitions) {
  propose_deaths(world, transitions);
  propose_pensions(world, transitions);
  sort_by_row(transitions);
  propose_special_pensions(world, transitions);
  sort_by_row(transitions);
  propose_exits(world, transitions);
}

}  // namespace jtsim::agents
