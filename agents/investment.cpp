// Money and posts of the projects that a fund finances.
#include "agents/investment.hpp"

#include <algorithm>

#include "agents/clock.hpp"
#include "base/apportion.hpp"

namespace jtsim::agents {

namespace {

constexpr double fen_per_million_yuan = 1e6 * static_cast<double>(fen_per_yuan);
constexpr std::array<Stage, 3> stages{Stage::construction, Stage::manufacturing, Stage::operation};

Fen rounded(double fen) { return static_cast<Fen>(fen + 0.5); }

/// What falls due in month `k` of equal whole instalments of which there are `months`; the rest
/// comes in the month after them, as in `Price`.
Fen instalment(Fen total, int months, int k) {
  if (k < months) return total / months;
  return k == months ? total % months : 0;
}

std::size_t year_index(const World& world) {
  return static_cast<std::size_t>(world.now.year() - world.ledger.first_year());
}

EnumArray<InvestmentItem, std::int64_t>& account(World& world) {
  return world.portfolio.account[year_index(world)];
}

void open_portfolio(World& world, PolicyId policy) {
  Portfolio& p = world.portfolio;
  p.policy = policy;
  p.begun.assign(world.tables().transition_projects.size(), 0);
  p.posts.assign(world.market.cells.count(), 0);
  p.account.resize(world.ledger.years());
  p.jobs.resize(world.ledger.years() * world.tables().leagues.size());
}

void take_contributions(World& world, const InvestmentTerms& terms) {
  if ((world.now - terms.since) % Month::per_year != 0) return;
  world.portfolio.own += terms.own_per_year;
  world.portfolio.central += terms.central_per_year;
  account(world)[InvestmentItem::contributed] += terms.own_per_year + terms.central_per_year;
}

/// Public money comes from both sources in proportion to what they have left.
void draw_public(const Portfolio& portfolio, Financing& financing) {
  const Fen needed = financing.own;
  const Fen all = portfolio.own + portfolio.central;
  if (all == 0) return;
  const double share = static_cast<double>(portfolio.central) / static_cast<double>(all);
  const auto central = static_cast<Fen>(static_cast<double>(needed) * share);
  financing.central = std::clamp(central, std::max<Fen>(0, needed - portfolio.own),
                                 std::min(needed, portfolio.central));
  financing.own = needed - financing.central;
}

Price price_of(const InvestmentTerms& terms, const Financing& financing, int months) {
  Price price = terms.price;
  price.months = months;
  price.per_month = instalment(financing.own, months, 0);
  price.at_end = instalment(financing.own, months, months);
  return price;
}

/// False when the fund or its budget line has not enough.
bool begin_project(World& world, const InvestmentTerms& terms,
                   const TransitionProject& description) {
  Portfolio& p = world.portfolio;
  const Month priced = Month::of(description.price_year, Month::per_year);
  const Fen investment = fen_from_yuan(description.investment_yuan / price_level(world, priced));
  Project project;
  project.financing = financing_of(terms, investment);
  if (project.financing.own > p.own + p.central) return false;
  draw_public(p, project.financing);
  project.price = price_of(terms, project.financing, description.building_months);
  Offer offer;
  offer.policy = terms.policy;
  if (world.ledger.admit(offer, project.price, world.now) != Admission::admitted) return false;
  project.league = description.league;
  project.start = world.now;
  project.running_from = world.now + description.building_months;
  project.end = project.running_from + terms.life_months;
  set_posts(terms, world.tables(), description, investment, project);
  p.own -= project.financing.own;
  p.central -= project.financing.central;
  account(world)[InvestmentItem::committed] += project.financing.own + project.financing.central;
  ++account(world)[InvestmentItem::projects_begun];
  p.projects.push_back(project);
  return true;
}

/// In the order of the table; the first that has to wait for money makes the others wait as well.
void begin_projects(World& world, const InvestmentTerms& terms) {
  const auto& table = world.tables().transition_projects;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const bool admitted = terms.fields.has(table[i].field) && terms.leagues.has(table[i].league);
    if (world.portfolio.begun[i] != 0 || !admitted || table[i].start > world.now) continue;
    if (!begin_project(world, terms, table[i])) return;
    world.portfolio.begun[i] = 1;
  }
}

/// The fund's own money was reserved when the project began; the others have no budget line.
void pay_project(World& world, const Project& project) {
  const int k = world.now - project.start;
  const int months = project.price.months;
  if (k > months) return;
  const PolicyId policy = world.portfolio.policy;
  Ledger& ledger = world.ledger;
  const auto due = [&](Fen total) { return instalment(total, months, k); };
  const Financing& f = project.financing;
  ledger.pay_reserved(policy, project.price, world.now, due(f.own));
  ledger.pay_reserved(policy, {.payer = Payer::central}, world.now, due(f.central));
  ledger.pay_reserved(policy, {.payer = Payer::private_}, world.now,
                      due(f.private_money) + due(f.credit));
  auto& items = account(world);
  items[InvestmentItem::public_paid] += due(f.own) + due(f.central);
  items[InvestmentItem::private_paid] += due(f.private_money);
  items[InvestmentItem::credit_paid] += due(f.credit);
  items[InvestmentItem::outside_paid] += due(f.outside);
  if (k < months) return;
  Commitment paid;
  paid.policy = policy;
  paid.start = project.start;
  paid.end = project.running_from;
  paid.price = project.price;
  ledger.leave(paid, world.now + 1);
}

/// Posts of a stage by league, before rounding.
std::vector<double> stage_posts(const World& world, Stage stage) {
  const double multiplier = world.tables().employment_multiplier.at(world.now);
  std::vector<double> posts(world.tables().leagues.size(), 0.0);
  for (const Project& project : world.portfolio.projects) {
    if (world.now >= project.end) continue;
    const ProjectPosts& now =
        world.now < project.running_from ? project.while_building : project.while_running;
    posts[project.league.index()] += multiplier * now.from_capacity[stage] + now.from_money[stage];
  }
  return posts;
}

/// A stage's posts of a league, divided over its occupations.
void want_posts(World& world, Stage stage) {
  const auto& occupations = world.tables().occupations;
  std::vector<double> shares;
  double sum = 0;
  for (const Occupation& job : occupations) {
    shares.push_back(job.stage == stage ? job.employment_share : 0.0);
    sum += shares.back();
  }
  if (sum <= 0) return;
  const std::vector<double> posts = stage_posts(world, stage);
  for (std::size_t r = 0; r < posts.size(); ++r) {
    const Fen whole = rounded(posts[r]);
    if (whole == 0) continue;
    const auto parts = apportion(whole, shares);
    for (std::size_t o = 0; o < parts.size(); ++o) {
      const std::size_t cell = world.market.cells(OccupationId{o}, LeagueId{r});
      world.portfolio.posts[cell] += parts[o];
      world.market.wanted[cell] += parts[o];
    }
  }
}

ProjectQuantity quantity_of(Stage stage) {
  switch (stage) {
    case Stage::construction:
      return ProjectQuantity::construction;
    case Stage::manufacturing:
      return ProjectQuantity::manufacturing;
    case Stage::none:
    case Stage::operation:
      break;
  }
  return ProjectQuantity::operation;
}

/// The part of `filled` that belongs to `posts` of the `wanted`.
std::int64_t part_of(std::int64_t filled, std::int64_t posts, std::int64_t wanted) {
  return (posts * std::min(filled, wanted) + wanted / 2) / wanted;
}

}  // namespace

