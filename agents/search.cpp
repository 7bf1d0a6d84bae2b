// The steps of search and matching; searchers and their applications.
#include "agents/search.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "agents/aids.hpp"
#include "agents/background_hires.hpp"
#include "agents/choice.hpp"
#include "agents/matching.hpp"
#include "agents/pay.hpp"
#include "agents/programme_posts.hpp"
#include "base/fill_draws.hpp"
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

/// Leaves in `applicants` those searchers who apply this month.
void find_applicants(World& world) {
  MarketScratch& s = world.scratch;
  const std::size_t count = s.searchers.size();
  s.search_factors.resize(count);
  s.search_ids.resize(count);
  s.search_words.resize(count);
  find_search_factors(world, s.searchers, s.search_factors);
  for (std::size_t i = 0; i < count; ++i) s.search_ids[i] = world.workers.id[s.searchers[i]];
  draw_each(world.luck, {Stream::search, draw_month(world)}, s.search_ids, {}, s.search_words);
  s.applicants.clear();
  for (std::size_t i = 0; i < count; ++i) {
    const double chance = world.settings().search.search_intensity * s.search_factors[i];
    if (chance >= 1 || s.search_words[i] < threshold(chance))
      s.applicants.push_back(s.searchers[i]);
  }
}

/// Nobody leaves a post for one that pays less.
double least_pay(const World& world, Row row) {
  const Workers& w = world.workers;
  if (is_employed(w.state[row])) return w.relative_pay[row] * programme_pay_factor(world, row);
  return reservation_relative_pay(world, row);
}

/// An application for a vacancy of `cell`, which is yet to be chosen; weight and key are what they
/// would be if no employer looked at ethnicity.
Application application_for(const World& world, Row row, std::size_t cell) {
  const WorkerId id = world.workers.id[row];
  Application result;
  result.row = row;
  result.id = id;
  result.cell = static_cast<std::uint32_t>(cell);
  result.weight = hiring_weight(world, row, world.market.cells.occupation(cell));
  const double u = unit_interval(draw(world.luck, Stream::hiring_key, id, draw_month(world)));
  result.key = race_key(u, result.weight);
  return result;
}

void rank_by_market(MarketScratch& scratch) {
  scratch.ranked.resize(scratch.applications.size());
  std::iota(scratch.ranked.begin(), scratch.ranked.end(), 0U);
  std::ranges::sort(scratch.ranked, {}, [&](std::uint32_t i) {
    const Application& a = scratch.applications[i];
    return std::tuple(a.cell, a.key, a.id);
  });
}

/// The vacancies of one market, chosen in the order of its applicants' rank.
class VacancyChoice {
 public:
  /// `is_taken`: one for each vacancy, whatever it says.
  explicit VacancyChoice(std::span<bool8> is_taken) : is_taken_(is_taken) {
    std::ranges::fill(is_taken_, bool8{0});
  }

  /// Any vacancy with the same chance, whatever better applicants have. A word says whether it is
  /// one of theirs, and the person's own further words which: the first that falls on such a
  /// vacancy. So whether somebody meets a better applicant depends on how many vacancies are taken,
  /// which hardly differs between two runs, and not on which persons have them, which does; and who
  /// meets nobody mostly keeps his vacancy when others come or go.
  std::uint32_t choose(const World& world, WorkerId id) {
    const auto open = static_cast<std::uint32_t>(is_taken_.size());
    const auto word = [&](std::uint32_t number) {
      return draw(world.luck, Stream::market_slot, id, draw_month(world), number);
    };
    const bool8 meets{uniform_below(open, word(0)) < taken_};
    std::uint32_t number = 1;
    std::uint32_t slot = uniform_below(open, word(number));
    while (is_taken_[slot] != meets) slot = uniform_below(open, word(++number));
    taken_ += 1U - meets;
    is_taken_[slot] = 1;
    return slot;
  }

 private:
  std::span<bool8> is_taken_;
  std::uint32_t taken_ = 0;
};

/// Gives every application one of the vacancies of its market.
void choose_vacancies(World& world) {
  MarketScratch& s = world.scratch;
  rank_by_market(s);
  std::optional<VacancyChoice> market;
  std::optional<std::uint32_t> cell;
  for (const std::uint32_t i : s.ranked) {
    Application& application = s.applications[i];
    if (application.cell != cell) {
      cell = application.cell;
      const std::uint32_t first = s.first_vacancy[*cell];
      market.emplace(std::span(s.is_taken).subspan(first, s.first_vacancy[*cell + 1] - first));
    }
    application.slot = market->choose(world, application.id);
  }
}

/// The vacancy's employer looks at ethnicity.
void weigh_ethnicity(const World& world, Application& application) {
  const double factor = ethnicity_factor(world, world.workers.ethnicity[application.row],
                                         employer_of(world, application.cell, application.slot));
  application.weight *= factor;
  application.key /= factor;
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
    if (i + ahead < s.applicants.size()) fetch_record(world.workers, s.applicants[i + ahead]);
    const Row row = s.applicants[i];
    const auto cell =
        choose_market(world, openings, {row, least_pay(world, row), reach_factor(world, row)});
    if (cell) s.applications.push_back(application_for(world, row, *cell));
  }
  choose_vacancies(world);
  for (Application& application : s.applications) weigh_ethnicity(world, application);
}

}  // namespace jtsim::agents
