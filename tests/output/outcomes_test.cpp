// Headline figures of one made-up replicate, summed by hand.
#include "output/outcomes.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include <doctest/doctest.h>

#include "agents/portfolio.hpp"
#include "agents/states.hpp"
#include "output/summary.hpp"
#include "tests/output/fake_results.hpp"

using namespace jtsim;
using namespace jtsim::agents;
using namespace jtsim::output;

namespace {

/// Two leagues and one policy from 2020-12 to 2022-12.
Layout two_years() {
  Inputs inputs = short_inputs();
  inputs.end = Month::of(2022, 12);
  inputs.policies = {{.name = {"retraining", "培训", "retraining"}}};
  return layout_of(inputs, {0, 2});
}

class FilledResult {
 public:
  explicit FilledResult(const Layout& layout, std::uint32_t replicate = 0)
      : layout_(layout), result_(empty_result(layout, replicate)) {
    for (Values& values : result_.values) {
      std::visit([]<class T>(std::vector<T>& all) { std::ranges::fill(all, T{0}); }, values);
    }
  }
  template <class T>
  T& at(std::string_view series, std::size_t position) {
    return std::get<std::vector<T>>(result_.values[layout_.find(series)])[position];
  }
  std::int32_t& destination(std::size_t year, std::size_t horizon, Destination kind) {
    return at<std::int32_t>(
        "destination", (year * horizon_count + horizon) * enum_size<Destination> + index_of(kind));
  }
  std::int64_t& count(std::size_t year, Counter counter) {
    return at<std::int64_t>("policy_count", year * enum_size<Counter> + index_of(counter));
  }
  std::int64_t& spending(std::size_t year, Payer payer) {
    return at<std::int64_t>("policy_spending", year * enum_size<Payer> + index_of(payer));
  }
  const ReplicateResult& result() const { return result_; }

 private:
  const Layout& layout_;
  ReplicateResult result_;
};

void fill_stocks(FilledResult& filled) {
  constexpr std::size_t last_month = 24;
  for (std::size_t s = 0; s < enum_size<State>; ++s) {
    filled.at<std::int32_t>("stock", last_month * 2 * enum_size<State> + s) =
        static_cast<std::int32_t>(s + 1);
    filled.at<std::int32_t>("stock", (last_month * 2 + 1) * enum_size<State> + s) = 10;
  }
  filled.at<double>("registered_unemployment_rate", 0) = 0.04;
  filled.at<double>("registered_unemployment_rate", last_month) = 0.05;
}

/// 10 displacements in 2021 and 5 in 2022; 12 months are over for the former only.
void fill_destinations(FilledResult& filled) {
  filled.destination(0, 0, Destination::internal) = 10;
  filled.destination(0, 1, Destination::tertiary) = 6;
  filled.destination(0, 1, Destination::unemployed_12m_plus) = 4;
  filled.destination(1, 0, Destination::internal) = 5;
  filled.destination(1, 1, Destination::censored) = 5;
  for (const std::size_t horizon : {2U, 3U}) {
    filled.destination(0, horizon, Destination::censored) = 10;
    filled.destination(1, horizon, Destination::censored) = 5;
  }
}

void fill_policy(FilledResult& filled) {
  constexpr std::int64_t missing = fill_value<std::int64_t>;
  filled.count(0, Counter::served) = 7;
  filled.count(1, Counter::served) = 9;
  filled.count(0, Counter::in_work_6m) = 3;
  filled.count(1, Counter::in_work_6m) = missing;
  filled.count(0, Counter::in_work_12m) = 2;
  filled.count(1, Counter::in_work_12m) = missing;
  filled.count(0, Counter::in_work_24m) = missing;
  filled.count(1, Counter::in_work_24m) = missing;
  for (const std::size_t year : {0U, 1U}) {
    const std::size_t row = year * 2 * enum_size<ProjectQuantity>;
    filled.at<std::int64_t>("project_jobs", row + index_of(ProjectQuantity::filled)) = 21;
    filled.at<std::int64_t>("project_jobs", row + index_of(ProjectQuantity::filled_by_agents)) = 3;
  }
  filled.spending(0, Payer::region) = 100'00;
  filled.spending(1, Payer::region) = 50'00;
  filled.spending(1, Payer::enterprise) = 25'00;
}

/// Beginnings of the outcomes of inequality, losses and targets.
constexpr std::array<std::string_view, 9> distribution_prefixes{
    "inequality.", "theil_", "lorenz.",  "gap.",   "long_term_unemployment.",
    "loss.",       "spell.", "in_work.", "target."};

bool is_distribution(const Outcome& outcome) {
  // Shares of all begin with a number of months, those of groups with the group.
  constexpr std::string_view shares = "destination_share.";
  if (outcome.name.starts_with(shares)) return outcome.name[shares.size()] > '9';
  return std::ranges::any_of(distribution_prefixes, [&](std::string_view prefix) {
    return outcome.name.starts_with(prefix);
  });
}

FilledResult filled_result(const Layout& layout, std::uint32_t replicate = 0) {
  FilledResult filled(layout, replicate);
  fill_stocks(filled);
  fill_destinations(filled);
  fill_policy(filled);
  return filled;
}

}  // namespace

