// Projects of a fund: who pays, when they begin, which posts they want, and that no fen is lost.
#include "agents/investment.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "agents/demand.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

constexpr LeagueId north{0};
constexpr LeagueId south{1};
constexpr OccupationId technician{2};
constexpr PolicyId fund{0};
constexpr int building_months = 5;

TransitionProject project_of(const char* id, LeagueId league, double investment_yuan) {
  TransitionProject project;
  project.name = {id, id, id};
  project.league = league;
  project.investment_yuan = investment_yuan;
  project.start = Month::of(2021, 1);
  project.building_months = building_months;
  return project;
}

/// A wind farm in the south that 600 yuan pay for, and works in the north by money alone.
Inputs inputs_with_projects() {
  Inputs inputs = small_inputs();
  add_policy(inputs, "fund");
  TransitionProject farm = project_of("farm", south, 12'000);
  farm.wind_mw = 10;
  inputs.tables.transition_projects = {farm, project_of("works", north, 24'000)};
  EmploymentFactor& operation =
      inputs.tables.employment_factors[Technology::wind][Stage::operation];
  operation = {.jobs_per_mw = 2, .local_share = 0.5};
  return inputs;
}

/// 500 yuan a year of the region and as much of the centre; one yuan of it builds for twelve.
InvestmentTerms terms_from(Month since) {
  InvestmentTerms terms;
  terms.policy = fund;
  terms.since = since;
  terms.own_per_year = terms.central_per_year = 500 * fen_per_yuan;
  terms.private_match = 1;
  terms.credit_per_fund_yuan = 5;
  terms.jobs_per_million_yuan[Stage::operation] = 1000;
  terms.life_months = 12;
  return terms;
}

struct FundedWorld {
  SmallWorld small;
  World& world = small.world;
  Portfolio& portfolio = world.portfolio;

  explicit FundedWorld(Inputs inputs = inputs_with_projects()) : small(std::move(inputs)) {}

  void pass_month(const std::optional<InvestmentTerms>& terms) {
    next_month(world);
    world.terms.investment = terms;
    std::vector<Transition> none;
    demand(world, none);
    count_project_jobs(world);
  }
  std::int32_t wanted(OccupationId occupation, LeagueId league) const {
    return world.market.wanted[world.market.cells(occupation, league)];
  }
  std::int64_t item(std::size_t year, InvestmentItem which) const {
    return portfolio.account[year][which];
  }
  Fen spent(std::size_t year, Payer payer) const {
    const std::size_t row = year * world.ledger.policies() + fund.index();
    return world.ledger.spending()[row * enum_size<Payer> + index_of(payer)];
  }
};

}  // namespace

TEST_CASE("the payers of a project bear its cost and what goes outside, to the fen") {
  InvestmentTerms terms;
  for (const double match : {1.0, 1.7, 3.0}) {
    for (const double credit : {0.0, 5.0}) {
      for (const double share : {0.8, 0.93, 1.0}) {
        for (const Fen investment : {Fen{1}, Fen{99}, Fen{1'000'003}, Fen{3'470'000'000'000}}) {
          terms.private_match = match;
          terms.credit_per_fund_yuan = credit;
          terms.regional_share = share;
          const Financing f = financing_of(terms, investment);
          CHECK(f.own + f.private_money + f.credit == investment + f.outside);
          CHECK(std::min({f.own, f.private_money, f.credit, f.outside}) >= 0);
          CHECK(f.private_money >= f.own);
        }
      }
    }
  }
}

TEST_CASE("a public yuan with as much private money and credit one to five builds for twelve") {
  InvestmentTerms terms;
  terms.credit_per_fund_yuan = 5;
  const Financing f = financing_of(terms, 1200);
  CHECK(f.own == 100);
  CHECK(f.private_money == 100);
  CHECK(f.credit == 1000);
  CHECK(f.outside == 0);
  terms.regional_share = 0.8;
  CHECK(financing_of(terms, 1200).own == 125);
  CHECK(financing_of(terms, 1200).outside == 50);
}

TEST_CASE("posts stand in the league of the project from the month it runs, as long as it does") {
  FundedWorld funded;
  const auto terms = terms_from(funded.world.now + 1);
  for (int month = 1; month <= building_months + 12 + 2; ++month) {
    funded.pass_month(month <= 6 ? std::optional(terms) : std::nullopt);
    const bool runs = month > building_months && month <= building_months + 12;
    CAPTURE(month);
    CHECK(funded.wanted(technician, south) == (runs ? 10 : 0));
    CHECK(funded.wanted(technician, north) == 0);
    CHECK(funded.wanted(clerk, south) == 0);
    CHECK(funded.world.market.vacancies[funded.world.market.cells(technician, south)] ==
          (runs ? 10 : 0));
  }
  CHECK(funded.portfolio.projects.size() == 1);
}

TEST_CASE("posts of building and of equipment spread over the building time") {
  FundedWorld funded;
  auto tables = funded.small.inputs.tables;
  tables.employment_factors[Technology::wind] = {};
  tables.employment_factors[Technology::wind][Stage::construction] = {3, 0.5};
  tables.employment_factors[Technology::wind][Stage::manufacturing] = {2, 0.25};
  InvestmentTerms terms = terms_from(funded.world.now);
  terms.additional_share = 0.5;
  terms.jobs_per_million_yuan[Stage::construction] = 4;
  Project farm;
  set_posts(terms, tables, tables.transition_projects[0], 12'000 * fen_per_yuan, farm);
  const auto& building = farm.while_building.from_capacity;
  // 10 MW x 3 job-years x 0.5 kept x 0.5 additional in 5/12 years
  CHECK(building[Stage::construction] == doctest::Approx(7.5 * 12 / building_months));
  CHECK(building[Stage::manufacturing] == doctest::Approx(2.5 * 12 / building_months));
  CHECK(farm.while_running.from_capacity[Stage::operation] == 0);
  Project works;
  set_posts(terms, tables, tables.transition_projects[1], 2'000'000 * fen_per_yuan, works);
  CHECK(works.while_building.from_money[Stage::construction] ==
        doctest::Approx(0.5 * 2 * 4 * 12 / building_months));
  CHECK(works.while_running.from_money[Stage::operation] == doctest::Approx(0.5 * 2 * 1000));
}

TEST_CASE("projects begin in the order of the table when the fund holds their whole part") {
  Inputs inputs = inputs_with_projects();
  inputs.tables.transition_projects[0].investment_yuan = 18'000;  // 1500 public
  inputs.tables.transition_projects[1].investment_yuan = 6'000;   // 500 public
  FundedWorld funded(inputs);
  const auto terms = terms_from(funded.world.now + 1);
  for (int month = 1; month <= 13; ++month) {
    CHECK(funded.portfolio.projects.empty());
    funded.pass_month(terms);
  }
  REQUIRE(funded.portfolio.projects.size() == 2);
  CHECK(funded.portfolio.projects[0].league == south);
  CHECK(funded.portfolio.own + funded.portfolio.central == 0);
}

TEST_CASE(
    "a project outside the fields or leagues of the fund, or before its time, is passed over") {
  for (const int reason : {0, 1, 2}) {
    FundedWorld funded;
    InvestmentTerms terms = terms_from(funded.world.now + 1);
    auto& farm = funded.small.inputs.tables.transition_projects[0];
    if (reason == 0) terms.leagues.bits = 1;
    if (reason == 1) farm.field = ProjectField::biomedicine;
    if (reason == 1) terms.fields.bits = 1U << index_of(ProjectField::new_energy);
    if (reason == 2) farm.start = Month::of(2029, 1);
    for (int month = 1; month <= 13; ++month) funded.pass_month(terms);
    CAPTURE(reason);
    REQUIRE(funded.portfolio.projects.size() == 1);
    CHECK(funded.portfolio.projects[0].league == north);
  }
}

TEST_CASE("public money of every year is promised, left or returned, and every fen is booked") {
  Inputs inputs = inputs_with_projects();
  inputs.tables.transition_projects[0].investment_yuan = 11'003.57;
  inputs.tables.transition_projects[0].building_months = 17;
  FundedWorld funded(inputs);
  InvestmentTerms terms = terms_from(funded.world.now + 1);
  terms.own_per_year = 70'001;
  terms.regional_share = 0.83;
  for (int month = 1; month <= 60; ++month)
    funded.pass_month(month <= 36 ? std::optional(terms) : std::nullopt);
  using enum InvestmentItem;
  Fen left = 0;
  Fen paid = 0;
  for (std::size_t year = 0; year < 5; ++year) {
    left +=
        funded.item(year, contributed) - funded.item(year, committed) - funded.item(year, returned);
    CHECK(funded.item(year, uncommitted) == left);
    CHECK(funded.spent(year, Payer::region) + funded.spent(year, Payer::central) ==
          funded.item(year, public_paid));
    CHECK(funded.spent(year, Payer::private_) ==
          funded.item(year, private_paid) + funded.item(year, credit_paid));
    paid += funded.spent(year, Payer::region) + funded.spent(year, Payer::central) +
            funded.spent(year, Payer::private_);
  }
  CHECK(left == 0);
  Fen cost = 0;
  for (const Project& project : funded.portfolio.projects) {
    const Financing& f = project.financing;
    cost += f.own + f.central + f.private_money + f.credit;
  }
  CHECK(funded.portfolio.projects.size() == 2);
  CHECK(cost == paid);
  CHECK(funded.world.ledger.active(fund) == 0);
}

TEST_CASE("a budget line that cannot bear the own part keeps a project waiting") {
  // Half of 1000 yuan in twelve instalments of one year, 8 fen in the next.
  constexpr Fen needed = 12 * (50'000 / 12);
  for (const Fen budget : {needed - 1, needed}) {
    Inputs inputs = inputs_with_projects();
    inputs.tables.transition_projects[0].building_months = 12;
    const BudgetLineId line = add_budget_line(inputs, budget);
    FundedWorld funded(inputs);
    InvestmentTerms terms = terms_from(Month::of(2021, 1));
    terms.price.line = line;
    CAPTURE(budget);
    funded.pass_month(terms);
    CHECK(funded.portfolio.projects.size() == (budget == needed ? 1 : 0));
    // From February on one instalment less falls into the year.
    for (int month = 2; month <= 12; ++month) funded.pass_month(terms);
    CHECK(funded.portfolio.projects.size() == 1);
    const auto spent = funded.world.ledger.lines()[index_of(BudgetItem::spent)];
    CHECK(spent == (budget == needed ? 12 : 11) * (needed / 12));
  }
}

TEST_CASE("filled posts are the projects' part of the filled posts of their cells") {
  FundedWorld funded;
  const auto terms = terms_from(funded.world.now + 1);
  const std::size_t cell = funded.world.market.cells(technician, south);
  for (int month = 1; month <= 12; ++month) {
    funded.world.market.background_employed[cell] = month > building_months ? 4 : 0;
    funded.pass_month(terms);
  }
  const auto& jobs = funded.portfolio.jobs[south.index()];
  CHECK(jobs[ProjectQuantity::operation] == 7 * 10);
  CHECK(jobs[ProjectQuantity::filled] == 7 * 4);
  CHECK(jobs[ProjectQuantity::filled_by_agents] == 0);
  CHECK(funded.portfolio.jobs[north.index()][ProjectQuantity::filled] == 0);
}
