// The balance of the background: exact totals, and flows that leave every cell as it is.
#include "agents/balance.hpp"

#include <cmath>
#include <numeric>

#include <doctest/doctest.h>

#include "agents/applicants.hpp"
#include "base/error.hpp"
#include "tests/support/market_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

double sum(const auto& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// Hundred times the persons of `market_inputs`, so that whole numbers are no coarse rounding.
Inputs large_inputs() {
  Inputs inputs = market_inputs();
  for (SectorRow& sector : inputs.tables.sectors.values) sector.employment *= 100;
  inputs.settings.population.registered_unemployed *= 100;
  return inputs;
}

struct Fixture {
  Inputs inputs = large_inputs();
  Balance found = balance(inputs);
  std::vector<double> separations = expected_separations(found);
  std::vector<double> vacancies{found.vacancies.begin(), found.vacancies.end()};
  std::vector<double> searchers{found.unemployed.begin(), found.unemployed.end()};
  ApplicantFlows flows;

  Fixture() {
    for (std::size_t cell = 0; cell < searchers.size(); ++cell) {
      searchers[cell] += separations[cell];
    }
  }
  double intensity() const { return inputs.settings.search.search_intensity; }
  /// Expected hires by cell when everybody's number is multiplied by `factor`.
  std::vector<double> hires(double factor = 1) {
    std::vector<double> scaled = searchers;
    for (double& s : scaled) s *= factor;
    set_flows(found.weights, {vacancies, scaled}, intensity(), flows);
    std::vector<double> result;
    for (std::size_t cell = 0; cell < vacancies.size(); ++cell) {
      result.push_back(vacancies[cell] * chance_of_applicant(flows.per_vacancy[cell]));
    }
    return result;
  }
};

}  // namespace

TEST_CASE("employed, unemployed and separations meet their totals exactly") {
  const Fixture f;
  EnumArray<Sector, double> employed{};
  for (std::size_t cell = 0; cell < f.found.employed.size(); ++cell) {
    const std::size_t occupation = f.found.weights.cells.occupation(cell).index();
    employed[f.inputs.tables.occupations[occupation].sector] += f.found.employed[cell];
  }
  for (const Sector sector : all_of_enum<Sector>()) {
    const double wanted = sector == Sector::mining ? 0 : f.inputs.tables.sectors[sector].employment;
    CHECK(employed[sector] == wanted);
  }
  const PopulationSettings& population = f.inputs.settings.population;
  CHECK(sum(f.found.unemployed) == population.registered_unemployed);
  CHECK(sum(f.separations) ==
        doctest::Approx(population.reemployment_per_month * population.registered_unemployed));
}

TEST_CASE("separation hazards are proportional to weight, factor and urban share") {
  const Fixture f;
  const Tables& tables = f.inputs.tables;
  const Cells& cells = f.found.weights.cells;
  const std::size_t clerks = cells(clerk, LeagueId{0});
  const std::size_t fitter = cells(OccupationId{4}, LeagueId{2});
  const auto relative = [&](std::size_t cell) {
    const Occupation& job = tables.occupations[cells.occupation(cell).index()];
    const SectorRow& sector = tables.sectors[job.sector];
    return sector.separation_weight * job.separation_factor * sector.urban_share;
  };
  CHECK(f.found.separation[fitter] / f.found.separation[clerks] ==
        doctest::Approx(relative(fitter) / relative(clerks)));
}

TEST_CASE("in every cell expected hires equal separations") {
  Fixture f;
  const std::vector<double> hires = f.hires();
  for (std::size_t cell = 0; cell < hires.size(); ++cell) {
    // Half a vacancy and half a searcher of rounding in every cell.
    CHECK(std::abs(hires[cell] - f.separations[cell]) < 1 + 1e-3 * f.separations[cell]);
  }
  CHECK(sum(hires) == doctest::Approx(sum(f.separations)).epsilon(1e-4));
}

TEST_CASE("from every cell as many find work as lose it") {
  Fixture f;
  f.hires();
  std::vector<double> finding(f.searchers.size());
  ApplicantFlows scratch;
  job_finding(f.found.weights, f.flows, f.intensity(), scratch, finding);
  for (std::size_t cell = 0; cell < finding.size(); ++cell) {
    const double found = f.searchers[cell] * finding[cell];
    CHECK(std::abs(found - f.separations[cell]) < 1 + 1e-3 * f.separations[cell]);
  }
}

TEST_CASE("hires respond to searchers with an elasticity between 0.4 and 0.6") {
  Fixture f;
  constexpr double step = 1.01;
  const double response = std::log(sum(f.hires(step)) / sum(f.hires(1 / step)));
  const double elasticity = response / std::log(step * step);
  CHECK(elasticity > 0.4);
  CHECK(elasticity < 0.6);
}

TEST_CASE("mining cells hold no background") {
  const Fixture f;
  for (std::size_t cell = 0; cell < f.separations.size(); ++cell) {
    if (f.found.weights.is_open_to_background(cell)) continue;
    CHECK(f.found.employed[cell] == 0);
    CHECK(f.found.unemployed[cell] == 0);
    CHECK(f.found.vacancies[cell] == 0);
    CHECK(f.found.separation[cell] == 0);
  }
}

TEST_CASE("too few applications for the flow into work are refused") {
  Inputs inputs = market_inputs();
  inputs.settings.search.search_intensity = 0.034;  // 0.036 / 1.036 = 0.0347 would be needed
  CHECK_THROWS_AS(balance(inputs), InputError);
  inputs.settings.search.search_intensity = 0.036;
  CHECK_NOTHROW(balance(inputs));
}

TEST_CASE("where nearly every application must succeed there is a balance or a refusal") {
  Inputs inputs = market_inputs();
  for (int i = 0; i < 60; ++i) {
    inputs.settings.search.search_intensity = 0.0346 + 0.00002 * i;
    CAPTURE(inputs.settings.search.search_intensity);
    try {
      const Balance found = balance(inputs);
      CHECK(std::accumulate(found.unemployed.begin(), found.unemployed.end(), 0L) ==
            std::lround(inputs.settings.population.registered_unemployed));
    } catch (const InputError&) {
    }
  }
}

TEST_CASE("the same inputs give the same balance to the last bit") {
  const Inputs inputs = market_inputs();
  const Balance one = balance(inputs);
  const Balance two = balance(inputs);
  CHECK(one.unemployed == two.unemployed);
  CHECK(one.vacancies == two.vacancies);
  CHECK(one.separation == two.separation);
}

TEST_CASE("where no job is lost the unemployed stay, like the employed, without vacancies") {
  Inputs inputs = market_inputs();
  inputs.settings.population.reemployment_per_month = 0;
  const Balance found = balance(inputs);
  CHECK(sum(found.vacancies) == 0);
  CHECK(sum(found.unemployed) == inputs.settings.population.registered_unemployed);
  for (std::size_t cell = 0; cell < found.employed.size(); ++cell) {
    const double share = found.employed[cell] / sum(found.employed);
    CHECK(std::abs(found.unemployed[cell] - share * sum(found.unemployed)) < 1);
  }
}
