// The steps of search and matching; searchers and their applications.
#include "agents/search.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "agents/aids.hpp"
#include "agents/background_hires.hpp"
#include "agents/choice.hpp"
#include "agents/matching.hpp"
#include "agents/pay.hpp"
#include "agents/programme_posts.hpp"
#include "agents/search_clock.hpp"
#include "base/fill_draws.hpp"
#include "base/log2.hpp"
#include "base/race.hpp"

namespace jtsim::agents {

namespace {

/// Rows whose forms are looked at together: nearly everybody's form is `regular`.
constexpr std::size_t forms_at_once = sizeof(std::uint64_t);
static_assert(index_of(Form::regular) == 0, "eight regular forms are one word of zeros");

/// Adds those among `count` rows from `first` on who work and search.
void add_working_searchers(const Workers& workers, std::size_t first, std::size_t count,
                           std::vector<Row>& searchers) {
  for (std::size_t i = first; i < first + count; ++i) {
    const Row row{i};
    if (is_employed(workers.state[row]) && searches(workers, row)) searchers.push_back(row);
  }
}

/// A month's search with one factor: the ticks it takes, and the limit below which the word of each
/// of them applies; together they have the chance of the month.
struct Effort {
  double factor = 0;
  int ticks = 0;
  std::uint64_t limit = 0;
};

Effort effort_of(double search_intensity, double factor) {
  const int ticks = search_ticks(factor);
  const double chance = search_intensity * factor;
  if (chance >= 1) return {factor, ticks, std::uint64_t{1} << 32};
  return {factor, ticks, threshold(ticks > 1 ? 1 - pow_fixed(1 - chance, 1.0 / ticks) : chance)};
}

/// The efforts of a month: many persons, few factors.
class Efforts {
 public:
  explicit Efforts(double search_intensity) : search_intensity_(search_intensity) {}

  const Effort& of(double factor) {
    const auto known = std::ranges::find(known_, factor, &Effort::factor);
    if (known != known_.end()) return *known;
    return known_.emplace_back(effort_of(search_intensity_, factor));
  }

