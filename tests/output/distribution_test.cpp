// Inequality, losses and spells of a small run against plain counts, and sums over group tables.
#include <algorithm>
#include <cmath>
#include <numeric>

#include <doctest/doctest.h>

#include "agents/income.hpp"
#include "agents/pay.hpp"
#include "agents/record.hpp"
#include "agents/statutory_payments.hpp"
#include "output/peers.hpp"
#include "output/recorder.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;
using namespace jtsim::output;

namespace {

Inputs seven_years() {
  Inputs inputs = small_inputs();
  inputs.end = Month::of(2027, 12);
  return inputs;
}

/// Seven years in which some miners are displaced; some of them find other work, some die, and the
/// eldest retire.
struct SmallRun {
  SmallWorld small{seven_years()};
  Layout layout{Axes(small.inputs, {0, 1})};
  ReplicateResult result;

  SmallRun() {
    World& world = small.world;
    Recorder recorder(layout, 0, KeepRegister::yes);
    recorder.record(world);
    std::vector<Transition> none;
    while (world.now < small.inputs.end) {
      next_month(world);
      live_through(world);
      income(world, none);
      record(world, none);
      recorder.record(world);
    }
    result = recorder.finish(world);
  }

  static void live_through(World& world) {
    const auto step = static_cast<std::size_t>(world.step());
    world.displacements.month_begin[step] =
        static_cast<std::uint32_t>(world.displacements.events.size());
    if (step <= 40) displace(world, Row{step});
    if (step > 10 && step % 3 == 0 && step <= 40) {
      Transition hire{.row = Row{step - 8}, .to = State::employed_tertiary, .reason = Reason::hire};
      hire.job.occupation = OccupationId{std::size_t{3}};
      hire.job.league = world.workers.league[hire.row];
      hire.job.relative_pay = static_cast<std::uint16_t>(3000 + 50 * step);
      world.market.vacancies[world.market.cells(hire.job.occupation, hire.job.league)] = 1;
      move_to(world, hire);
    }
    if (step == 30)
      move_to(world, {.row = Row{std::size_t{2}}, .to = State::dead, .reason = Reason::death});
    if (step == 50) {
      const Row row{std::size_t{90}};
      world.workers.retirement[row] = world.now;
      move_to(world, {.row = row, .to = State::retired, .reason = Reason::legal_retirement});
    }
  }

  template <class T>
  const std::vector<T>& values(std::string_view name) const {
    const auto* found = find_values<T>(layout, result, name);
    REQUIRE(found != nullptr);
    return *found;
  }
};

const SmallRun& run() {
  static const SmallRun recorded;
  return recorded;
}

/// Incomes of the last December of those below their pension month whom `chosen` wants.
template <class Chosen>
std::vector<double> incomes(Chosen&& chosen) {
  const World& world = run().small.world;
  std::vector<double> values;
  for (std::size_t i = 0; i < world.workers.size(); ++i) {
    const Row row{i};
    if (world.workers.retirement[row] <= world.now || world.workers.state[row] == State::dead)
      continue;
    if (chosen(row)) values.push_back(static_cast<double>(monthly_income(world, row)));
  }
  return values;
}

double plain_gini(const std::vector<double>& values) {
  double differences = 0;
  for (const double a : values) {
    for (const double b : values) differences += std::abs(a - b);
  }
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  return differences / (2 * static_cast<double>(values.size()) * sum);
}

/// The last December's part of a series of reals.
std::span<const double> last_part(std::string_view name) {
  const std::size_t part = run().layout.entries()[run().layout.find(name)].part;
  return std::span(run().values<double>(name)).last(part);
}

double measure(std::span<const double> part, std::size_t row, InequalityQuantity quantity) {
  return part[row * enum_size<InequalityQuantity> + index_of(quantity)];
}

/// Sums out the groups: [outer][groups][quantities] to [outer][quantities].
std::vector<std::int64_t> summed(const std::vector<std::int64_t>& values, std::size_t groups,
                                 std::size_t quantities) {
  std::vector<std::int64_t> sums(values.size() / groups, 0);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::size_t outer = i / (groups * quantities);
    sums[outer * quantities + i % quantities] += values[i];
  }
  return sums;
}