Financing financing_of(const InvestmentTerms& terms, Fen investment) {
  const auto cost = static_cast<double>(investment);
  const double leverage = terms.credit_per_fund_yuan;
  Financing financing;
  financing.credit = rounded(cost * leverage / (1 + leverage));
  const Fen inside = investment - financing.credit;
  const Fen fund = rounded(static_cast<double>(inside) / terms.regional_share);
  financing.outside = fund - inside;
  financing.own = static_cast<Fen>(static_cast<double>(fund) / (1 + terms.private_match));
  financing.private_money = fund - financing.own;
  return financing;
}

void set_posts(const InvestmentTerms& terms, const Tables& tables,
               const TransitionProject& description, Fen investment, Project& project) {
  const double a_year = static_cast<double>(Month::per_year) / description.building_months;
  const double added = terms.additional_share;
  if (description.wind_mw <= 0 && description.solar_mw <= 0) {
    const double millions = added * static_cast<double>(investment) / fen_per_million_yuan;
    const auto& jobs = terms.jobs_per_million_yuan;
    const Stage later = description.stage;
    project.while_building.from_money[Stage::construction] =
        millions * jobs[Stage::construction] * a_year;
    project.while_running.from_money[later] = millions * jobs[later];
    return;
  }
  const auto from_capacity = [&](Stage stage) {
    const auto jobs = [&](Technology technology, double mw) {
      const EmploymentFactor& factor = tables.employment_factors[technology][stage];
      return mw * factor.jobs_per_mw * factor.local_share;
    };
    return added * (jobs(Technology::wind, description.wind_mw) +
                    jobs(Technology::solar, description.solar_mw));
  };
  for (const Stage stage : {Stage::construction, Stage::manufacturing}) {
    project.while_building.from_capacity[stage] = from_capacity(stage) * a_year;
  }
  project.while_running.from_capacity[Stage::operation] = from_capacity(Stage::operation);
}

void build_projects(World& world) {
  Portfolio& p = world.portfolio;
  const auto& terms = world.terms.investment;
  if (terms && p.is_empty()) open_portfolio(world, terms->policy);
  if (p.is_empty()) return;
  if (terms) {
    take_contributions(world, *terms);
    begin_projects(world, *terms);
  } else {
    account(world)[InvestmentItem::returned] += p.own + p.central;
    p.own = p.central = 0;
  }
  account(world)[InvestmentItem::uncommitted] = p.own + p.central;
  for (const Project& project : p.projects) pay_project(world, project);
  std::ranges::fill(p.posts, 0);
  for (const Stage stage : stages) want_posts(world, stage);
}

void count_project_jobs(World& world) {
  Portfolio& p = world.portfolio;
  const Market& market = world.market;
  const std::size_t leagues = market.cells.leagues;
  for (std::size_t cell = 0; cell < p.posts.size(); ++cell) {
    const std::int32_t posts = p.posts[cell];
    if (posts == 0) continue;
    auto& jobs = p.jobs[year_index(world) * leagues + market.cells.league(cell).index()];
    const Occupation& job = world.tables().occupations[market.cells.occupation(cell).index()];
    jobs[quantity_of(job.stage)] += posts;
    jobs[ProjectQuantity::filled] += part_of(market.filled(cell), posts, market.wanted[cell]);
    jobs[ProjectQuantity::filled_by_agents] +=
        part_of(market.agents[cell], posts, market.wanted[cell]);
  }
}

}  // namespace jtsim::agents
