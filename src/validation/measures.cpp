// Sums over tables and arrays.
#include "src/validation/measures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "agents/states.hpp"
#include "base/sensitivity.hpp"
#include "output/no_value.hpp"
#include "src/validation/displaced_measures.hpp"
#include "src/validation/table_measures.hpp"

namespace jtsim::app {

namespace {

using agents::BackgroundItem;
using agents::Destination;
using agents::State;
using output::Axis;

constexpr std::array<int, 8> shown_years{2020, 2022, 2023, 2024, 2025, 2030, 2035, 2050};

double quotient(double part, double whole) { return whole == 0 ? output::no_value : part / whole; }

class Measures {
 public:
  Measures(const configs::Scenario& scenario, const output::Layout& layout,
           const output::ReplicateResult& result)
      : tables_(scenario.inputs.tables), scenario_(scenario), layout_(layout), result_(result) {}

  std::vector<output::Outcome> take() { return std::move(all_); }

  void add_paths();
  void add_staff();
  void add_employment();
  void add_jobs();
  void add_background();
  void add_unemployment();
  void add_displaced();
  void add_surplus();

 private:
  void add(std::string name, double value) {
    if (std::isfinite(value)) all_.push_back({std::move(name), value});
  }
  template <class T>
  const std::vector<T>& array(std::string_view name) const {
    const auto* values = output::find_values<T>(layout_, result_, name);
    expect(values != nullptr, "a run of the kind `transition` has this series");
    return *values;
  }
  std::size_t size(Axis axis) const { return layout_.axes().size(axis); }
  std::size_t months() const { return size(Axis::time); }
  bool covers(Month month) const {
    return month >= layout_.axes().start() && month <= layout_.axes().end();
  }
  std::size_t at(Month month) const { return layout_.axes().time_index(month); }

  /// Agents in a state at a month's end, in one league or in all.
  double stock(std::size_t month, State state) const;
  double stock(std::size_t month, std::size_t league, State state) const;
  double background(std::size_t month, BackgroundItem item) const;
  double background(std::size_t month, std::size_t league, BackgroundItem item) const;
  double unemployment(std::size_t month, std::size_t league) const;

