// Entrants: attributes from the pool, posts from the mines.
#include "agents/entrants.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include "agents/attributes.hpp"
#include "agents/pay.hpp"
#include "agents/population.hpp"
#include "base/error.hpp"
#include "base/race.hpp"

namespace jtsim::agents {

namespace {

/// Possible entrants looked at for each open post before the rest stays open.
constexpr std::uint32_t tries_per_post = 8;

WorkerId first_id(const World& world, LeagueId league) {
  std::uint32_t initial = 0;
  for (const Mine& mine : world.tables().mines)
    initial += static_cast<std::uint32_t>(mine.headcount);
  const std::uint32_t rounded = (initial + words_per_block - 1) / words_per_block * words_per_block;
  const auto leagues = static_cast<std::uint32_t>(world.tables().leagues.size());
  const auto month = static_cast<std::uint32_t>(world.step() - 1);
  return rounded + (month * leagues + league.value) * entrants_per_cell;
}

/// Weight of an occupation for an entrant: its sex composition, nothing without the schooling.
double occupation_weight(const Occupation& job, const Entrant& person) {
  if (person.education < job.minimum_education) return 0;
  return person.sex == Sex::female ? job.female_share : 1 - job.female_share;
}

struct Post {
  MineId mine;
  OccupationId occupation;
};

/// Open posts of one league's mines, as far as entrants have not taken them.
class LeaguePosts {
 public:
  LeaguePosts(const World& world, LeagueId league) : world_(world) {
    const auto& mines = world.tables().mines;
    for (std::size_t m = 0; m < mines.size(); ++m) {
      if (mines[m].league == league) mines_.push_back(MineId{m});
    }
    const std::size_t occupations = world.tables().occupations.size();
    by_occupation_.assign(occupations, 0);
    posts_.assign(occupations * mines_.size(), 0);
    for (const MinePosts& posts : world.market.mine_posts) {
      if (mines[posts.mine.index()].league == league)
        add({posts.mine, posts.occupation}, posts.open);
    }
  }

  std::int32_t open() const { return open_; }

  /// The post this person takes: first the occupations race, then the mines that want it.
  std::optional<Post> choose(const Entrant& person) {
    weights_.clear();
    for (std::size_t o = 0; o < by_occupation_.size(); ++o) {
      const Occupation& job = world_.tables().occupations[o];
      weights_.push_back(by_occupation_[o] > 0 ? by_occupation_[o] * occupation_weight(job, person)
                                               : 0.0);
    }
    const auto occupation =
        pick(world_.luck, {Stream::entrant_post, draw_month(world_)}, person.id, weights_);
    if (!occupation) return std::nullopt;
    const auto first = posts_.begin() + static_cast<std::ptrdiff_t>(*occupation * mines_.size());
    weights_.assign(first, first + static_cast<std::ptrdiff_t>(mines_.size()));
    const auto mine =
        pick(world_.luck, {Stream::entrant_mine, draw_month(world_)}, person.id, weights_);
    return Post{mines_[*mine], OccupationId{*occupation}};
  }

  void take(const Post& post) { add(post, -1); }

 private:
  void add(const Post& post, std::int32_t number) {
    const auto mine = std::ranges::find(mines_, post.mine) - mines_.begin();
    posts_[post.occupation.index() * mines_.size() + static_cast<std::size_t>(mine)] += number;
    by_occupation_[post.occupation.index()] += number;
    open_ += number;
  }

