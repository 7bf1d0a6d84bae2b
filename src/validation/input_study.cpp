// Latin hypercube, rank correlations, Sobol indices.
#include "src/validation/input_study.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "base/designs.hpp"
#include "src/validation/figures.hpp"
#include "src/validation/variation.hpp"

namespace jtsim::app {

namespace {

namespace cf = configs;

constexpr double none = std::numeric_limits<double>::quiet_NaN();
/// Scenarios that are in memory at a time.
constexpr std::size_t batch = 48;
/// When unemployment and inequality are looked at.
constexpr int looked_at_year = 2035;

/// Ends the study from inside; never leaves `study_inputs`.
struct StudyStopped {};

/// Figures whose sum is a result, in a run up to `end`.
std::vector<std::string> parts_of(Driven driven, Month start, Month end) {
  const int year = std::min(looked_at_year, end.year());
  switch (driven) {
    case Driven::unemployment:
      return {fmt::format("rate.registered_unemployment.{}", year)};
    case Driven::inequality:
      return {fmt::format("inequality.gini.{}", year)};
    case Driven::cost:
      break;
  }
  std::vector<std::string> parts;
  for (const char* payer : {"central", "region", "insurance_fund"})
    parts.push_back(fmt::format("spending.{}.{}-{}", payer, start.year() + 1, end.year()));
  return parts;
}

/// Ratios of two runs are left out: twice the work for a row.
bool is_studied(const Target& target) {
  return !target.scenario.empty() && !target.outcome.empty() && target.relative_to.empty();
}

/// Rank correlation over the draws that have a result; 0 where nothing varies.
double correlation_with(const std::vector<double>& inputs, const std::vector<double>& results) {
  std::vector<double> x;
  std::vector<double> y;
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (!std::isfinite(results[i])) continue;
    x.push_back(inputs[i]);
    y.push_back(results[i]);
  }
  const double r = rank_correlation(x, y);
  return std::isfinite(r) ? r : 0;
}

class Study {
 public:
  explicit Study(const InputOrder& order)
      : order_(order),
        reference_(load_target_scenario(order.configs, order.scenario)),
        factors_(cf::plausible_factors(reference_.document)) {
    words_.push_back(order.scenario);
    for (const Target& target : order.targets) {
      if (!is_studied(target)) continue;
      if (std::ranges::find(words_, target.scenario) == words_.end())
        words_.push_back(target.scenario);
      wanted_.insert(target.outcome);
    }
    for (const Driven driven : all_of_enum<Driven>()) {
      for (const Month end : {order.end, order.indices_end}) {
        for (std::string& part : parts(driven, end)) wanted_.insert(std::move(part));
      }
    }
  }

  InputStudy run() {
    study_.draws = order_.draws;
    study_.replicates = order_.replicates;
    draw_all();
    for (const Target& target : order_.targets) add_target(target);
    add_drivers();
    if (order_.base_points > 0) add_indices();
    return std::move(study_);
  }

 private:
  /// Figures of all words at all points of a design over `factors`, batch by batch.
  struct Job {
    std::string part;
    const Design& design;
    const std::vector<cf::Factor>& factors;
    std::vector<std::string> words;
    Month end;
    std::uint32_t replicates;
  };

  cf::Scenario load(const Job& job, const std::string& word, std::size_t i) const {
    std::vector<std::string> more;
    for (std::size_t j = 0; j < job.factors.size(); ++j)
      more.push_back(cf::override_at(job.factors[j], job.design.point(i)[j]));
    cf::Scenario scenario = load_target_scenario(order_.configs, word, more);
    if (scenario.document.end <= job.end) return scenario;
    more.push_back("end=" + to_text(job.end));
    return load_target_scenario(order_.configs, word, more);
  }

  std::vector<Measured> simulate(const Job& job) {
    const std::size_t points = job.design.points();
    const std::size_t at_once = std::max<std::size_t>(1, batch / job.words.size());
    const std::size_t all = points * job.words.size() * job.replicates;
    const FigureRuns runs{.replicates = {0, job.replicates},
                          .threads = order_.threads,
                          .wanted = wanted_,
                          .stop = order_.stop};
    std::vector<Measured> measured;
    for (std::size_t begin = 0; begin < points; begin += at_once) {
      std::vector<cf::Scenario> scenarios;
      for (std::size_t i = begin; i < std::min(begin + at_once, points); ++i) {
        for (const std::string& word : job.words) scenarios.push_back(load(job, word, i));
      }
      auto some = measure(scenarios, runs);
      if (!some) throw StudyStopped{};
      for (Measured& one : *some) measured.push_back(std::move(one));
      if (order_.tell) order_.tell(job.part, measured.size() * job.replicates, all);
    }
    return measured;
  }

