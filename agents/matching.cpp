// Agents against each other and against the background, vacancy by vacancy.
#include "agents/matching.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "agents/aids.hpp"
#include "agents/background_hires.hpp"
#include "agents/callbacks.hpp"
#include "agents/pay.hpp"
#include "agents/skills.hpp"
#include "base/log2.hpp"

namespace jtsim::agents {

namespace {

constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

bool precedes(const Application& a, const Application& b) {
  return a.key < b.key || (a.key == b.key && a.id < b.id);
}

/// A weight of 0 gives an infinite key: such an applicant is hired by nobody.
bool beats_background(const World& world, const Application& application, std::size_t vacancy) {
  const MarketScratch& s = world.scratch;
  const double background =
      best_background_key(s.words[vacancy], s.flows.per_vacancy[application.cell],
                          world.settings().matching.background_hiring_weight);
  return std::isfinite(application.key) && application.key <= background;
}

Transition hire_of(const World& world, const Application& application) {
  const Tables& tables = world.tables();
  const OccupationId occupation = world.market.cells.occupation(application.cell);
  const Sector sector = tables.occupations[occupation.index()].sector;
  Job job;
  job.occupation = occupation;
  job.league = world.market.cells.league(application.cell);
  job.contract = contract_of(employer_of(world, application.cell, application.slot));
  job.relative_pay = offered_relative_pay(world, application.row, occupation, job.league);
  if (sector == Sector::mining) {
    job.mine = mine_of_slot(world.market, tables.mines, application.cell,
                            static_cast<std::int32_t>(application.slot));
  }
  return {application.row, employed_in(sector), Reason::hire, job};
}

/// Completed months without work; 0 for those who search from a post.
std::size_t spell_months(const World& world, Row row) {
  if (is_employed(world.workers.state[row])) return 0;
  return static_cast<std::size_t>(std::max(0, world.now - world.workers.spell_start[row]));
}

/// A factor brought closer to 1.
double evened(double factor, double distance_left) {
  return distance_left == 1 ? factor : 1 - (1 - factor) * distance_left;
}

double skill_factor(const World& world, Row row, OccupationId occupation) {
  const double proximity = effective_proximity(world, row, occupation);
  const double exponent = world.settings().matching.skill_exponent;
  return exponent == 1 ? proximity : pow_fixed(proximity, exponent);
}

}  // namespace

Contract contract_of(Ownership employer) {
  return employer == Ownership::state_owned ? Contract::state_owned : Contract::private_;
}

Ownership employer_of(const World& world, std::size_t cell, std::uint32_t slot) {
  const Tables& tables = world.tables();
  const Sector sector = tables.occupations[world.market.cells.occupation(cell).index()].sector;
  if (sector == Sector::mining) {
    const MineId mine =
        mine_of_slot(world.market, tables.mines, cell, static_cast<std::int32_t>(slot));
    return tables.mines[mine.index()].ownership;
  }
  const std::uint32_t word =
      draw(world.luck, Stream::employer, slot, draw_month(world), static_cast<std::uint32_t>(cell));
  const bool state_owned = unit_interval(word) < tables.sectors[sector].state_owned_share;
  return state_owned ? Ownership::state_owned : Ownership::private_;
}

double sex_factor(const World& world, Sex sex) {
  const double in_table = world.tables().hiring.sex[sex];
  const double exponent = world.settings().matching.sex_exponent;
  return evened(exponent == 1 ? in_table : pow_fixed(in_table, exponent),
                world.equal_treatment.sex);
}

double hiring_weight(const World& world, Row row, OccupationId occupation) {
  const Workers& w = world.workers;
  const HiringFactors& factors = world.tables().hiring;
  const std::size_t spell = std::min(spell_months(world, row), factors.spell_months.size() - 1);
  const EqualTreatment& left = world.equal_treatment;
  const AgeBand age = age_band_of(age_years(w.birth[row], world.now));
  return skill_factor(world, row, occupation) * evened(factors.age[age], left.age) *
         sex_factor(world, w.sex[row]) * factors.education[w.education[row]] *
         factors.spell_months[spell] * hiring_factor(world, row);
}

double ethnicity_factor(const World& world, EthnicityId ethnicity, Ownership employer) {
  const Ethnicity& group = world.tables().ethnicities[ethnicity.index()];
  const double in_table = employer == Ownership::state_owned ? group.hiring_factor_state_owned
                                                             : group.hiring_factor_private;
  return 1 - (1 - in_table) * world.conditions.discrimination *
                 world.settings().matching.ethnicity_effect * world.equal_treatment.ethnicity;
}

void rank_applications(std::span<const Application> applications, const VacancyPositions& position,
                       std::span<std::uint32_t> best) {
  for (const Application& application : applications) best[position(application)] = nobody;
  for (std::uint32_t i = 0; i < applications.size(); ++i) {
    std::uint32_t& leader = best[position(applications[i])];
    if (leader == nobody || precedes(applications[i], applications[leader])) leader = i;
  }
}

void hire_agents(World& world, std::vector<Transition>& transitions) {
  MarketScratch& s = world.scratch;
  const VacancyPositions position{s.first_vacancy};
  rank_applications(s.applications, position, s.best);
  for (std::uint32_t i = 0; i < s.applications.size(); ++i) {
    const std::size_t vacancy = position(s.applications[i]);
    if (s.best[vacancy] == i) meet_background(world, s.applications[i], vacancy);
  }
  count_callbacks(world);
  world.hired.clear();
  s.moved.clear();
  for (std::uint32_t i = 0; i < s.applications.size(); ++i) {
    const Application& application = s.applications[i];
    const std::size_t vacancy = position(application);
    if (s.best[vacancy] != i || !beats_background(world, application, vacancy)) continue;
    keep_from_background(s, vacancy);
    transitions.push_back(hire_of(world, application));
    world.hired.push_back(application.row);
    note_subsidised_hire(world, application.row, application.cell);
    const bool moves =
        world.market.cells.league(application.cell) != world.workers.league[application.row];
    if (moves) s.moved.push_back(application.row);
  }
  std::ranges::sort(world.hired);
}

}  // namespace jtsim::agents