  const World& world_;
  std::vector<MineId> mines_;
  /// [occupation][mine of the league]
  std::vector<std::int32_t> posts_;
  std::vector<std::int32_t> by_occupation_;
  std::int32_t open_ = 0;
  std::vector<double> weights_;
};

/// Takes one background unemployed of the league off the stock, in proportion to the occupations'
/// stocks. False if none is left.
bool leave_background(World& world, LeagueId league, WorkerId person) {
  Market& market = world.market;
  std::int64_t total = 0;
  for (std::size_t o = 0; o < market.cells.occupations; ++o) {
    total += market.background_unemployed[market.cells(OccupationId{o}, league)];
  }
  if (total == 0) return false;
  const double u =
      unit_interval(draw(world.luck, Stream::entrant_occupation, person, draw_month(world)));
  auto left = static_cast<std::int64_t>(u * static_cast<double>(total));
  for (std::size_t o = 0; o < market.cells.occupations; ++o) {
    std::int32_t& stock = market.background_unemployed[market.cells(OccupationId{o}, league)];
    if (left < stock) {
      --stock;
      return true;
    }
    left -= stock;
  }
  throw LogicFault("an entrant came from no occupation");
}

void fill_row(World& world, Row row, const Entrant& person, const Post& post) {
  const Tables& t = world.tables();
  const Mine& mine = t.mines[post.mine.index()];
  const Occupation& job = t.occupations[post.occupation.index()];
  Workers& w = world.workers;
  w.id[row] = person.id;
  w.birth[row] = person.birth;
  w.sex[row] = person.sex;
  w.ethnicity[row] = person.ethnicity;
  w.education[row] = person.education;
  w.hukou[row] = person.hukou;
  w.category[row] =
      unit_interval(person.category_word) < job.cadre_share ? Category::cadre : Category::worker;
  const bool dispatched =
      unit_interval(person.contract_word) < t.coal_workforce.dispatched_share[mine.ownership];
  const Contract own =
      mine.ownership == Ownership::state_owned ? Contract::state_owned : Contract::private_;
  w.contract[row] = dispatched ? Contract::dispatched : own;
  w.state[row] = State::employed_mining;
  w.mine[row] = post.mine;
  w.league[row] = mine.league;
  w.occupation[row] = post.occupation;
  w.occupation_start[row] = world.now;
  w.spell_start[row] = world.now;
  w.contribution_start[row] = world.now;
  w.service_start[row] = world.now;
  w.relative_pay[row] = initial_relative_pay(
      t, {post.occupation, mine.league, w.contract[row], person.personal_log2});
  plan_pension(world, row);
}

struct Placed {
  Entrant person;
  Post post;
};

/// Who of the league takes which open post; each of them is taken off the background.
void place_entrants(World& world, LeagueId league, std::vector<Placed>& placed) {
  placed.clear();
  LeaguePosts posts(world, league);
  const std::uint32_t tries =
      std::min(static_cast<std::uint32_t>(posts.open()) * tries_per_post, entrants_per_cell);
  for (std::uint32_t ordinal = 0; ordinal < tries && posts.open() > 0; ++ordinal) {
    const Entrant person = entrant(world, league, ordinal);
    const auto post = posts.choose(person);
    if (!post) continue;
    if (!leave_background(world, league, person.id)) return;
    placed.push_back({person, *post});
    posts.take(*post);
  }
}

/// All at once: every column grows in one step.
void append_entrants(World& world, std::span<const Placed> placed) {
  if (placed.empty()) return;
  const Row first = world.workers.append(placed.size());
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const Row row{first.index() + i};
    fill_row(world, row, placed[i].person, placed[i].post);
    world.id_blocks.add(row, placed[i].person.id);
  }
  arrive(world, first, placed.size(), Arrival::entrant);
}

}  // namespace

Entrant entrant(const World& world, LeagueId league, std::uint32_t ordinal) {
  const CoalWorkforce& c = world.tables().coal_workforce;
  Entrant person;
  person.id = first_id(world, league) + ordinal;
  const auto word = [&](Stream stream, std::uint32_t number = 0) {
    return draw(world.luck, stream, person.id, draw_month(world), number);
  };
  person.sex =
      unit_interval(word(Stream::entrant_sex)) < c.entrant_female_share ? Sex::female : Sex::male;
  person.ethnicity = draw_ethnicity(world.tables(), league, word(Stream::entrant_ethnicity));
  person.education = pick(c.entrant_education, word(Stream::entrant_education));
  person.hukou = pick(c.hukou, word(Stream::entrant_hukou));
  person.category_word = word(Stream::entrant_category);
  person.contract_word = word(Stream::entrant_contract);
  person.personal_log2 =
      personal_log2(world.settings().income.pay_spread_sd, word(Stream::entrant_pay));
  const AgeRule ages{c.entrant_age_mean, c.entrant_age_sd, c.entrant_age_minimum,
                     c.entrant_age_maximum};
  const auto group = retirement_group(person.sex, Category::worker);
  person.birth =
      draw_birth(world.now, ages, world.tables().retirement[index_of(group)],
                 [&](std::uint32_t attempt) { return word(Stream::entrant_birth, attempt); });
  return person;
}

void enter(World& world) {
  if (std::ranges::none_of(world.market.mine_posts, [](auto& posts) { return posts.open > 0; }))
    return;
  std::vector<Placed> placed;
  for (std::size_t r = 0; r < world.tables().leagues.size(); ++r) {
    place_entrants(world, LeagueId{r}, placed);
    append_entrants(world, placed);
  }
}

}  // namespace jtsim::agents
