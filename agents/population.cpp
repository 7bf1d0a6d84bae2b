// The initial workforce, drawn head by head from the roster and the composition tables.
#include "agents/population.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "agents/attributes.hpp"
#include "agents/occupation_mix.hpp"
#include "agents/pay.hpp"
#include "agents/retirement.hpp"
#include "agents/separation.hpp"
#include "base/fill_draws.hpp"
#include "base/log2.hpp"

namespace jtsim::agents {

namespace {

/// What is common to all heads of the roster.
struct Roster {
  /// [method of the mine][occupation]
  EnumArray<Method, std::vector<double>> mix;
  /// Multiplies an occupation's share of women so that the whole workforce meets the target.
  double female_scale = 1;
};

double female_share_at_table(const Tables& tables, const Roster& roster) {
  double heads = 0;
  double women = 0;
  for (const Mine& mine : tables.mines) {
    const std::vector<double>& mix = roster.mix[mine.method];
    heads += mine.headcount;
    for (std::size_t o = 0; o < mix.size(); ++o)
      women += mine.headcount * mix[o] * tables.occupations[o].female_share;
  }
  return heads > 0 ? women / heads : 0.0;
}

Roster make_roster(const World& world) {
  Roster roster;
  for (const Method method : {Method::underground, Method::open_pit}) {
    roster.mix[method] =
        occupation_mix(world.tables().occupations, method, world.conditions.intelligent_share);
  }
  const double share = female_share_at_table(world.tables(), roster);
  roster.female_scale = share > 0 ? world.settings().population.female_share / share : 0.0;
  return roster;
}

OccupationId draw_occupation(const std::vector<double>& mix, std::uint32_t word) {
  double u = unit_interval(word);
  std::size_t last = 0;
  for (std::size_t o = 0; o < mix.size(); ++o) {
    if (mix[o] <= 0) continue;
    last = o;
    u -= mix[o];
    if (u < 0) break;
  }
  return OccupationId{last};
}

/// The first words of many workers at once, stream by stream; `draw` gives the others.
class InitialWords {
 public:
  explicit InitialWords(const Luck& luck) : luck_(luck) {}

  std::uint32_t operator()(Stream stream, Row row) {
    const std::size_t position = row.index() % rows_at_once;
    Block& block = blocks_[index_of(stream)];
    if (block.first != row.index() - position) {
      block.first = row.index() - position;
      fill_draws(luck_, {stream, 0}, static_cast<std::uint32_t>(block.first), block.words);
    }
    return block.words[position];
  }

 private:
  static constexpr std::size_t rows_at_once = 256;
  struct Block {
    std::size_t first = std::numeric_limits<std::size_t>::max();
    std::array<std::uint32_t, rows_at_once> words;
  };

  static std::size_t index_of(Stream stream) { return static_cast<std::size_t>(stream); }

  const Luck luck_;
  std::array<Block, static_cast<std::size_t>(Stream::initial_pay) + 1> blocks_;
};

class InitialWorker {
 public:
  InitialWorker(World& world, const Roster& roster, InitialWords& words, Row row)
      : world_(world), roster_(roster), words_(words), row_(row) {}

  void fill(MineId mine_id) {
    const Tables& t = world_.tables();
    const Mine& mine = t.mines[mine_id.index()];
    Workers& w = world_.workers;
    w.id[row_] = row_.value;
    w.state[row_] = State::employed_mining;
    w.mine[row_] = mine_id;
    w.league[row_] = mine.league;
    w.occupation[row_] =
        draw_occupation(roster_.mix[mine.method], word(Stream::initial_occupation));
    fill_person(mine);
    fill_age(mine);
    fill_job(mine);
    plan_pension(world_, row_, word(Stream::retirement_choice));
  }

 private:
  std::uint32_t word(Stream stream, std::uint32_t number = 0) const {
    return number == 0 ? words_(stream, row_) : draw(world_.luck, stream, row_.value, 0, number);
  }

  const Occupation& job() const {
    return world_.tables().occupations[world_.workers.occupation[row_].index()];
  }