/// Sums over the years of displacement, which come first.
std::vector<std::int64_t> over_years(const std::vector<std::int64_t>& values, std::size_t rest) {
  std::vector<std::int64_t> sums(rest, 0);
  for (std::size_t i = 0; i < values.size(); ++i) sums[i % rest] += values[i];
  return sums;
}

constexpr std::array<std::string_view, 5> groups{"age_band", "sex", "ethnicity", "education",
                                                 "region"};
constexpr std::array<std::size_t, 5> group_sizes{7, 2, 2, 4, 2};

}  // namespace

TEST_CASE("the Gini of a December is that of a plain count, for all and by group") {
  const auto part = last_part("inequality");
  const auto all = incomes([](Row) { return true; });
  CHECK(measure(part, 0, InequalityQuantity::persons) == static_cast<double>(all.size()));
  CHECK(measure(part, 0, InequalityQuantity::gini) ==
        doctest::Approx(plain_gini(all)).epsilon(1e-12));
  CHECK(plain_gini(all) > 0.1);
  const Workers& workers = run().small.world.workers;
  for (std::size_t league = 0; league < 2; ++league) {
    const auto some = incomes([&](Row row) { return workers.league[row].index() == league; });
    CHECK(measure(last_part("inequality_by_region"), league, InequalityQuantity::gini) ==
          doctest::Approx(plain_gini(some)).epsilon(1e-12));
  }
}

TEST_CASE("the retired are shown apart, with their pensions") {
  const auto part = last_part("inequality");
  const World& world = run().small.world;
  CHECK(measure(part, 1, InequalityQuantity::persons) == 1);
  CHECK(measure(part, 1, InequalityQuantity::mean_fen) ==
        static_cast<double>(monthly_pension(world, Row{std::size_t{90}})));
  CHECK(measure(part, 1, InequalityQuantity::gini) == 0);
}

TEST_CASE(
    "the share below the line is that of persons who have less than a household's assistance") {
  const World& world = run().small.world;
  const auto all = incomes([](Row) { return true; });
  const auto line = static_cast<double>(household_assistance_line(world));
  const auto below = std::ranges::count_if(all, [&](double income) { return income < line; });
  CHECK(below > 0);
  CHECK(measure(last_part("inequality"), 0, InequalityQuantity::below_assistance_line) ==
        static_cast<double>(below) / static_cast<double>(all.size()));
}

TEST_CASE("within and between add up to Theil for every division") {
  const auto parts = last_part("theil_parts");
  const double theil = measure(last_part("inequality"), 0, InequalityQuantity::theil);
  CHECK(theil > 0.01);
  for (std::size_t p = 0; p < enum_size<Partition>; ++p) {
    CHECK(parts[2 * p] + parts[2 * p + 1] == doctest::Approx(theil).epsilon(1e-12));
    CHECK(parts[2 * p + 1] > -1e-12);
  }
}

TEST_CASE("every group table of spells, incomes, losses and destinations has the total's sums") {
  for (std::size_t g = 0; g < groups.size(); ++g) {
    CAPTURE(groups[g]);
    const std::string by = "_by_" + std::string(groups[g]);
    for (const std::string name :
         {"displacement_loss", "displacement_present_value", "displacement_spell"}) {
      CAPTURE(name);
      const std::size_t quantities =
          name == "displacement_spell" ? enum_size<SpellQuantity> : enum_size<LossQuantity>;
      const auto& total = run().values<std::int64_t>(name);
      CHECK(summed(run().values<std::int64_t>(name + by), group_sizes[g], quantities) == total);
      if (groups[g] == "region") continue;
      const std::string pair = name + "_pair_" + std::string(groups[g]) + "_region";
      const std::size_t rest = quantities * (name == "displacement_loss" ? loss_year_count : 1);
      CHECK(summed(run().values<std::int64_t>(pair), 2 * group_sizes[g], quantities) ==
            over_years(total, rest));
    }
    const auto& spells = run().values<std::int32_t>("unemployment_spell" + by);
    const auto& all_spells = run().values<std::int32_t>("unemployment_spell");
    CHECK(std::accumulate(spells.begin(), spells.end(), 0) ==
          std::accumulate(all_spells.begin(), all_spells.end(), 0));
    const auto& destinations = run().values<std::int32_t>("destination" + by);
    const std::size_t row = group_sizes[g] * enum_size<Destination>;
    for (std::size_t first = 0; first < destinations.size(); first += row) {
      const auto displaced_year = first / row / horizon_count;
      const auto* from = destinations.data() + first;
      const int displaced = displaced_year < 3 ? 12 : displaced_year == 3 ? 4 : 0;
      CHECK(std::accumulate(from, from + row, 0) == displaced);
    }
  }
}

