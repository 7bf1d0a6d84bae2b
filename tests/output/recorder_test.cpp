// What a recorder writes down against a plain count of the workers.
#include "output/recorder.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include <doctest/doctest.h>

#include "agents/income.hpp"
#include "agents/pay.hpp"
#include "agents/statutory_payments.hpp"
#include "base/error.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;
using namespace jtsim::output;

namespace {

Inputs two_years() {
  Inputs inputs = small_inputs();
  inputs.end = Month::of(2022, 12);
  add_policy(inputs, "retraining");
  add_budget_line(inputs, 5'000);
  add_budget_line(inputs, -1);
  return inputs;
}

/// Two years in which some miners are displaced, die or retire.
struct RecordedRun {
  SmallWorld small{two_years()};
  Layout layout{Axes(small.inputs, {3, 1})};
  ReplicateResult result;

  RecordedRun() {
    World& world = small.world;
    Recorder recorder(layout, 3, KeepRegister::yes);
    recorder.record(world);
    while (world.now < small.inputs.end) {
      next_month(world);
      live_through(world);
      recorder.record(world);
    }
    result = recorder.finish(world);
  }

  static void live_through(World& world) {
    if (world.now.month_of_year() == 1) world.tallies.flow = {};
    const auto step = static_cast<std::size_t>(world.step());
    displace(world, Row{step});
    if (step % 6 == 0) {
      move_to(world, {.row = Row{step + 40}, .to = State::dead, .reason = Reason::death});
      move_to(world,
              {.row = Row{step - 3}, .to = State::in_training, .reason = Reason::training_start});
    }
    world.displacements.month_begin[step + 1] =
        static_cast<std::uint32_t>(world.displacements.events.size());
  }

  template <class T>
  const std::vector<T>& values(std::string_view name) const {
    const auto* found = find_values<T>(layout, result, name);
    REQUIRE(found != nullptr);
    return *found;
  }
};

const RecordedRun& run() {
  static const RecordedRun recorded;
  return recorded;
}

template <class T>
T sum(std::span<const T> values) {
  return std::accumulate(values.begin(), values.end(), T{0});
}

/// The last part of a series that is filled every December.
template <class T>
std::span<const T> last_part(std::string_view name) {
  const std::vector<T>& values = run().values<T>(name);
  return std::span(values).last(run().layout.entries()[run().layout.find(name)].part);
}

}  // namespace

TEST_CASE("the stock of every month adds up to all workers there ever were") {
  const auto& stock = run().values<std::int32_t>("stock");
  const std::size_t part = 2 * enum_size<State>;
  CHECK(stock.size() == 25 * part);
  for (std::size_t t = 0; t < 25; ++t) {
    CHECK(sum(std::span(stock).subspan(t * part, part)) == 120);
  }
}

TEST_CASE("the breakdowns of a December agree with a plain count of the workers") {
  const World& world = run().small.world;
  std::vector<std::int32_t> by_group(2 * 2 * 7 * 4 * 12, 0);
  std::vector<std::int32_t> by_age_and_region(7 * 2 * 12, 0);
  for (std::size_t i = 0; i < world.workers.size(); ++i) {
    const Row row{i};
    const Workers& w = world.workers;
    const std::size_t age = index_of(age_band_of(age_years(w.birth[row], world.now)));
    const std::size_t state = index_of(w.state[row]);
    std::size_t cell = index_of(w.sex[row]) * 2 + w.ethnicity[row].index();
    cell = (cell * 7 + age) * 4 + index_of(w.education[row]);
    ++by_group[cell * 12 + state];
    ++by_age_and_region[(age * 2 + w.league[row].index()) * 12 + state];
  }
  CHECK(std::ranges::equal(last_part<std::int32_t>("stock_by_group"), by_group));
  CHECK(
      std::ranges::equal(last_part<std::int32_t>("stock_pair_age_band_region"), by_age_and_region));
}

TEST_CASE("all breakdowns of a year have the total of the stock") {
  for (const Layout::Entry& entry : run().layout.entries()) {
    if (!entry.series->name.starts_with("stock_")) continue;
    const auto& values = run().values<std::int32_t>(entry.series->name);
    for (std::size_t year = 0; year < 3; ++year) {
      CHECK(sum(std::span(values).subspan(year * entry.part, entry.part)) == 120);
    }
  }
}

TEST_CASE("the flows of a year lead from one December's stock to the next") {
  const auto& flow = run().values<std::int32_t>("flow");
  const auto& stock = run().values<std::int32_t>("stock");
  constexpr std::size_t states = enum_size<State>;
  const auto stock_of = [&](std::size_t month, std::size_t state) {
    return stock[(month * 2) * states + state] + stock[(month * 2 + 1) * states + state];
  };
  for (std::size_t year = 0; year < 2; ++year) {
    for (std::size_t state = 0; state < states; ++state) {
      std::int32_t change = 0;
      for (std::size_t other = 0; other <= states; ++other) {
        change += flow[(year * (states + 1) + other) * states + state];
        if (other < states) change -= flow[(year * (states + 1) + state) * states + other];
      }
      CHECK(stock_of(12 * year, state) + change == stock_of(12 * year + 12, state));
    }
  }
}

TEST_CASE("the bands of spells hold the unemployed and those in training") {
  const World& world = run().small.world;
  std::vector<std::int32_t> expected(4, 0);
  for (std::size_t i = 0; i < world.workers.size(); ++i) {
    if (!is_unemployed(world.workers.state[Row{i}])) continue;
    const int months = world.now - world.workers.spell_start[Row{i}];
    ++expected[months < 6 ? 0U : months < 12 ? 1U : months < 24 ? 2U : 3U];
  }
  CHECK(std::ranges::equal(last_part<std::int32_t>("unemployment_spell"), expected));
  CHECK(expected[0] > 0);
  CHECK(expected[2] > 0);
}

TEST_CASE("incomes are those of persons below their pension month who live in the region") {
  const World& world = run().small.world;
  constexpr std::size_t quantities = enum_size<IncomeQuantity>;
  std::vector<std::int64_t> expected(2 * quantities, 0);
  for (std::size_t i = 0; i < world.workers.size(); ++i) {
    const Row row{i};
    const State state = world.workers.state[row];
    if (world.workers.retirement[row] <= world.now || state == State::dead) continue;
    const auto cell =
        std::span(expected).subspan(quantities * world.workers.league[row].index(), quantities);
    const Fen income = monthly_income(world, row);
    cell[index_of(IncomeQuantity::persons)] += 1;
    cell[index_of(IncomeQuantity::pay_fen)] += is_employed(state) ? monthly_pay(world, row) : 0;
    cell[index_of(IncomeQuantity::income_fen)] += income;
    cell[index_of(IncomeQuantity::employed)] += is_employed(state) ? 1 : 0;
    const bool below = income < household_assistance_line(world);
    cell[index_of(IncomeQuantity::below_assistance_line)] += below ? 1 : 0;
  }
  CHECK(std::ranges::equal(last_part<std::int64_t>("income_by_region"), expected));
  CHECK(sum(last_part<std::int64_t>("income_by_sex")) ==
        sum(std::span<const std::int64_t>(expected)));
}

TEST_CASE("the registered rate counts urban agents only") {
  const World& world = run().small.world;
  double urban = 0;
  for (std::size_t i = 0; i < world.workers.size(); ++i) {
    const Row row{i};
    if (is_unemployed(world.workers.state[row]) && world.workers.hukou[row] == Hukou::local_urban)
      ++urban;
  }
  CHECK(run().values<double>("registered_unemployment_rate").back() == urban / 8300);
}

TEST_CASE("every displacement has one destination at every horizon") {
  const auto& destination = run().values<std::int32_t>("destination");
  constexpr std::size_t part = enum_size<Destination>;
  for (std::size_t cell = 0; cell < 2 * horizon_count; ++cell) {
    CHECK(sum(std::span(destination).subspan(cell * part, part)) == 12);
  }
  for (const Layout::Entry& entry : run().layout.entries()) {
    const std::string name(entry.series->name);
    if (!name.starts_with("destination")) continue;
    const auto horizons = static_cast<std::int32_t>(entry.shape[1]);
    CHECK(sum(std::span(run().values<std::int32_t>(name))) == 24 * horizons);
  }
  CHECK(run().result.events.size() == 24);
}

TEST_CASE("what could not be observed yet is marked as missing") {
  const auto& counts = run().values<std::int64_t>("policy_count");
  const auto at = [&](std::size_t year, Counter c) {
    return counts[year * enum_size<Counter> + index_of(c)];
  };
  constexpr std::int64_t missing = fill_value<std::int64_t>;
  CHECK(at(0, Counter::served) == 0);
  CHECK(at(0, Counter::in_work_12m) == 0);
  CHECK(at(0, Counter::in_work_24m) == missing);
  CHECK(at(1, Counter::in_work_6m) == missing);
  const auto& lines = run().values<std::int64_t>("budget_line");
  CHECK(lines == std::vector<std::int64_t>{5000, 0, 0, missing, 0, 0, 5000, 0, 0, missing, 0, 0});
}

TEST_CASE("only losses of years that are over are counted") {
  const auto& loss = run().values<std::int64_t>("displacement_loss");
  // [displaced year][year after][events, ...]: a year after every displacement of 2021 lies in the
  // run, of those of 2022 only December's does not lie after it.
  CHECK(loss[0] == 12);
  CHECK(loss[3] == 0);
  CHECK(loss[9] == 0);
}

TEST_CASE("only counts, budgets and accounts of funds leave anything unfilled") {
  const auto is_missing = []<class T>(T value) {
    if constexpr (std::is_same_v<T, double>) return std::isnan(value);
    return value == fill_value<T>;
  };
  const std::set<std::string_view> with_gaps{"policy_count", "budget_line", "investment_account"};
  for (std::size_t i = 0; i < run().layout.entries().size(); ++i) {
    const std::string_view name = run().layout.entries()[i].series->name;
    CAPTURE(name);
    const auto missing = std::visit(
        [&](const auto& values) {
          return std::ranges::count_if(values, [&](auto value) { return is_missing(value); });
        },
        run().result.values[i]);
    // Measures of nobody, or of people without income, are not defined.
    if (name.starts_with("inequality") || name.starts_with("lorenz")) continue;
    CHECK((missing > 0) == with_gaps.contains(name));
  }
}

TEST_CASE("months are recorded once and in order") {
  SmallWorld small(two_years());
  const Layout layout(Axes(small.inputs, {0, 1}));
  Recorder recorder(layout, 0, KeepRegister::no);
  recorder.record(small.world);
  CHECK_THROWS_AS(recorder.record(small.world), LogicFault);
  CHECK_THROWS_AS(recorder.finish(small.world), LogicFault);
}

TEST_CASE("a fund's account stands under its policy, its posts under their year and league") {
  Inputs inputs = two_years();
  const PolicyId fund = add_policy(inputs, "fund");
  SmallWorld small(inputs);
  const Layout layout(Axes(small.inputs, {0, 1}));
  Recorder recorder(layout, 0, KeepRegister::no);
  recorder.record(small.world);
  Portfolio& portfolio = small.world.portfolio;
  portfolio.policy = fund;
  portfolio.account.resize(small.world.ledger.years());
  portfolio.jobs.resize(small.world.ledger.years() * 2);
  portfolio.account[1][InvestmentItem::committed] = 77;
  portfolio.jobs[1 * 2 + 1][ProjectQuantity::filled] = 5;
  while (small.world.now < small.inputs.end) {
    next_month(small.world);
    recorder.record(small.world);
  }
  const ReplicateResult result = recorder.finish(small.world);
  const auto& account = *find_values<std::int64_t>(layout, result, "investment_account");
  constexpr std::size_t items = enum_size<InvestmentItem>;
  CHECK(account[(1 * 2 + 1) * items + index_of(InvestmentItem::committed)] == 77);
  CHECK(account[(1 * 2 + 0) * items] == fill_value<std::int64_t>);
  CHECK(account[(0 * 2 + 1) * items] == 0);
  const auto& jobs = *find_values<std::int64_t>(layout, result, "project_jobs");
  constexpr std::size_t quantities = enum_size<ProjectQuantity>;
  CHECK(jobs[(1 * 2 + 1) * quantities + index_of(ProjectQuantity::filled)] == 5);
  CHECK(std::accumulate(jobs.begin(), jobs.end(), std::int64_t{0}) == 5);
}