  /// The sum of figures of the `word`-th scenario by draw and replicate.
  DrawTable table_of(const std::vector<Measured>& measured, std::size_t words, std::size_t word,
                     const std::vector<std::string>& names) const {
    DrawTable table;
    for (std::size_t i = word; i < measured.size(); i += words) {
      std::vector<double> row(order_.replicates, 0);
      for (const std::string& name : names) {
        const auto found = measured[i].figures.find(name);
        for (std::uint32_t r = 0; r < row.size(); ++r) {
          const bool known = found != measured[i].figures.end() && found->second.contains(r);
          row[r] += known ? found->second.at(r) : none;
        }
      }
      table.push_back(std::move(row));
    }
    return table;
  }

  void draw_all() {
    design_ = latin_hypercube(order_.draws, factors_.size(), order_.seed);
    measured_ = simulate({"draws", design_, factors_, words_, order_.end, order_.replicates});
    for (std::size_t i = 0; i < design_.points(); ++i) {
      bool refused = false;
      for (std::size_t w = 0; w < words_.size(); ++w) {
        const std::string& why = measured_[i * words_.size() + w].refusal;
        refused = refused || !why.empty();
        if (!why.empty()) study_.refusal = why;
      }
      study_.refused += refused ? 1U : 0U;
    }
  }

  void add_target(const Target& target) {
    TargetVariation of{.target = target, .variation = {}};
    if (is_studied(target)) {
      const auto word =
          static_cast<std::size_t>(std::ranges::find(words_, target.scenario) - words_.begin());
      const DrawTable table = table_of(measured_, words_.size(), word, {target.outcome});
      of.variation = variation_of(table);
      double accepted = 0;
      for (const double mean : means_of(table))
        accepted += target.row.accepted.contains(mean) ? 1 : 0;
      of.accepted_share = accepted / std::max(1.0, static_cast<double>(of.variation.draws));
    }
    study_.targets.push_back(std::move(of));
  }

  std::vector<std::string> parts(Driven driven, Month end) const {
    return parts_of(driven, reference_.document.start, std::min(end, reference_.document.end));
  }

  void add_drivers() {
    for (const cf::Factor& factor : factors_) study_.drivers.push_back({factor, {}});
    for (const Driven driven : all_of_enum<Driven>()) {
      const DrawTable table = table_of(measured_, words_.size(), 0, parts(driven, order_.end));
      study_.driven[index_of(driven)] = variation_of(table);
      const std::vector<double> results = means_of(table);
      for (std::size_t j = 0; j < factors_.size(); ++j) {
        std::vector<double> inputs;
        for (std::size_t i = 0; i < design_.points(); ++i) inputs.push_back(design_.point(i)[j]);
        study_.drivers[j].correlation[index_of(driven)] = correlation_with(inputs, results);
      }
    }
    std::ranges::stable_sort(study_.drivers, std::ranges::greater{}, &Driver::strongest);
  }

  void add_indices() {
    std::vector<cf::Factor> strongest;
    for (const Driver& driver : study_.drivers) {
      if (strongest.size() < strongest_count) strongest.push_back(driver.factor);
    }
    study_.base_points = order_.base_points;
    const Design design = saltelli_design(order_.base_points, strongest.size(), order_.seed);
    const std::vector<Measured> measured =
        simulate({"indices", design, strongest, {order_.scenario}, order_.indices_end, 1});
    for (const Driven driven : all_of_enum<Driven>()) {
      std::vector<double> results;
      for (const Measured& one : measured) {
        double sum = 0;
        for (const std::string& name : parts(driven, order_.indices_end)) {
          const auto mean = mean_of(one.figures, name);
          sum += mean ? mean->mean : none;
        }
        results.push_back(sum);
      }
      study_.indices[index_of(driven)] = sobol_indices(strongest.size(), results);
    }
  }

  const InputOrder& order_;
  const cf::Scenario reference_;
  const std::vector<cf::Factor> factors_;
  /// Scenarios of all targets; the first is the one whose parameters vary.
  std::vector<std::string> words_;
  std::set<std::string> wanted_;
  Design design_;
  std::vector<Measured> measured_;
  InputStudy study_;
};

}  // namespace

double Driver::strongest() const {
  double most = 0;
  for (const double r : correlation) most = std::max(most, std::fabs(r));
  return most;
}

std::optional<InputStudy> study_inputs(const InputOrder& order) {
  try {
    return Study(order).run();
  } catch (const StudyStopped&) {
    return std::nullopt;
  }
}

}  // namespace jtsim::app
