// Phase 3: deaths, retirement, exits from the labour force.
#include "agents/demography.hpp"

#include <algorithm>
#include <numbers>
#include <span>

#include "agents/entitlement.hpp"
#include "agents/queue.hpp"
#include "agents/scan.hpp"
#include "base/log2.hpp"

namespace jtsim::agents {

namespace {

constexpr double log2_e = std::numbers::log2e;
constexpr int mortality_base_year = 2020;
/// Ages beyond are treated as this age; nobody at work is near it.
constexpr int oldest_age = 110;

/// Thresholds of this month by sex, age and exposure.
class DeathThresholds {
 public:
  explicit DeathThresholds(const World& world) {
    for (const Sex sex : all_of_enum<Sex>()) {
      const Mortality& m = world.tables().mortality[sex];
      for (int age = 0; age <= oldest_age; ++age) {
        for (const bool exposed : {false, true}) {
          at(sex, age, exposed) = threshold(death_hazard(m, age, world.now, exposed));
        }
      }
    }
  }
  std::uint32_t& at(Sex sex, int age, bool exposed) {
    return values_[(index_of(sex) * 2 + (exposed ? 1 : 0)) * (oldest_age + 1) +
                   static_cast<std::size_t>(std::clamp(age, 0, oldest_age))];
  }
  /// The highest threshold of any age up to `age`.
  std::uint32_t limit(int age) {
    return std::max(at(Sex::male, age, true), at(Sex::female, age, true));
  }

 private:
  std::array<std::uint32_t, enum_size<Sex> * 2 * (oldest_age + 1)> values_{};
};

/// Those who die by their pension month leave a place to the young; those beyond it left theirs
/// when they reached it.
void propose_deaths(World& world, std::vector<Transition>& transitions) {
  const Workers& w = world.workers;
  DeathThresholds thresholds(world);
  std::vector<Candidate> candidates;
  const int eldest = age_years(world.eldest_birth, world.now);
  candidates_below(world, Stream::death, thresholds.limit(eldest), candidates);
  const int excess_after = world.settings().demography.underground_excess_after_months;
  for (const auto& [row, word] : candidates) {
    if (w.state[row] == State::dead) continue;
    const bool exposed = underground_months(world, row) > excess_after;
    if (word >= thresholds.at(w.sex[row], age_years(w.birth[row], world.now), exposed)) continue;
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

/// Settled once for each person: is the underground post on the list of special jobs?
bool is_recognised(const World& world, const EarlyRetirementTerms& terms, Row row) {
  if (terms.recognised_share >= 1) return true;
  return draw(world.luck, Stream::special_recognition, world.workers.id[row], 0) <
         threshold(terms.recognised_share);
}

/// Special-job pensions: those who lack underground months are asked again when they will have
/// them.
void propose_special_pensions(World& world, std::vector<Transition>& transitions) {
  if (!world.terms.early_retirement) return;
  const EarlyRetirementTerms& terms = *world.terms.early_retirement;
  const Workers& w = world.workers;
  const std::size_t deaths = transitions.size();
  for (const Row row : world.special_pensions.at(world.now)) {
    const bool entitled = is_active(w.state[row]) && world.now < w.retirement[row];
    if (!entitled || is_proposed(std::span(transitions).first(deaths), row)) continue;
    const int missing = terms.underground_months - underground_months(world, row);
    if (missing > 0) {
      const MineId mine = w.mine[row];
      const Occupation& job = world.tables().occupations[w.occupation[row].index()];
      if (!mine.is_none() && works_underground(world.tables(), job, mine))
        world.special_pensions.put(row, world.now + missing);
      continue;
    }
    if (!is_recognised(world, terms, row)) {
      book_answer(world, terms.policy, Counter::not_eligible, row);
      continue;
    }
    if (take_entitlement(world, {terms.policy, terms.eligible, terms.take_up}, row, world.now)) {
      transitions.push_back({.row = row, .to = State::retired, .reason = Reason::early_retirement});
    }
  }
}

/// Those who gave up after a long spell without work.
void propose_exits(const World& world, std::vector<Transition>& transitions) {
  const DemographySettings& d = world.settings().demography;
  const Workers& w = world.workers;
  const std::size_t before = transitions.size();
  const std::uint32_t ordinary = threshold(d.labour_force_exit_per_month);
  const std::uint32_t older =
      threshold(d.labour_force_exit_per_month * d.labour_force_exit_older_factor);
  for (const Row row : world.jobless) {
    if (w.state[row] != State::unemployed) continue;
    if (world.now - w.spell_start[row] <= d.labour_force_exit_after_months) continue;
    const bool is_older = age_years(w.birth[row], world.now) >= d.labour_force_exit_older_age_years;
    const std::uint32_t word =
        draw(world.luck, Stream::labour_force_exit, w.id[row], draw_month(world));
    if (word >= (is_older ? older : ordinary) ||
        is_proposed(std::span(transitions).first(before), row))
      continue;
    transitions.push_back(
        {.row = row, .to = State::out_of_labour_force, .reason = Reason::labour_force_exit});
  }
}

void sort_rows(std::vector<Transition>& transitions) {
  std::ranges::stable_sort(transitions, {}, &Transition::row);
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
  const MineId mine = w.mine[row];
  const int before = w.underground_before[row];
  if (mine.is_none()) return before;
  const Occupation& job = world.tables().occupations[w.occupation[row].index()];
  return works_underground(world.tables(), job, mine)
             ? before + (world.now - w.occupation_start[row])
             : before;
}

void demography(World& world, std::vector<Transition>& transitions) {
  propose_deaths(world, transitions);
  propose_pensions(world, transitions);
  sort_rows(transitions);
  propose_special_pensions(world, transitions);
  sort_rows(transitions);
  propose_exits(world, transitions);
}

}  // namespace jtsim::agents
