// The urn model against its closed form and its published figures.
#include "src/validation/urn_checks.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "agents/urn_expected.hpp"
#include "agents/urn_population.hpp"
#include "base/parallel.hpp"
#include "output/summary.hpp"

namespace jtsim::app {

namespace {

using agents::UrnInputs;
using agents::UrnRate;

constexpr double percent = 100;
constexpr double exact = 1e-4;
/// Half a unit of the last printed digit.
constexpr double printed = 5e-4;
constexpr std::uint32_t runs = 10;
constexpr const char* paper = "del Rio-Chanona et al. 2021";

agents::UrnHistory followed(auto engine, int steps) {
  agents::UrnHistory history;
  for (int step = 0; step < steps; ++step) {
    engine.advance();
    history.add(engine.stocks(), engine.long_term_unemployed());
  }
  return history;
}

agents::UrnHistory expected_history(UrnInputs inputs, int steps) {
  inputs.settings.mode = agents::UrnMode::expected;
  return followed(agents::UrnExpectation(inputs), steps);
}

/// In per cent, at the end of a step.
double rate_at(const agents::UrnHistory& history, UrnRate rate, int step) {
  const auto row = static_cast<std::size_t>(step) * enum_size<UrnRate>;
  return percent * history.rates[row + index_of(rate)];
}

/// Mean unemployment in per cent over the steps from `first` to `last`.
double mean_unemployment(const agents::UrnHistory& history, int first, int last) {
  double sum = 0;
  for (int step = first; step <= last; ++step) sum += rate_at(history, UrnRate::unemployment, step);
  return sum / (last - first + 1);
}

/// That of ten runs of persons.
output::Statistics mean_of_runs(UrnInputs inputs, std::uint64_t seed, int first, int last) {
  inputs.settings.mode = agents::UrnMode::agents;
  std::vector<double> means(runs);
  parallel_blocks(runs, 1, [&](const Block& block) {
    const Luck luck{seed, static_cast<std::uint32_t>(block.index)};
    const auto history = followed(agents::UrnPopulation(inputs, luck), last + 1);
    means[block.index] = mean_unemployment(history, first, last);
  });
  return output::statistics_of(std::move(means));
}

/// The same workers in occupations of sizes 1, 2, 3, ...
UrnInputs divided(const UrnInputs& inputs, std::size_t occupations) {
  UrnInputs many = inputs;
  const agents::UrnOccupation whole = inputs.occupations.front();
  many.occupations.assign(occupations, whole);
  const auto n = static_cast<double>(occupations);
  for (std::size_t i = 0; i < occupations; ++i)
    many.occupations[i].employment *= static_cast<double>(i + 1) / (n * (n + 1) / 2);
  return many;
}

Finding row(std::string id, Sentence what, double value, Interval accepted) {
  return {.id = std::move(id),
          .what = std::move(what),
          .unit = "%",
          .value = value,
          .accepted = accepted,
          .note = paper};
}

void add_closed_form(Findings& findings, const UrnInputs& inputs) {
  constexpr int settled = 300;
  const std::size_t n = inputs.count();
  const auto history = expected_history(inputs, settled + 1);
  const auto add = [&](UrnRate rate, double closed_form) {
    findings.push_back(
        row(fmt::format("V1.expected.{}.n{}", identifier(rate), n),
            {n == 1 ? tr("equations of {} occupation: {}") : tr("equations of {} occupations: {}"),
             n, label(rate)},
            rate_at(history, rate, settled), around(closed_form, exact)));
  };
  add(UrnRate::unemployment, 4.1066);
  add(UrnRate::vacancy, 1.7219);
  add(UrnRate::long_term_unemployment, 1.0092);
}

}  // namespace

Findings check_one_pool_equations(const UrnInputs& inputs) {
  Findings findings;
  add_closed_form(findings, inputs);
  constexpr std::size_t several = 7;
  add_closed_form(findings, divided(inputs, several));
  return findings;
}

Findings check_one_pool_persons(const UrnInputs& inputs, std::uint64_t seed) {
  constexpr int first = 150;
  constexpr int last = 399;
  const output::Statistics mean = mean_of_runs(inputs, seed, first, last);
  Finding found =
      row("V1.agents.unemployment", tr("persons of one occupation: mean unemployment of 10 runs"),
          mean.mean, around(4.107, 0.03));
  found.standard_error = mean.standard_error;
  found.spread = Interval{mean.q05, mean.q95};
  return {std::move(found)};
}

Findings check_shock_equations(const UrnInputs& inputs) {
  constexpr int steps = 600;
  constexpr int before = 99;
  const auto history = expected_history(inputs, steps);
  int peak = before;
  double vacancies = 0;
  for (int step = before; step < steps; ++step) {
    if (rate_at(history, UrnRate::unemployment, step) >
        rate_at(history, UrnRate::unemployment, peak))
      peak = step;
    vacancies = std::max(vacancies, rate_at(history, UrnRate::vacancy, step));
  }
  Findings findings;
  findings.push_back(row("V2.expected.before", tr("equations: unemployment before the shock"),
                         rate_at(history, UrnRate::unemployment, before), around(4.107, printed)));
  findings.push_back(row("V2.expected.peak", tr("equations: highest unemployment"),
                         rate_at(history, UrnRate::unemployment, peak), around(4.728, printed)));
  findings.push_back(
      row("V2.expected.peak_step", tr("equations: step of the peak"), peak, around(222, 0)));
  findings.back().unit = "step";
  findings.push_back(row("V2.expected.end", tr("equations: unemployment at 599"),
                         rate_at(history, UrnRate::unemployment, steps - 1),
                         around(4.1066, exact)));
  findings.push_back(row("V2.expected.vacancy_peak", tr("equations: highest vacancy rate"),
                         vacancies, around(2.384, printed)));
  return findings;
}

Findings check_shock_persons(const UrnInputs& inputs, std::uint64_t seed) {
  constexpr int first = 206;
  constexpr int last = 240;
  const output::Statistics mean = mean_of_runs(inputs, seed, first, last);
  Finding found = row("V2.agents.peak",
                      tr("1.4 million persons: mean unemployment of 10 runs in steps 206-240"),
                      mean.mean, around(4.63, 0.02));
  found.standard_error = mean.standard_error;
  found.spread = Interval{mean.q05, mean.q95};
  return {std::move(found)};
}

}  // namespace jtsim::app
