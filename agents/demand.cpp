// Phase 4: jobs wanted and vacancies.
#include "agents/demand.hpp"

#include <algorithm>

#include "agents/background.hpp"
#include "agents/investment.hpp"
#include "base/apportion.hpp"

namespace jtsim::agents {

namespace {

/// New-energy jobs relative to the start, on the posts of the start: without change of capacity
/// nothing changes.
void want_new_energy(World& world) {
  const bool shocked = world.settings().demand.shock == Shock::paths;
  const Month month = shocked ? world.now : world.inputs.start;
  const std::vector<double> jobs = new_energy_jobs(world.inputs, month);
  const std::vector<double> first = new_energy_jobs(world.inputs, world.inputs.start);
  std::vector<double> wanted(jobs.size(), 0.0);
  double total = 0;
  for (std::size_t cell = 0; cell < jobs.size(); ++cell) {
    if (jobs[cell] <= 0) continue;
    const double posts = world.balance.employed[cell] + world.balance.vacancies[cell];
    wanted[cell] = first[cell] > 0 && posts > 0 ? posts * (jobs[cell] / first[cell]) : jobs[cell];
    total += wanted[cell];
  }
  const auto rounded = static_cast<std::int64_t>(total + 0.5);
  std::vector<std::int32_t> posts(jobs.size(), 0);
  if (rounded > 0) posts = apportion(rounded, wanted);
  for (std::size_t cell = 0; cell < jobs.size(); ++cell) {
    const OccupationId occupation = world.market.cells.occupation(cell);
    const bool own = world.tables().occupations[occupation.index()].sector == Sector::new_energy;
    if (own) world.market.wanted[cell] = posts[cell];
  }
}

/// Posts that hiring subsidies make worth while: their sum, rounded, where most of it is.
void want_subsidised_posts(World& world) {
  Market& market = world.market;
  std::erase_if(market.subsidised,
                [&](const SubsidisedPosts& some) { return world.now >= some.end; });
  std::vector<double> posts(market.cells.count(), 0.0);
  double total = 0;
  for (const SubsidisedPosts& some : market.subsidised) {
    posts[some.cell] += some.posts;
    total += some.posts;
  }
  const auto rounded = static_cast<std::int64_t>(total + 0.5);
  if (rounded == 0) return;
  const std::vector<std::int32_t> whole = apportion(rounded, posts);
  for (std::size_t cell = 0; cell < whole.size(); ++cell) market.wanted[cell] += whole[cell];
}

/// Tertiary posts that hang on coal pay: each coal post lost in a league takes `local_multiplier`
/// of them along.
void lose_local_posts(World& world) {
  const double multiplier = world.settings().demand.local_multiplier;
  if (multiplier <= 0) return;
  const Tables& t = world.tables();
  Market& market = world.market;
  std::vector<double> lost(t.leagues.size(), 0.0);
  for (std::size_t m = 0; m < world.mines.size(); ++m) {
    lost[t.mines[m].league.index()] += t.mines[m].headcount - world.mines[m].wanted;
  }
  for (std::size_t r = 0; r < lost.size(); ++r) {
    std::vector<double> tertiary(t.occupations.size(), 0.0);
    for (std::size_t o = 0; o < tertiary.size(); ++o) {
      if (t.occupations[o].sector == Sector::tertiary)
        tertiary[o] = market.wanted[market.cells(OccupationId{o}, LeagueId{r})];
    }
    const auto posts = static_cast<std::int64_t>(std::max(0.0, lost[r]) * multiplier + 0.5);
    const bool any = std::ranges::any_of(tertiary, [](double t_posts) { return t_posts > 0; });
    if (posts == 0 || !any) continue;
    const auto share = apportion(posts, tertiary);
    for (std::size_t o = 0; o < share.size(); ++o) {
      std::int32_t& wanted = market.wanted[market.cells(OccupationId{o}, LeagueId{r})];
      wanted = std::max(0, wanted - share[o]);
    }
  }
}

/// Rule `target`: a vacancy for every post wanted and not filled.
void open_vacancies(World& world) {
  Market& market = world.market;
  for (std::size_t cell = 0; cell < market.cells.count(); ++cell) {
    const Occupation& job = world.tables().occupations[market.cells.occupation(cell).index()];
    if (job.sector == Sector::mining) continue;
    market.vacancies[cell] = std::max(0, market.wanted[cell] - market.filled(cell));
  }
}

}  // namespace

void demand(World& world, std::vector<Transition>&) {
  follow_labour_force(world);
  set_mine_demand(world);
  want_outside_coal(world);
  want_new_energy(world);
  build_projects(world);
  want_subsidised_posts(world);
  lose_local_posts(world);
  open_vacancies(world);
}

}  // namespace jtsim::agents
