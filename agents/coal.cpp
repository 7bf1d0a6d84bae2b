// Coal's part of demand: closures, output by mine, heads wanted, posts by occupation.
#include <algorithm>

#include "agents/demand.hpp"
#include "agents/occupation_mix.hpp"
#include "base/apportion.hpp"

namespace jtsim::agents {

namespace {

struct LeagueCapacity {
  double open = 0;
  double initial = 0;
};

LeagueCapacity capacity_of(const World& world, LeagueId league) {
  LeagueCapacity capacity;
  for (std::size_t m = 0; m < world.mines.size(); ++m) {
    const Mine& mine = world.tables().mines[m];
    if (mine.league != league) continue;
    capacity.initial += mine.capacity_t_per_year;
    if (world.mines[m].open) capacity.open += world.mines[m].capacity_t_per_year;
  }
  return capacity;
}

void close(World& world, std::size_t mine) {
  world.mines[mine].open = false;
  world.mines[mine].closed = world.now;
}

/// Does `a` close before `b` under the rule?
bool closes_first(const World& world, std::size_t a, std::size_t b) {
  const auto& mines = world.tables().mines;
  if (world.settings().demand.closure_rule == ClosureRule::least_productive_first) {
    return world.mines[a].initial_productivity < world.mines[b].initial_productivity;
  }
  return mines[a].closure_order < mines[b].closure_order;
}

/// The next mine of a league to close, or the number of mines if none is open.
std::size_t next_to_close(const World& world, LeagueId league) {
  std::size_t next = world.mines.size();
  for (std::size_t m = 0; m < world.mines.size(); ++m) {
    if (!world.mines[m].open || world.tables().mines[m].league != league) continue;
    if (next == world.mines.size() || closes_first(world, m, next)) next = m;
  }
  return next;
}

/// Closes the next mine while what remains can still cover the output at the league's first
/// utilisation. Closure is final.
void close_surplus(World& world, LeagueId league) {
  const ClosureRule rule = world.settings().demand.closure_rule;
  if (rule == ClosureRule::pro_rata || rule == ClosureRule::listed) return;
  LeagueCapacity capacity = capacity_of(world, league);
  const std::size_t r = league.index();
  const Tables& t = world.tables();
  const double first_output =
      t.coal_output.at(world.inputs.start) * t.coal_league_share[r].at(world.inputs.start);
  const double utilisation = capacity.initial > 0 ? first_output / capacity.initial : 0.0;
  const double output = world.conditions.coal_output[r];
  while (capacity.open > 0) {
    const std::size_t next = next_to_close(world, league);
    const double remaining = capacity.open - world.mines[next].capacity_t_per_year;
    if (remaining * utilisation < output) return;
    close(world, next);
    capacity.open = remaining;
  }
}

/// The group's open mines in the league take over part of the capacity of a closed one, in
/// proportion to theirs.
void replace_capacity(World& world, std::size_t closed) {
  const auto& mines = world.tables().mines;
  const auto is_heir = [&](std::size_t m) {
    return world.mines[m].open && mines[m].group == mines[closed].group &&
           mines[m].league == mines[closed].league;
  };
  double heirs = 0;
  for (std::size_t m = 0; m < mines.size(); ++m)
    heirs += is_heir(m) ? world.mines[m].capacity_t_per_year : 0;
  if (heirs <= 0) return;
  const double moved =
      world.settings().demand.capacity_replacement_share * world.mines[closed].capacity_t_per_year;
  for (std::size_t m = 0; m < mines.size(); ++m) {
    if (is_heir(m)) world.mines[m].capacity_t_per_year *= 1 + moved / heirs;
  }
}

void close_listed(World& world) {
  for (std::size_t m = 0; m < world.mines.size(); ++m) {
    const Month fixed = world.tables().mines[m].closure_month;
    if (!world.mines[m].open || fixed.is_never() || fixed > world.now) continue;
    close(world, m);
    replace_capacity(world, m);
  }
}

/// New capacity is spread over the league's open mines in proportion to theirs.
void add_capacity(World& world) {
  for (const CapacityAddition& addition : world.tables().capacity_additions) {
    if (addition.month != world.now) continue;
    const double open = capacity_of(world, addition.league).open;
    for (std::size_t m = 0; m < world.mines.size(); ++m) {
      if (!world.mines[m].open || world.tables().mines[m].league != addition.league) continue;
      world.mines[m].capacity_t_per_year *= 1 + addition.capacity_t_per_year / open;
    }
  }
}

/// Heads wanted by the league's mines: output by capacity, over productivity, rounded by largest
/// remainder.
void set_heads(World& world, LeagueId league) {
  const double open = capacity_of(world, league).open;
  std::vector<double> heads(world.mines.size(), 0.0);
  double total = 0;
  for (std::size_t m = 0; m < world.mines.size(); ++m) {
    const MineState& mine = world.mines[m];
    if (!mine.open || world.tables().mines[m].league != league || mine.initial_productivity <= 0)
      continue;
    const double output =
        world.conditions.coal_output[league.index()] * mine.capacity_t_per_year / open;
    heads[m] = output / (mine.initial_productivity * world.conditions.productivity);
    total += heads[m];
  }
  const auto rounded = static_cast<std::int64_t>(total + 0.5);
  const auto wanted =
      rounded > 0 ? apportion(rounded, heads) : std::vector<std::int32_t>(heads.size(), 0);
  for (std::size_t m = 0; m < world.mines.size(); ++m) {
    if (world.tables().mines[m].league == league) world.mines[m].wanted = wanted[m];
  }
}

void post_shortages(World& world) {
  Market& market = world.market;
  const double intelligent = world.conditions.intelligent_share;
  market.mine_posts.clear();
  for (std::size_t cell = 0; cell < market.cells.count(); ++cell) {
    const Occupation& job = world.tables().occupations[market.cells.occupation(cell).index()];
    if (job.sector == Sector::mining) market.vacancies[cell] = 0;
  }
  for (std::size_t m = 0; m < world.mines.size(); ++m) {
    const std::int32_t shortage = world.mines[m].wanted - world.mines[m].filled;
    if (shortage <= 0) continue;
    const Mine& mine = world.tables().mines[m];
    const auto mix = occupation_mix(world.tables().occupations, mine.method, intelligent);
    const auto id = static_cast<std::uint32_t>(m);
    const std::uint32_t start = draw(world.luck, Stream::mine_posts, id, draw_month(world));
    SystematicSample posts(shortage, 1.0, unit_interval(start));
    for (std::size_t o = 0; o < mix.size(); ++o) {
      const std::int32_t open = posts.next(mix[o]);
      if (open == 0) continue;
      market.mine_posts.push_back({MineId{m}, OccupationId{o}, open});
      market.vacancies[market.cells(OccupationId{o}, mine.league)] += open;
    }
  }
}

}  // namespace

void set_mine_demand(World& world) {
  const bool shocked = world.settings().demand.shock == Shock::paths;
  if (shocked) {
    add_capacity(world);
    close_listed(world);
  }
  for (std::size_t r = 0; r < world.tables().leagues.size(); ++r) {
    if (shocked) close_surplus(world, LeagueId{r});
    set_heads(world, LeagueId{r});
  }
  post_shortages(world);
}

}  // namespace jtsim::agents
