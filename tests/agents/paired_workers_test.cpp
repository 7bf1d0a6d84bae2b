// Paired accounts of worlds moved by hand, where every effect is known.
#include "agents/paired_workers.hpp"

#include <doctest/doctest.h>

#include "agents/queue.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;
using enum PairedMeasure;
using enum PairedPopulation;

namespace {

constexpr PolicyId policy{0};

Inputs inputs_with_policy() {
  Inputs inputs = small_inputs();
  add_policy(inputs, "course");
  return inputs;
}

/// Two worlds of equal luck that pass the months together; what happens is up to the test.
struct TwoWorlds {
  SmallWorld base{inputs_with_policy()};
  SmallWorld other{inputs_with_policy()};
  PairedWorkers paired{base.world, other.world, {.in_base = 1, .in_policy = 1}};

  /// One month in which `happen` changes the worlds.
  template <class Happen>
  void pass_month(Happen&& happen) {
    for (SmallWorld* small : {&base, &other}) next_month(small->world);
    happen();
    paired.follow(base.world, other.world);
    for (SmallWorld* small : {&base, &other}) {
      Displacements& register_ = small->world.displacements;
      register_.month_begin[static_cast<std::size_t>(small->world.step()) + 1] =
          static_cast<std::uint32_t>(register_.events.size());
    }
  }
  void pass_months(int months) {
    for (int i = 0; i < months; ++i) pass_month([] {});
  }
  void displace_in_both(std::size_t first, std::size_t count) {
    for (std::size_t i = first; i < first + count; ++i) {
      displace(base.world, Row{i});
      displace(other.world, Row{i});
    }
  }
  static void place(SmallWorld& small, std::size_t row) {
    small.world.workers.state[Row{row}] = State::employed_tertiary;
  }
  const PairedSum& sum(PairedPopulation population, PairedMeasure measure) const {
    return paired.sums()(population, 0, measure);
  }
};

}  // namespace

TEST_CASE("worlds in which the same happens differ in nothing") {
  TwoWorlds worlds;
  worlds.pass_month([&] { worlds.displace_in_both(0, 10); });
  worlds.pass_months(20);
  worlds.pass_month([&] {
    for (std::size_t i = 0; i < 4; ++i) {
      TwoWorlds::place(worlds.base, i);
      TwoWorlds::place(worlds.other, i);
    }
  });
  worlds.pass_months(60);
  for (const PairedMeasure measure : all_of_enum<PairedMeasure>()) {
    const PairedSum& sum = worlds.sum(displaced, measure);
    CAPTURE(identifier(measure));
    CHECK(sum.persons == 10);
    CHECK(sum.base == sum.policy);
    CHECK(sum.higher == 0);
    CHECK(sum.lower == 0);
  }
  CHECK(worlds.sum(displaced, in_work_12m).base == 0);
  CHECK(worlds.sum(displaced, in_work_36m).base == 4);
  // 4 persons out of work in the months 0 to 20, 6 in all 60.
  CHECK(worlds.sum(displaced, months_without_work).base == 4 * 21 + 6 * 60);
  CHECK(worlds.sum(displaced, months_in_work).base == 4 * 39);
}

TEST_CASE("a policy that places exactly k of the displaced has the effect k") {
  constexpr std::size_t k = 3;
  TwoWorlds worlds;
  worlds.pass_month([&] { worlds.displace_in_both(0, 8); });
  worlds.pass_months(9);
  worlds.pass_month([&] {
    for (std::size_t i = 0; i < k; ++i) TwoWorlds::place(worlds.other, i);
  });
  worlds.pass_months(60);
  for (const PairedMeasure measure : {in_work_12m, in_work_36m, in_work_60m}) {
    const PairedSum& sum = worlds.sum(displaced, measure);
    CHECK(sum.policy - sum.base == k);
    CHECK(sum.higher == k);
    CHECK(sum.lower == 0);
  }
  CHECK(worlds.sum(displaced, in_work_6m).policy == 0);
  // From month 10 to month 59.
  CHECK(worlds.sum(displaced, months_in_work).policy == 50 * k);
  CHECK(worlds.sum(displaced, income).policy > worlds.sum(displaced, income).base);
}

TEST_CASE("who is displaced in one world only is followed in both from that month on") {
  TwoWorlds worlds;
  worlds.pass_month([&] { displace(worlds.base.world, Row{5}); });
  worlds.pass_months(3);
  worlds.pass_month([&] { displace(worlds.other.world, Row{5}); });
  worlds.pass_months(60);
  CHECK(worlds.paired.displaced() == 1);
  CHECK(worlds.sum(displaced, in_work_3m).base == 0);
  CHECK(worlds.sum(displaced, in_work_3m).policy == 1);
  CHECK(worlds.sum(displaced, in_work_3m).higher == 1);
  CHECK(worlds.sum(displaced, in_work_12m).persons == 1);
  CHECK(worlds.sum(displaced, in_work_12m).policy == 0);
}

