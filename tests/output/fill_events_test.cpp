// What displacements leave behind in the arrays.
#include <array>

#include <doctest/doctest.h>

#include "output/recorder.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;
using namespace jtsim::output;

TEST_CASE("present values are of displacements that were followed for fifteen years") {
  Inputs inputs = small_inputs();
  inputs.end = Month::of(2036, 12);
  SmallWorld small(inputs);
  World& world = small.world;
  const Layout layout(Axes(inputs, {0, 1}));
  Recorder recorder(layout, 0, KeepRegister::no);
  recorder.record(world);
  while (world.now < inputs.end) {
    next_month(world);
    if (world.now == Month::of(2021, 12)) displace(world, Row{3});
    if (world.now == Month::of(2022, 1)) displace(world, Row{4});
    world.displacements.month_begin[static_cast<std::size_t>(world.step()) + 1] =
        static_cast<std::uint32_t>(world.displacements.events.size());
    recorder.record(world);
  }
  for (Displacement& event : world.displacements.events) {
    event.present_shadow = 1000;
    event.present_income = 400;
  }
  const ReplicateResult result = recorder.finish(world);
  const auto& values = *find_values<std::int64_t>(layout, result, "displacement_present_value");
  std::array<std::int64_t, enum_size<LossQuantity>> sums{};
  for (std::size_t i = 0; i < values.size(); ++i) sums[i % enum_size<LossQuantity>] += values[i];
  CHECK(sums[index_of(LossQuantity::events)] == 1);
  CHECK(sums[index_of(LossQuantity::shadow_fen)] == 1000);
  CHECK(sums[index_of(LossQuantity::income_fen)] == 400);
}
