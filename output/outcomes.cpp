// Summing a replicate's arrays to headline figures.
#include "output/outcomes.hpp"

#include <set>

#include <fmt/format.h>

#include "agents/portfolio.hpp"
#include "agents/states.hpp"
#include "base/money.hpp"
#include "output/distribution_outcomes.hpp"
#include "output/urn_outcomes.hpp"

namespace jtsim::output {

namespace {

using agents::Counter;
using agents::Headline;
using agents::State;

/// Collects the outcomes of one replicate.
class Figures {
 public:
  Figures(const Layout& layout, const ReplicateResult& result) : layout_(layout), result_(result) {}

  std::vector<Outcome> take() { return std::move(outcomes_); }

  void add_stocks();
  void add_rate();
  void add_policies();

 private:
  const Coordinate& axis(Axis a) const { return layout_.axes()[a]; }
  template <class T>
  const std::vector<T>* values(std::string_view series) const {
    return find_values<T>(layout_, result_, series);
  }
  void add(std::string name, double value) { outcomes_.push_back({std::move(name), value}); }
  /// Positions on `time` of the Decembers, in the order of `stock_year`.
  std::size_t december(std::size_t stock_year) const {
    const int year = axis(Axis::stock_year).numbers[stock_year];
    return layout_.axes().time_index(Month::of(year, Month::per_year));
  }
  std::string span_of_years() const { return span_of_years(axis(Axis::year).size()); }
  /// Of the first `count` years.
  std::string span_of_years(std::size_t count) const {
    const auto& years = axis(Axis::year).numbers;
    return fmt::format("{}-{}", years.front(), years[count - 1]);
  }
  void add_counts(std::size_t policy, const std::vector<std::int64_t>& counts);
  /// How many leading years of a counter are observed: those a while before the run's end.
  std::size_t observed_years(Counter counter, const std::vector<std::int64_t>& counts) const;
  double counted(std::size_t policy, Counter counter, std::size_t years,
                 const std::vector<std::int64_t>& counts) const;
  double spent(const std::vector<std::int64_t>& spending, std::size_t policy,
               std::size_t payer) const;
  bool is_fund(std::size_t policy) const;
  /// Years of a post, over all years and leagues.
  double post_years(agents::ProjectQuantity quantity) const;
  void add_fund(std::size_t policy, double spent_yuan);