TEST_CASE("every outcome is the figure its name says") {
  const Layout layout = two_years();
  const FilledResult filled = filled_result(layout);
  const std::vector<Outcome> outcomes = outcomes_of(layout, filled.result());
  std::map<std::string, double> by_name;
  for (const Outcome& outcome : outcomes) by_name[outcome.name] = outcome.value;
  CHECK(by_name.size() == outcomes.size());
  // Three Decembers of 12 states, 8 groups and a rate; 3 figures of displacements; 4 horizons of 18
  // destinations and as many shares; 11 counters, `served` once more; spending of the policy, 3
  // figures of a fund, spending of 5 payers.
  const auto others = std::ranges::count_if(outcomes, std::not_fn(is_distribution));
  CHECK(others == 3 * (12 + 8 + 1) + 3 + 4 * (18 + 18) + 11 + 1 + 1 + 3 + 5);
  const std::map<std::string, double> expected{
      {"stock.employed_mining.2020", 0},
      {"stock.employed_mining.2022", 11},
      {"stock.dead.2022", 22},
      {"headline.mining.2022", 11},
      {"headline.unemployment.2022", 16 + 17},
      {"headline.retirement.2022", 18 + 19},
      {"headline.outside.2022", 20 + 21 + 22},
      {"rate.registered_unemployment.2020", 0.04},
      {"rate.registered_unemployment.2022", 0.05},
      {"displaced.2021", 10},
      {"displaced.2022", 5},
      {"displaced.total", 15},
      {"destination.0.internal", 15},
      {"destination.12.tertiary", 6},
      {"destination.12.censored", 5},
      {"destination.60.censored", 15},
      {"destination_share.0.internal", 1},
      {"destination_share.12.tertiary", 0.6},
      {"destination_share.12.unemployed_12m_plus", 0.4},
      {"destination_share.12.dead", 0},
      {"policy.retraining.served.2021-2022", 16},
      {"policy.retraining.served.2021-2021", 7},
      {"policy.retraining.in_work_6m.2021-2021", 3},
      {"policy.retraining.in_work_12m.2021-2021", 2},
      {"policy.retraining.offered.2021-2022", 0},
      {"policy.retraining.spending.2021-2022", 175},
      {"policy.retraining.jobs_absorbed.2021-2022", 3.5},
      {"policy.retraining.jobs_absorbed_by_agents.2021-2022", 0.5},
      {"policy.retraining.yuan_per_job_year.2021-2022", 50},
      {"spending.region.2021-2022", 150},
      {"spending.enterprise.2021-2022", 25},
      {"spending.central.2021-2022", 0},
  };
  for (const auto& [name, value] : expected) {
    CAPTURE(name);
    REQUIRE(by_name.contains(name));
    CHECK(by_name[name] == doctest::Approx(value));
  }
  CHECK(std::isnan(by_name.at("destination_share.60.tertiary")));
}

TEST_CASE("a policy without the account of a fund absorbs no jobs") {
  const Layout layout = two_years();
  FilledResult filled = filled_result(layout);
  filled.at<std::int64_t>("investment_account", 0) = fill_value<std::int64_t>;
  for (const Outcome& outcome : outcomes_of(layout, filled.result())) {
    const bool of_fund = outcome.name.find("jobs_absorbed") != std::string::npos ||
                         outcome.name.find("per_job_year") != std::string::npos;
    if (of_fund) CHECK(std::isnan(outcome.value));
  }
}

TEST_CASE("statistics are taken over the replicates that have a value, and absent without any") {
  const Layout layout = two_years();
  FilledResult with = filled_result(layout, 0);
  FilledResult without = filled_result(layout, 1);
  with.destination(0, 2, Destination::censored) = 0;
  with.destination(0, 2, Destination::dead) = 10;
  Summary summary(layout);
  summary.add(without.result());
  summary.add(with.result());
  const std::vector<NamedStatistics> all = summary.statistics();
  const auto named = [&](std::string_view name) {
    return std::ranges::find(all, name, &NamedStatistics::name);
  };
  REQUIRE(named("destination_share.36.dead") != all.end());
  CHECK(named("destination_share.36.dead")->statistics.mean == 1);
  CHECK(named("destination_share.36.dead")->statistics.q05 == 1);
  CHECK(named("destination_share.36.dead")->missing == 1);
  CHECK(named("destination.36.dead")->statistics.mean == 5);
  CHECK(named("destination.36.dead")->missing == 0);
  CHECK(find(all, "destination_share.60.dead") == nullptr);
  CHECK(summary.statistics(1).front().name == all.front().name);
  CHECK(summary.statistics(0).empty());
}
