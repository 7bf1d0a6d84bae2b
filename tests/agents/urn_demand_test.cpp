// The kind `urn`: shapes of demand, hazards, and the sine they rest on.
#include "agents/urn_demand.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "agents/urn.hpp"
#include "base/sine.hpp"

using namespace jtsim;
using namespace jtsim::agents;

TEST_CASE("demand follows its shape") {
  TargetDemand::Given given{SigmoidDemand{100, 30, 0.9999, ""}, 6.75, {100, 300}, {0.5, 0}, {}};
  TargetDemand sigmoid(given);
  const auto at = [](TargetDemand& demand, int step) {
    demand.move_to(step);
    return std::vector<double>(demand.now().begin(), demand.now().end());
  };
  CHECK(at(sigmoid, 99) == given.at_start);
  // Half of T = 30 x 52 / 6.75 steps after the start half of the change is reached.
  const double factor = 400.0 / 350;
  CHECK(at(sigmoid, 100)[0] == doctest::Approx(100 + (50 * factor - 100) * 0.0001).epsilon(1e-9));
  at(sigmoid, 215);
  const auto before = sigmoid.now()[0];
  at(sigmoid, 216);
  const double middle = 100 + (50 * factor - 100) / 2;
  CHECK(before > middle);
  CHECK(sigmoid.now()[0] < middle);
  const auto end = at(sigmoid, 5'000);
  CHECK(end[0] == doctest::Approx(50 * factor));
  CHECK(end[1] == doctest::Approx(300 * factor));

  given.demand = SineDemand{0, 6.75 * 4 / 52, 0.1};
  TargetDemand sine(given);
  CHECK(at(sine, 0)[0] == doctest::Approx(100));
  CHECK(at(sine, 1)[0] == doctest::Approx(110));
  CHECK(at(sine, 3)[1] == doctest::Approx(270));

  const std::vector<DemandPoint> points{{2, 1, 7}, {5, 1, 9}};
  given.demand = TableDemand{};
  given.points = points;
  TargetDemand table(given);
  CHECK(at(table, 1)[1] == 300);
  CHECK(at(table, 4)[1] == 7);
  CHECK(at(table, 4)[0] == 100);
  CHECK(at(table, 9)[1] == 9);
}

TEST_CASE("hazards are those of the source and stay probabilities") {
  UrnSettings settings;
  const UrnHazards surplus = urn_hazards(settings, 100, 10, 60);
  CHECK(surplus.separation == doctest::Approx(0.016 + 0.984 * 0.16 * 50 / 100));
  CHECK(surplus.opening == doctest::Approx(0.012));
  const UrnHazards missing = urn_hazards(settings, 100, 10, 160);
  CHECK(missing.separation == doctest::Approx(0.016));
  CHECK(missing.opening == doctest::Approx(0.012 + 0.988 * 0.16 * 50 / 100));
  CHECK(urn_hazards(settings, 10, 0, 1e9).opening == 1);
  CHECK(urn_hazards(settings, 0, 5, 10).opening == 0);
}

TEST_CASE("the sine agrees with the library's") {
  for (double x = -3; x < 3; x += 0.0173)
    CHECK(std::abs(sine_of_turns(x) - std::sin(2 * std::acos(-1.0) * x)) < 1e-14);
  CHECK(sine_of_turns(0.25) == doctest::Approx(1));
  CHECK(sine_of_turns(0.75) == doctest::Approx(-1));
}