  const agents::Tables& tables_;
  const configs::Scenario& scenario_;
  const output::Layout& layout_;
  const output::ReplicateResult& result_;
  std::vector<output::Outcome> all_;
};

double Measures::stock(std::size_t month, std::size_t league, State state) const {
  const std::size_t row = (month * size(Axis::region) + league) * enum_size<State>;
  return array<std::int32_t>("stock")[row + index_of(state)];
}

double Measures::stock(std::size_t month, State state) const {
  double sum = 0;
  for (std::size_t r = 0; r < size(Axis::region); ++r) sum += stock(month, r, state);
  return sum;
}

double Measures::background(std::size_t month, std::size_t league, BackgroundItem item) const {
  const std::size_t row = (month * size(Axis::region) + league) * enum_size<BackgroundItem>;
  return array<std::int32_t>("background_stock")[row + index_of(item)];
}

double Measures::background(std::size_t month, BackgroundItem item) const {
  double sum = 0;
  for (std::size_t r = 0; r < size(Axis::region); ++r) sum += background(month, r, item);
  return sum;
}

/// Unemployed over the labour force of a league, agents and background.
double Measures::unemployment(std::size_t month, std::size_t league) const {
  double employed = 0;
  double unemployed = background(month, league, BackgroundItem::unemployed);
  for (const State state : all_of_enum<State>()) {
    if (agents::is_employed(state)) employed += stock(month, league, state);
    if (agents::is_unemployed(state)) unemployed += stock(month, league, state);
  }
  for (const BackgroundItem item :
       {BackgroundItem::employed_new_energy, BackgroundItem::employed_tertiary,
        BackgroundItem::employed_primary, BackgroundItem::employed_other_secondary})
    employed += background(month, league, item);
  return quotient(unemployed, employed + unemployed);
}

void Measures::add_paths() {
  constexpr double tonnes_per_mt = 1e6;
  constexpr double mw_per_gw = 1e3;
  for (const int year : shown_years) {
    const Month december = Month::of(year, Month::per_year);
    if (!covers(december)) continue;
    const double output = tables_.coal_output.at(december);
    add(fmt::format("coal_output_mt.{}", year), output / tonnes_per_mt);
    add(fmt::format("coal_output_per_worker_t.{}", year),
        quotient(output, stock(at(december), State::employed_mining)));
    add(fmt::format("new_energy_gw.{}", year),
        (tables_.new_energy_capacity[agents::Technology::wind].at(december) +
         tables_.new_energy_capacity[agents::Technology::solar].at(december)) /
            mw_per_gw);
    for (std::size_t r = 0; r < tables_.leagues.size(); ++r)
      add(fmt::format("coal_output_share.{}.{}", tables_.leagues[r].name.id, year),
          tables_.coal_league_share[r].at(december));
  }
}

void Measures::add_staff() {
  const auto& groups = array<std::int32_t>("stock_by_group");
  const std::size_t ages = size(Axis::age_band) * size(Axis::education);
  const std::size_t ethnicities = size(Axis::ethnicity);
  const std::size_t first_december =
      groups.size() / std::max<std::size_t>(1, size(Axis::stock_year));
  double all = 0;
  double women = 0;
  double minorities = 0;
  for (std::size_t i = index_of(State::employed_mining); i < first_december;
       i += enum_size<State>) {
    const std::size_t ethnicity = i / enum_size<State> / ages % ethnicities;
    const std::size_t sex = i / enum_size<State> / ages / ethnicities;
    all += groups[i];
    women += sex == index_of(agents::Sex::female) ? groups[i] : 0;
    minorities += ethnicity != 0 ? groups[i] : 0;
  }
  add("coal.women_share", quotient(women, all));
  add("coal.minority_share", quotient(minorities, all));

  const auto& by_league = array<std::int32_t>("stock_pair_ethnicity_region");
  const std::size_t leagues = size(Axis::region);
  std::vector<double> staff;
  std::vector<double> table;
  for (std::size_t r = 0; r < leagues; ++r) {
    const auto heads = [&](std::size_t ethnicity) -> double {
      return by_league[(ethnicity * leagues + r) * enum_size<State> +
                       index_of(State::employed_mining)];
    };
    double heads_of_all = 0;
    for (std::size_t e = 0; e < ethnicities; ++e) heads_of_all += heads(e);
    if (heads_of_all == 0) continue;
    staff.push_back(1 - heads(0) / heads_of_all);
    table.push_back(1 - tables_.coal_ethnicity(r, 0));
  }
  if (staff.size() > 2) add("coal.minority_rank_correlation", rank_correlation(staff, table));
}

void Measures::add_employment() {
  using enum BackgroundItem;
  const double primary = background(0, employed_primary) + stock(0, State::employed_primary);
  const double tertiary = background(0, employed_tertiary) + stock(0, State::employed_tertiary);
  const double secondary = background(0, employed_new_energy) +
                           background(0, employed_other_secondary) +
                           stock(0, State::employed_mining) + stock(0, State::employed_new_energy) +
                           stock(0, State::employed_other_secondary);
  const double all = primary + secondary + tertiary;
  add("employment_share.primary", quotient(primary, all));
  add("employment_share.secondary", quotient(secondary, all));
  add("employment_share.tertiary", quotient(tertiary, all));
}

void Measures::add_jobs() {
  const Month base = Month::of(2021, Month::per_year);
  const auto jobs = [&](Month month) { return stock(at(month), State::employed_mining); };
  for (const int year : shown_years) {
    const Month december = Month::of(year, Month::per_year);
    if (!covers(december)) continue;
    constexpr double base_index = 100;
    if (covers(base))
      add(fmt::format("mining_index.{}", year), base_index * quotient(jobs(december), jobs(base)));
    add(fmt::format("mining_loss.{}", year),
        1 - quotient(jobs(december), jobs(layout_.axes().start())));
  }
}

void Measures::add_background() {
  double hires = 0;
  double seekers = 0;
  double year_hires = 0;
  for (std::size_t m = 1; m < months(); ++m) {
    hires += background(m, BackgroundItem::hired);
    seekers += background(m - 1, BackgroundItem::unemployed);
    year_hires += background(m, BackgroundItem::hired);
    if (m % Month::per_year != 0) continue;
    const Month month = layout_.axes().start() + static_cast<int>(m);
    add(fmt::format("reemployed.{}", month.year()), year_hires);
    year_hires = 0;
  }
  add("reemployment_per_month", quotient(hires, seekers));
}

void Measures::add_unemployment() {
  const auto& rate = array<double>("registered_unemployment_rate");
  double rise = 0;
  for (const double r : rate) rise = std::max(rise, r - rate.front());
  add("unemployment_rise.peak", rise);

  const std::size_t leagues = size(Axis::region);
  double sum = 0;
  double most_hit = 0;
  for (std::size_t r = 0; r < leagues; ++r) {
    double peak = 0;
    for (std::size_t m = 0; m < months(); ++m)
      peak = std::max(peak, unemployment(m, r) - unemployment(0, r));
    sum += peak;
    const std::string& id = tables_.leagues[r].name.id;
    if (id == "wuhai" || id == "ordos") most_hit = std::max(most_hit, peak);
  }
  add("unemployment_rise.most_hit_over_mean",
      quotient(most_hit, sum / static_cast<double>(leagues)));
}

void Measures::add_displaced() {
  const auto& events = array<std::int32_t>("destination");
  const auto& months_after = layout_.axes()[Axis::horizon].numbers;
  const auto twelve =
      static_cast<std::size_t>(std::ranges::find(months_after, 12) - months_after.begin());
  EnumArray<Destination, double> sums{};
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto kind = static_cast<Destination>(i % enum_size<Destination>);
    const std::size_t horizon = i / enum_size<Destination> % months_after.size();
    if (horizon == twelve) sums[kind] += events[i];
  }
  using enum Destination;
  double placed = 0;
  for (const Destination kind : all_of_enum<Destination>())
    placed += agents::is_work(kind) ? sums[kind] : 0;
  const double observed = std::accumulate(sums.begin(), sums.end(), 0.0) - sums[censored];
  add("placed.internal_share.12", quotient(sums[internal], placed));
  add("placed.open_unemployed.12",
      quotient(sums[unemployed_under_12m] + sums[unemployed_12m_plus], observed));
}

/// Those who leave a league's mines in 2021 beyond natural exits: displaced, and internally retired
/// without having been displaced.
void Measures::add_surplus() {
  const Month december = Month::of(2021, Month::per_year);
  if (!covers(december)) return;
  const auto& events = array<std::int32_t>("destination_by_region");
  const std::size_t leagues = size(Axis::region);
  const std::size_t kinds = enum_size<Destination>;
  const std::size_t first = layout_.axes().year_index(december) * size(Axis::horizon) * leagues;
  for (std::size_t r = 0; r < leagues; ++r) {
    const std::size_t row = (first + r) * kinds;
    double displaced = 0;
    for (std::size_t k = 0; k < kinds; ++k) displaced += events[row + k];
    displaced -= events[row + index_of(Destination::internal_retired)];
    add(fmt::format("surplus.{}.2021", tables_.leagues[r].name.id),
        displaced + stock(at(december), r, State::internal_retired));
  }
}

}  // namespace

std::vector<output::Outcome> measures_of(const configs::Scenario& scenario,
                                         const output::Layout& layout,
                                         const output::ReplicateResult& result) {
  if (scenario.document.kind != configs::ScenarioKind::transition) return {};
  Measures measures(scenario, layout, result);
  measures.add_paths();
  measures.add_staff();
  measures.add_employment();
  measures.add_jobs();
  measures.add_background();
  measures.add_unemployment();
  measures.add_displaced();
  measures.add_surplus();
  std::vector<output::Outcome> all = measures.take();
  for (auto& more : {table_measures(scenario.inputs), displaced_measures(layout, result),
                     reach_measures(scenario.inputs.tables, layout, result)})
    all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace jtsim::app