  const Layout& layout_;
  const ReplicateResult& result_;
  std::vector<Outcome> outcomes_;
};

void Figures::add_stocks() {
  const auto* stock = values<std::int32_t>("stock");
  if (stock == nullptr) return;
  const std::size_t regions = axis(Axis::region).size();
  const std::size_t states = axis(Axis::state).size();
  for (std::size_t y = 0; y < axis(Axis::stock_year).size(); ++y) {
    const int year = axis(Axis::stock_year).numbers[y];
    EnumArray<State, double> by_state{};
    for (std::size_t i = 0; i < regions * states; ++i) {
      const std::int32_t persons = (*stock)[december(y) * regions * states + i];
      by_state[static_cast<State>(i % states)] += persons;
    }
    EnumArray<Headline, double> by_group{};
    for (const State state : all_of_enum<State>()) {
      by_group[agents::headline_of(state)] += by_state[state];
      add(fmt::format("stock.{}.{}", identifier(state), year), by_state[state]);
    }
    for (const Headline group : all_of_enum<Headline>()) {
      add(fmt::format("headline.{}.{}", identifier(group), year), by_group[group]);
    }
  }
}

void Figures::add_rate() {
  const auto* rate = values<double>("registered_unemployment_rate");
  if (rate == nullptr) return;
  for (std::size_t y = 0; y < axis(Axis::stock_year).size(); ++y) {
    const int year = axis(Axis::stock_year).numbers[y];
    add(fmt::format("rate.registered_unemployment.{}", year), (*rate)[december(y)]);
  }
}

std::size_t Figures::observed_years(Counter counter,
                                    const std::vector<std::int64_t>& counts) const {
  const std::size_t per_year = axis(Axis::policy).size() * enum_size<Counter>;
  std::size_t years = 0;
  // A year is observed for all policies or for none.
  while (years < axis(Axis::year).size() &&
         counts[years * per_year + index_of(counter)] != fill_value<std::int64_t>) {
    ++years;
  }
  return years;
}

double Figures::counted(std::size_t policy, Counter counter, std::size_t years,
                        const std::vector<std::int64_t>& counts) const {
  const std::size_t policies = axis(Axis::policy).size();
  std::int64_t sum = 0;
  for (std::size_t y = 0; y < years; ++y)
    sum += counts[(y * policies + policy) * enum_size<Counter> + index_of(counter)];
  return static_cast<double>(sum);
}

void Figures::add_counts(std::size_t policy, const std::vector<std::int64_t>& counts) {
  const std::string& id = axis(Axis::policy).names[policy].id;
  const auto add_count = [&](Counter counter, std::size_t years) {
    add(fmt::format("policy.{}.{}.{}", id, identifier(counter), span_of_years(years)),
        counted(policy, counter, years, counts));
  };
  // `served` once more for the years of each later count, which it is to be compared with.
  std::set<std::size_t> spans_of_served{axis(Axis::year).size()};
  for (const Counter counter : all_of_enum<Counter>()) {
    const std::size_t years = observed_years(counter, counts);
    if (years == 0) continue;
    add_count(counter, years);
    if (spans_of_served.insert(years).second) add_count(Counter::served, years);
  }
}

double Figures::spent(const std::vector<std::int64_t>& spending, std::size_t policy,
                      std::size_t payer) const {
  const std::size_t policies = axis(Axis::policy).size();
  const std::size_t payers = axis(Axis::payer).size();
  Fen sum = 0;
  for (std::size_t y = 0; y < axis(Axis::year).size(); ++y) {
    sum += spending[(y * policies + policy) * payers + payer];
  }
  return yuan_from_fen(sum);
}

bool Figures::is_fund(std::size_t policy) const {
  const auto* account = values<std::int64_t>("investment_account");
  const std::size_t position = policy * enum_size<agents::InvestmentItem>;
  return account != nullptr && position < account->size() &&
         (*account)[position] != fill_value<std::int64_t>;
}

double Figures::post_years(agents::ProjectQuantity quantity) const {
  const auto* jobs = values<std::int64_t>("project_jobs");
  if (jobs == nullptr) return 0;
  constexpr std::size_t quantities = enum_size<agents::ProjectQuantity>;
  std::int64_t months = 0;
  for (std::size_t i = index_of(quantity); i < jobs->size(); i += quantities) months += (*jobs)[i];
  return static_cast<double>(months) / Month::per_year;
}

void Figures::add_fund(std::size_t policy, double spent_yuan) {
  using agents::ProjectQuantity;
  const bool has = is_fund(policy);
  const double filled = has ? post_years(ProjectQuantity::filled) : no_value;
  const double by_agents = has ? post_years(ProjectQuantity::filled_by_agents) : no_value;
  const auto name = [&](std::string_view what) {
    return fmt::format("policy.{}.{}.{}", axis(Axis::policy).names[policy].id, what,
                       span_of_years());
  };
  add(name("jobs_absorbed"), filled);
  add(name("jobs_absorbed_by_agents"), by_agents);
  add(name("yuan_per_job_year"), filled > 0 ? spent_yuan / filled : no_value);
}

void Figures::add_policies() {
  const auto* counts = values<std::int64_t>("policy_count");
  const auto* spending = values<std::int64_t>("policy_spending");
  if (counts == nullptr || spending == nullptr) return;
  std::vector<double> by_payer(axis(Axis::payer).size(), 0.0);
  for (std::size_t p = 0; p < axis(Axis::policy).size(); ++p) {
    add_counts(p, *counts);
    double sum = 0;
    for (std::size_t payer = 0; payer < by_payer.size(); ++payer) {
      const double yuan = spent(*spending, p, payer);
      sum += yuan;
      by_payer[payer] += yuan;
    }
    add(fmt::format("policy.{}.spending.{}", axis(Axis::policy).names[p].id, span_of_years()), sum);
    add_fund(p, sum);
  }
  for (std::size_t payer = 0; payer < by_payer.size(); ++payer) {
    add(fmt::format("spending.{}.{}", axis(Axis::payer).names[payer].id, span_of_years()),
        by_payer[payer]);
  }
}

}  // namespace

std::vector<Outcome> outcomes_of(const Layout& layout, const ReplicateResult& result) {
  Figures figures(layout, result);
  figures.add_stocks();
  figures.add_rate();
  figures.add_policies();
  std::vector<Outcome> outcomes = figures.take();
  OutcomeList list(layout, result, outcomes);
  add_destinations(list);
  add_inequality(list);
  add_losses(list);
  add_targets(list);
  for (Outcome& outcome : urn_outcomes(layout, result)) outcomes.push_back(std::move(outcome));
  return outcomes;
}

}  // namespace jtsim::output