TEST_CASE("deadweight is who is served and placed in the base world all the same") {
  TwoWorlds worlds;
  worlds.pass_month([&] { worlds.displace_in_both(0, 10); });
  // Rows 0 to 5 are served; of them 0 to 3 find work in either world, 4 only when served.
  worlds.pass_month([&] {
    for (std::size_t i = 0; i < 6; ++i) note_served(worlds.other.world, policy, Row{i});
  });
  worlds.pass_month([&] {
    for (std::size_t i = 0; i < 5; ++i) TwoWorlds::place(worlds.other, i);
    for (std::size_t i = 0; i < 4; ++i) TwoWorlds::place(worlds.base, i);
  });
  worlds.pass_months(60);
  const PairedSum& served = worlds.sum(participants, in_work_12m);
  CHECK(worlds.paired.participants() == 6);
  CHECK(served.persons == 6);
  CHECK(served.base == 4);
  CHECK(served.policy == 5);
}

TEST_CASE("crowding-out is who is not served and loses the place of the base world") {
  TwoWorlds worlds;
  worlds.pass_month([&] { worlds.displace_in_both(0, 10); });
  worlds.pass_month([&] {
    for (std::size_t i = 0; i < 3; ++i) note_served(worlds.other.world, policy, Row{i});
    // Three posts: in the base world they go to the rows 7 to 9, with the policy to those served.
    for (std::size_t i = 0; i < 3; ++i) TwoWorlds::place(worlds.other, i);
    for (std::size_t i = 7; i < 10; ++i) TwoWorlds::place(worlds.base, i);
  });
  worlds.pass_months(60);
  CHECK(worlds.sum(unserved, in_work_12m).persons == 7);
  CHECK(worlds.sum(unserved, in_work_12m).lower == 3);
  CHECK(worlds.sum(unserved, in_work_12m).higher == 0);
  const PairedSum& all = worlds.sum(displaced, in_work_12m);
  CHECK(all.policy - all.base == 0);
}

TEST_CASE("newcomers are participants whom the base world has not served by then") {
  TwoWorlds worlds;
  worlds.pass_month([&] { worlds.displace_in_both(0, 10); });
  worlds.pass_month([&] {
    for (std::size_t i = 0; i < 6; ++i) note_served(worlds.other.world, policy, Row{i});
    for (std::size_t i = 0; i < 2; ++i) note_served(worlds.base.world, policy, Row{i});
    note_served(worlds.base.world, PolicyId{1}, Row{3});
  });
  worlds.pass_months(20);
  worlds.pass_month([&] { note_served(worlds.base.world, policy, Row{5}); });
  worlds.pass_months(40);
  CHECK(worlds.sum(participants, in_work_12m).persons == 6);
  CHECK(worlds.sum(newcomers, in_work_12m).persons == 4);
  CHECK(worlds.sum(newcomers, in_work_36m).persons == 3);
}

TEST_CASE("services of other policies make nobody a participant") {
  TwoWorlds worlds;
  worlds.pass_month([&] { note_served(worlds.other.world, PolicyId{1}, Row{0}); });
  worlds.pass_months(61);
  CHECK(worlds.paired.participants() == 0);
}

TEST_CASE("the groups of a kind sum to everyone") {
  TwoWorlds worlds;
  worlds.pass_month([&] { worlds.displace_in_both(0, 120); });
  worlds.pass_month([&] {
    for (std::size_t i = 0; i < 50; ++i) TwoWorlds::place(worlds.other, i);
  });
  worlds.pass_months(60);
  const GroupList& groups = worlds.paired.groups();
  for (const GroupKind kind : all_of_enum<GroupKind>()) {
    CAPTURE(identifier(kind));
    PairedSum total;
    for (std::size_t i = 0; i < groups.size(kind); ++i) {
      const PairedSum& sum = worlds.paired.sums()(displaced, groups.at(kind, i), in_work_36m);
      total.persons += sum.persons;
      total.policy += sum.policy;
    }
    CHECK(total.persons == 120);
    CHECK(total.policy == 50);
  }
}

TEST_CASE("a horizon beyond the last month is measured for nobody") {
  TwoWorlds worlds;
  worlds.pass_month([&] { worlds.displace_in_both(0, 5); });
  worlds.pass_months(36);
  CHECK(worlds.sum(displaced, in_work_36m).persons == 5);
  CHECK(worlds.sum(displaced, in_work_60m).persons == 0);
  CHECK(worlds.sum(displaced, income).persons == 0);
}

TEST_CASE("an id is found in the row that has it") {
  TwoWorlds worlds;
  Workers& w = worlds.base.world.workers;
  CHECK(row_of(w, 7) == Row{7});
  const Row entrant = w.append(1);
  w.id[entrant] = 4000;
  CHECK(row_of(w, 4000) == entrant);
  CHECK(row_of(w, 3999) == std::nullopt);
  CHECK(row_of(w, 4001) == std::nullopt);
}