 private:
  double search_intensity_;
  std::vector<Effort> known_;
};

/// Draws the words of all ticks that the searchers take this month, one searcher after the other.
void draw_search_words(World& world, Efforts& efforts) {
  MarketScratch& s = world.scratch;
  s.search_ids.clear();
  s.search_ticks.clear();
  for (std::size_t i = 0; i < s.searchers.size(); ++i) {
    const WorkerId id = world.workers.id[s.searchers[i]];
    const std::uint16_t clock = world.workers.search_clock[s.searchers[i]];
    const int ticks = efforts.of(s.search_factors[i]).ticks;
    for (int tick = 0; tick < ticks; ++tick) {
      s.search_ids.push_back(id);
      s.search_ticks.push_back(static_cast<std::uint16_t>(clock + tick));
    }
  }
  s.search_words.resize(s.search_ids.size());
  draw_each(world.luck, {Stream::search, 0}, s.search_ids, s.search_ticks, s.search_words);
}

/// Leaves in `applicants` those searchers who apply this month, and turns everybody's clock.
void find_applicants(World& world) {
  MarketScratch& s = world.scratch;
  s.search_factors.resize(s.searchers.size());
  find_search_factors(world, s.searchers, s.search_factors);
  Efforts efforts(world.settings().search.search_intensity);
  draw_search_words(world, efforts);
  s.applicants.clear();
  std::size_t next = 0;
  for (std::size_t i = 0; i < s.searchers.size(); ++i) {
    const Effort& effort = efforts.of(s.search_factors[i]);
    const auto ticks = static_cast<std::size_t>(effort.ticks);
    const auto words = std::span(s.search_words).subspan(next, ticks);
    const auto first = std::ranges::find_if(words, [&](auto word) { return word < effort.limit; });
    if (first != words.end())
      s.applicants.push_back(
          {s.searchers[i], s.search_ticks[next + static_cast<std::size_t>(first - words.begin())]});
    std::uint16_t& clock = world.workers.search_clock[s.searchers[i]];
    clock = static_cast<std::uint16_t>(clock + effort.ticks);
    next += ticks;
  }
}

/// Asks for what an application will read about a person besides the choice.
[[gnu::always_inline]] inline void fetch_early(const Workers& w, Row row) {
  fetch_chooser(w, row);
  fetch(w.birth, row);
  fetch(w.spell_start, row);
  fetch(w.benefit_end, row);
  fetch(w.sex, row);
}

/// Nobody leaves a post for one that pays less.
double least_pay(const World& world, Row row) {
  const Workers& w = world.workers;
  if (is_employed(w.state[row])) return w.relative_pay[row] * programme_pay_factor(world, row);
  return reservation_relative_pay(world, row);
}

Application application_for(const World& world, const Applicant& applicant, std::size_t cell) {
  const auto [row, tick] = applicant;
  const WorkerId id = world.workers.id[row];
  Application result;
  result.row = row;
  result.tick = tick;
  result.id = id;
  result.cell = static_cast<std::uint32_t>(cell);
  result.slot = uniform_below(static_cast<std::uint32_t>(world.market.vacancies[cell]),
                              draw(world.luck, Stream::market_slot, id, tick));
  result.weight = hiring_weight(world, row, world.market.cells.occupation(cell),
                                employer_of(world, cell, result.slot));
  const double u = unit_interval(draw(world.luck, Stream::hiring_key, id, tick));
  result.key = race_key(u, result.weight);
  return result;
}

/// Enforcement that its budget line cannot bear has no effect.
void enforce_equal_treatment(World& world) {
  world.equal_treatment = {};
  for (const EqualTreatmentTerms& terms : world.terms.equal_treatment) {
    if (!world.ledger.pay(terms.policy, terms.price, world.now, terms.price.per_month)) continue;
    world.equal_treatment.ethnicity *= terms.ethnicity_left;
    world.equal_treatment.sex *= terms.sex_left;
    world.equal_treatment.age *= terms.age_left;
  }
}

}  // namespace

void search_and_matching(World& world, std::vector<Transition>& transitions) {
  enforce_equal_treatment(world);
  reserve_aids(world);
  draw_background(world);
  find_searchers(world);
  send_applications(world);
  hire_agents(world, transitions);
  hire_background(world);
  settle_aids(world, world.hired, world.scratch.moved);
}

bool searches(const Workers& workers, Row row) {
  if (is_unemployed(workers.state[row])) return true;
  if (!is_employed(workers.state[row])) return false;
  const Form form = workers.form[row];
  return form == Form::platform || form == Form::public_post;
}

void find_searchers(World& world) {
  std::vector<Row>& searchers = world.scratch.searchers;
  searchers.assign(world.jobless.begin(), world.jobless.end());
  const std::span<const Form> forms = std::as_const(world.workers).form.all();
  std::size_t first = 0;
  for (; first + forms_at_once <= forms.size(); first += forms_at_once) {
    std::uint64_t eight;
    std::memcpy(&eight, forms.data() + first, sizeof eight);
    if (eight != 0) add_working_searchers(world.workers, first, forms_at_once, searchers);
  }
  add_working_searchers(world.workers, first, forms.size() - first, searchers);
  std::ranges::inplace_merge(searchers,
                             searchers.begin() + static_cast<std::ptrdiff_t>(world.jobless.size()));
}

void send_applications(World& world) {
  constexpr std::size_t ahead = 4;
  MarketScratch& s = world.scratch;
  find_applicants(world);
  s.applications.clear();
  const Openings openings(world.balance.weights, world.market.vacancies);
  for (std::size_t i = 0; i < s.applicants.size(); ++i) {
    if (i + ahead < s.applicants.size()) fetch_early(world.workers, s.applicants[i + ahead].row);
    const auto [row, tick] = s.applicants[i];
    const auto cell = choose_market(world, openings,
                                    {row, tick, least_pay(world, row), reach_factor(world, row)});
    if (cell) s.applications.push_back(application_for(world, s.applicants[i], *cell));
  }
}

}  // namespace jtsim::agents