  void fill_person(const Mine& mine) {
    const Tables& t = world_.tables();
    Workers& w = world_.workers;
    const double female = job().female_share * roster_.female_scale;
    w.sex[row_] = unit_interval(word(Stream::initial_sex)) < female ? Sex::female : Sex::male;
    w.ethnicity[row_] = draw_ethnicity(t, mine.league, word(Stream::initial_ethnicity));
    w.education[row_] = draw_education(t.coal_workforce.education, job().minimum_education,
                                       word(Stream::initial_education));
    w.hukou[row_] = pick(t.coal_workforce.hukou, word(Stream::initial_hukou));
    w.category[row_] = unit_interval(word(Stream::initial_category)) < job().cadre_share
                           ? Category::cadre
                           : Category::worker;
  }

  void fill_age(const Mine& mine) {
    const CoalWorkforce& c = world_.tables().coal_workforce;
    const League& league = world_.tables().leagues[mine.league.index()];
    Workers& w = world_.workers;
    const AgeRule ages{c.age_mean + league.coal_age_shift_years, c.age_sd, c.age_minimum,
                       c.age_maximum};
    const auto group = retirement_group(w.sex[row_], w.category[row_]);
    w.birth[row_] =
        draw_birth(world_.now, ages, world_.tables().retirement[index_of(group)],
                   [&](std::uint32_t attempt) { return word(Stream::initial_birth, attempt); });
  }

  void fill_job(const Mine& mine) {
    const Tables& t = world_.tables();
    Workers& w = world_.workers;
    const double dispatched = t.coal_workforce.dispatched_share[mine.ownership];
    const Contract own =
        mine.ownership == Ownership::state_owned ? Contract::state_owned : Contract::private_;
    w.contract[row_] =
        unit_interval(word(Stream::initial_contract)) < dispatched ? Contract::dispatched : own;

    const double years =
        -ln_fixed(unit_interval(word(Stream::initial_tenure))) * t.coal_workforce.tenure_mean_years;
    const int working_months =
        (world_.now - w.birth[row_]) -
        static_cast<int>(t.coal_workforce.working_age_start_years * Month::per_year);
    const int tenure =
        std::clamp(static_cast<int>(years * Month::per_year), 0, std::max(0, working_months));
    w.occupation_start[row_] = world_.now - tenure;
    w.spell_start[row_] = w.occupation_start[row_];
    w.contribution_start[row_] = w.occupation_start[row_];
    w.service_start[row_] = w.occupation_start[row_];
    const double personal =
        personal_log2(world_.settings().income.pay_spread_sd, word(Stream::initial_pay));
    w.relative_pay[row_] =
        initial_relative_pay(t, {w.occupation[row_], w.league[row_], w.contract[row_], personal});
  }

  World& world_;
  const Roster& roster_;
  InitialWords& words_;
  Row row_;
};

}  // namespace

void populate(World& world) {
  const Roster roster = make_roster(world);
  std::size_t heads = 0;
  for (const Mine& mine : world.tables().mines) heads += static_cast<std::size_t>(mine.headcount);
  const Row first = world.workers.append(heads);
  world.id_blocks.begin_with(heads);
  InitialWords words(world.luck);
  std::size_t row = 0;
  for (std::size_t m = 0; m < world.tables().mines.size(); ++m) {
    for (std::int32_t head = 0; head < world.tables().mines[m].headcount; ++head, ++row) {
      InitialWorker(world, roster, words, Row{row}).fill(MineId{m});
    }
  }
  const auto births = world.workers.birth.all();
  world.eldest_birth = births.empty() ? world.now : *std::ranges::min_element(births);
  double weight = 0;
  for (std::size_t i = 0; i < heads; ++i) weight += displacement_weight(world, Row{i});
  world.mean_displacement_weight = heads > 0 ? weight / static_cast<double>(heads) : 1.0;
  arrive(world, first, heads, Arrival::initial);
}

void plan_pension(World& world, Row row) {
  plan_pension(world, row, draw(world.luck, Stream::retirement_choice, world.workers.id[row], 0));
}

void plan_pension(World& world, Row row, std::uint32_t choice) {
  Workers& w = world.workers;
  const auto group = retirement_group(w.sex[row], w.category[row]);
  w.retirement[row] = chosen_retirement(world.tables(), world.settings().demography,
                                        {w.birth[row], group, w.contribution_start[row], choice});
  world.pensions.put(row, w.retirement[row]);
  const RetirementRule& rule = world.tables().retirement[index_of(group)];
  const Month special = w.birth[row] + rule.special_age_years * Month::per_year;
  // Who works on beyond the special age at the start was asked before and stayed.
  if (special > world.now) world.special_pensions.put(row, special);
}

}  // namespace jtsim::agents
