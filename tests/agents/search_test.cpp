// Who searches, how often, and what an application is.
#include "agents/search.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <doctest/doctest.h>

#include "agents/background_hires.hpp"
#include "tests/support/market_world.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

/// One worker of every kind; 0 to 3 in tertiary work by form, the others as their names say.
struct Fixture {
  MarketWorld m;
  World& world = m.world;
  static constexpr Row unemployed{4};
  static constexpr Row retired{5};
  static constexpr Row dead{6};
  static constexpr Row miner{7};

  Fixture() {
    for (const Form form : all_of_enum<Form>()) {
      const Row row{index_of(form)};
      displace(world, row);
      employ(world, row, form);
    }
    displace(world, unemployed);
    move_to(world, {.row = retired, .to = State::retired, .reason = Reason::legal_retirement});
    move_to(world, {.row = dead, .to = State::dead, .reason = Reason::death});
  }
};

}  // namespace

TEST_CASE("the jobless and those on platforms and public posts search, others do not") {
  const Fixture f;
  const Workers& w = f.world.workers;
  CHECK_FALSE(searches(w, Row{index_of(Form::regular)}));
  CHECK(searches(w, Row{index_of(Form::platform)}));
  CHECK_FALSE(searches(w, Row{index_of(Form::self_employed)}));
  CHECK(searches(w, Row{index_of(Form::public_post)}));
  CHECK(searches(w, f.unemployed));
  CHECK_FALSE(searches(w, f.retired));
  CHECK_FALSE(searches(w, f.dead));
  CHECK_FALSE(searches(w, f.miner));
}

TEST_CASE("all who may search are found, each once") {
  Fixture f;
  // Somebody in the last rows too, beyond whole groups of rows.
  const Row last{f.world.workers.size() - 1};
  displace(f.world, last);
  employ(f.world, last, Form::platform);
  find_searchers(f.world);
  std::vector<Row> found = f.world.scratch.searchers;
  std::ranges::sort(found);
  std::vector<Row> expected;
  for (std::size_t i = 0; i < f.world.workers.size(); ++i) {
    if (searches(f.world.workers, Row{i})) expected.push_back(Row{i});
  }
  CHECK(found == expected);
  CHECK(found.back() == last);
}

TEST_CASE("searchers apply with the probability of search intensity") {
  Fixture f;
  draw_background(f.world);
  for (std::size_t i = 8; i < 108; ++i) displace(f.world, Row{i});
  find_searchers(f.world);
  const auto searchers = static_cast<double>(f.world.scratch.searchers.size());
  constexpr int months = 400;
  double applied = 0;
  for (int month = 0; month < months; ++month) {
    f.world.luck.replicate = static_cast<std::uint32_t>(month);
    send_applications(f.world);
    applied += static_cast<double>(f.world.scratch.applications.size());
  }
  const double chance = f.world.settings().search.search_intensity;
  const double trials = searchers * months;
  CHECK(std::abs(deviations(applied, trials * chance, std::sqrt(trials * chance * (1 - chance)))) <
        allowed_deviations);
}

TEST_CASE("help with the search adds applications to those without it") {
  constexpr std::size_t searchers = 100;
  MarketWorld m;
  for (std::size_t i = 0; i < searchers; ++i) displace(m.world, Row{i});
  draw_background(m.world);
  find_searchers(m.world);
  Offer aid;
  aid.service = Service::search_aid;
  for (const Row row : m.world.scratch.searchers)
    m.world.search_aids.push_back({row, aid.policy, m.world.now});
  constexpr int months = 400;
  const std::array factors{0.0, 0.5, 1.0, 1.5};
  std::array<double, factors.size()> applied{};
  for (std::uint32_t month = 0; month < months; ++month) {
    m.world.luck.replicate = month;
    std::vector<Row> before;
    for (std::size_t k = 0; k < factors.size(); ++k) {
      aid.search_factor = factors[k];
      m.world.terms.offers = {aid};
      send_applications(m.world);
      const std::vector<Row>& now = m.world.scratch.applicants;
      CHECK(std::ranges::includes(now, before));
      applied[k] += static_cast<double>(now.size());
      before = now;
    }
  }
  for (std::size_t k = 0; k < factors.size(); ++k) {
    const double chance = factors[k] * m.world.settings().search.search_intensity;
    const double trials = months * searchers;
    CHECK(std::abs(applied[k] - trials * chance) <=
          allowed_deviations * std::sqrt(trials * chance * (1 - chance)));
  }
}

TEST_CASE("certain search means that everybody applies, every month") {
  Inputs inputs = market_inputs();
  inputs.settings.search.search_intensity = 1;
  MarketWorld m(inputs);
  for (std::size_t i = 0; i < 50; ++i) displace(m.world, Row{i});
  draw_background(m.world);
  find_searchers(m.world);
  send_applications(m.world);
  CHECK(m.world.scratch.applications.size() == 50);
}

TEST_CASE("nobody leaves a platform or a public post for less pay") {
  Inputs inputs = market_inputs();
  inputs.settings.search.search_intensity = 1;
  MarketWorld m(inputs);
  const Row row{0};
  displace(m.world, row);
  employ(m.world, row, Form::platform);
  draw_background(m.world);
  find_searchers(m.world);
  int applied = 0;
  for (std::uint32_t replicate = 0; replicate < 300; ++replicate) {
    m.world.luck.replicate = replicate;
    std::vector<Transition> hires;
    search_and_matching(m.world, hires);
    m.reset_market();
    for (const Transition& hire : hires) {
      ++applied;
      CHECK(hire.job.relative_pay >= m.world.workers.relative_pay[row]);
    }
  }
  CHECK(applied > 0);
}
