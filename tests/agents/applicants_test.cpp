// Factorised flows of applications against the sum over all pairs of cells.
#include "agents/applicants.hpp"

#include <cmath>
#include <numeric>

#include <doctest/doctest.h>

#include "tests/support/market_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

constexpr double intensity = 0.06;

struct Fixture {
  Inputs inputs = market_inputs();
  MarketWeights weights = market_weights(inputs);
  std::vector<double> vacancies;
  std::vector<double> unemployed;
  ApplicantFlows flows;

  Fixture() {
    for (std::size_t cell = 0; cell < weights.cells.count(); ++cell) {
      vacancies.push_back(static_cast<double>(5 + cell * 7 % 11));
      unemployed.push_back(static_cast<double>(100 + cell * 13 % 29));
    }
    set();
  }
  void set() { set_flows(weights, {vacancies, unemployed}, intensity, flows); }

  /// Weight of the market `to` for a searcher of the cell `from`, from the tables.
  double weight(std::size_t from, std::size_t to) const {
    const Cells& cells = weights.cells;
    const Occupation& job = inputs.tables.occupations[cells.occupation(to).index()];
    if (job.sector == Sector::mining) return 0;
    const double pay = job.base_pay * inputs.tables.leagues[cells.league(to).index()].pay_factor;
    return vacancies[to] *
           inputs.tables.proximity(cells.occupation(from).index(), cells.occupation(to).index()) *
           weights.reach(cells.league(from).index(), cells.league(to).index()) *
           std::pow(pay, inputs.settings.search.attraction_elasticity);
  }

  /// Probability that a searcher of `from` applies to `to`.
  double chance(std::size_t from, std::size_t to) const {
    double total = 0;
    for (std::size_t any = 0; any < vacancies.size(); ++any) total += weight(from, any);
    return intensity * weight(from, to) / total;
  }
};

}  // namespace

TEST_CASE("each vacancy expects the applicants that the sum over all origins gives") {
  const Fixture f;
  for (std::size_t to = 0; to < f.vacancies.size(); ++to) {
    double applicants = 0;
    for (std::size_t from = 0; from < f.vacancies.size(); ++from) {
      applicants += f.unemployed[from] * f.chance(from, to);
    }
    CHECK(f.flows.per_vacancy[to] == doctest::Approx(applicants / f.vacancies[to]).epsilon(1e-12));
  }
}

TEST_CASE("all applications arrive somewhere, none of them in a mine") {
  const Fixture f;
  double arriving = 0;
  for (std::size_t cell = 0; cell < f.vacancies.size(); ++cell) {
    arriving += f.vacancies[cell] * f.flows.per_vacancy[cell];
    if (!f.weights.is_open_to_background(cell)) CHECK(f.flows.per_vacancy[cell] == 0);
  }
  const double sent = intensity * std::accumulate(f.unemployed.begin(), f.unemployed.end(), 0.0);
  CHECK(arriving == doctest::Approx(sent).epsilon(1e-12));
}

TEST_CASE("as many find work as vacancies are filled") {
  Fixture f;
  std::vector<double> finding(f.vacancies.size());
  ApplicantFlows scratch;
  job_finding(f.weights, f.flows, intensity, scratch, finding);
  double hired = 0;
  double found = 0;
  for (std::size_t cell = 0; cell < f.vacancies.size(); ++cell) {
    hired += f.vacancies[cell] * (1 - std::exp(-f.flows.per_vacancy[cell]));
    found += f.unemployed[cell] * finding[cell];
  }
  CHECK(found == doctest::Approx(hired).epsilon(1e-12));
}

TEST_CASE("without vacancies nobody applies and nobody finds work") {
  Fixture f;
  f.vacancies.assign(f.vacancies.size(), 0);
  f.set();
  std::vector<double> finding(f.vacancies.size(), -1);
  ApplicantFlows scratch;
  job_finding(f.weights, f.flows, intensity, scratch, finding);
  for (std::size_t cell = 0; cell < f.vacancies.size(); ++cell) {
    CHECK(f.flows.per_vacancy[cell] == 0);
    CHECK(finding[cell] == 0);
  }
}

TEST_CASE("the widest tables that may be loaded give the same flows as the sum over pairs") {
  Fixture f;
  Tables& tables = f.inputs.tables;
  const std::vector<Occupation> few = tables.occupations;
  while (tables.occupations.size() < most_occupations) {
    tables.occupations.push_back(few[tables.occupations.size() % few.size()]);
  }
  const Matrix small = tables.proximity;
  const std::size_t n = most_occupations;
  tables.proximity = {n, std::vector<double>(n * n)};
  for (std::size_t k = 0; k < n * n; ++k) {
    tables.proximity.values[k] = small(k / n % few.size(), k % n % few.size());
  }
  f.weights = market_weights(f.inputs);
  f.vacancies.assign(f.weights.cells.count(), 2);
  f.unemployed.assign(f.weights.cells.count(), 10);
  f.set();
  for (const std::size_t to : {n, 3 * n - 1}) {
    double applicants = 0;
    for (std::size_t from = 0; from < few.size() * 3; ++from) {
      const std::size_t copies = n / few.size() + (from / 3 < n % few.size() ? 1 : 0);
      applicants += static_cast<double>(copies) * f.unemployed[from] * f.chance(from, to);
    }
    CHECK(f.flows.per_vacancy[to] == doctest::Approx(applicants / f.vacancies[to]).epsilon(1e-10));
  }
}