TEST_CASE("losses of a year are shadow earnings and income of its events") {
  const auto& loss = run().values<std::int64_t>("displacement_loss");
  std::int64_t shadow = 0;
  for (const Displacement& event : run().result.events) {
    if (event.month.year() == 2021) shadow += event.shadow[0];
  }
  CHECK(loss[0] == 12);
  CHECK(loss[index_of(LossQuantity::shadow_fen)] == shadow);
  CHECK(shadow > 0);
}

TEST_CASE("earnings are pay, counted three months at a time, and nothing but pay") {
  const World& world = run().small.world;
  bool found = false;
  for (std::size_t e = 0; e < world.displacements.events.size(); ++e) {
    const Displacement& event = world.displacements.events[e];
    const Earnings& earnings = world.displacements.earnings[e];
    // Without work in the first year, hence no earnings in it.
    if (event.first_work.is_never() || event.first_work - event.month > 12) {
      CHECK(earnings.all[0] == 0);
    }
    if (event.first_work.is_never() || world.workers.state[event.row] != State::employed_tertiary)
      continue;
    // Nobody earns anything beyond his pension month.
    if (event.legal_retirement <= event.month + 60) continue;
    found = true;
    // Displaced 8 months before: months 8 and 11 of the first year are looked at.
    CHECK(event.first_work - event.month == 8);
    CHECK(earnings.outside_months[0] == 6);
    CHECK(earnings.all[0] == earnings.outside[0]);
    if (event.month + 60 <= run().small.inputs.end) CHECK(earnings.outside_months[1] == 12);
  }
  CHECK(found);
}

TEST_CASE("peers who halve their relative pay halve the earnings expected of the displaced") {
  SmallWorld small(seven_years());
  World& world = small.world;
  const Axes axes(small.inputs, {0, 1});
  Peers peers(axes);
  peers.add(Census(world), world.conditions.unit_pay_fen);
  // Pay of everybody doubles by the index, which cancels; that of women halves by itself.
  for (std::size_t i = 0; i < world.workers.size(); ++i) {
    const Row row{i};
    auto& pay = world.workers.relative_pay[row];
    if (world.workers.sex[row] == Sex::female) pay = static_cast<std::uint16_t>(pay / 2);
  }
  world.conditions.unit_pay_fen *= 2;
  peers.add(Census(world), world.conditions.unit_pay_fen);
  PeerCell man{AgeBand::age_35_44, Sex::male, Education::junior, LeagueId{std::size_t{0}}};
  CHECK(peers.ratio(man, 2020, man, 2021) == doctest::Approx(1).epsilon(1e-4));
  CHECK(peers.ratio(man, 2020, man, 2020) == 1);
  // Years beyond the run count as its last.
  CHECK(peers.ratio(man, 2020, man, 2099) == peers.ratio(man, 2020, man, 2021));
  const Peers nobody(axes);
  CHECK(nobody.ratio(man, 2020, man, 2021) == 1);
}

TEST_CASE("the displaced are no peers") {
  SmallWorld small(seven_years());
  World& world = small.world;
  const auto peers_of = [&] {
    const Census census(world);
    std::int64_t persons = 0;
    for (const auto& cell : census.undisplaced) persons += cell.persons;
    return persons;
  };
  const std::int64_t before = peers_of();
  next_month(world);
  displace(world, Row{std::size_t{0}});
  CHECK(peers_of() == before - 1);
}
