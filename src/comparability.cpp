// Reading stored runs and holding them against each other.
#include "src/comparability.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.hpp"
#include "src/model.hpp"
#include "src/rerun.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;
using agents::Tables;
using agents::World;

/// A variance needs two.
constexpr std::uint32_t fewest_replicates = 2;

Problem not_comparable(const StoredExperiment& experiment, const std::string& key,
                       const Sentence& what, Sentence allowed = {}) {
  return {{.file = experiment.results.string()},
          key,
          {tr("cannot be compared: {}"), what},
          std::move(allowed)};
}

/// Collects what differs between a policy run and the base run.
class Reasons {
 public:
  Reasons(const StoredExperiment& base, const StoredExperiment& policy)
      : base_(base), policy_(policy) {}

  template <class T>
  void require_equal(const std::string& key, const T& base, const T& policy) {
    if (base == policy) return;
    add(key, Sentence(tr("{} here, {} in the base run"), policy, base));
  }
  template <class Rows>
  void require_same_names(const std::string& key, const Rows& base, const Rows& policy) {
    const bool equal = std::ranges::equal(
        base, policy, {}, [](const auto& row) { return row.name.id; },
        [](const auto& row) { return row.name.id; });
    if (!equal) add(key, tr("other names or another order than in the base run"));
  }
  void add(const std::string& key, const Sentence& what) {
    problems_.push_back(
        not_comparable(policy_, key, what, Sentence(tr("run both with the same {}"), key)));
  }
  bool empty() const { return problems_.empty(); }
  void throw_if_any() {
    if (!problems_.empty()) throw InputError(std::move(problems_));
  }

  const StoredExperiment& base() const { return base_; }
  const StoredExperiment& policy() const { return policy_; }

 private:
  const StoredExperiment& base_;
  const StoredExperiment& policy_;
  std::vector<Problem> problems_;
};

void compare_documents(Reasons& reasons) {
  const configs::Document& base = reasons.base().scenario.document;
  const configs::Document& policy = reasons.policy().scenario.document;
  reasons.require_equal("seed", base.seed, policy.seed);
  reasons.require_equal("start", to_text(base.start), to_text(policy.start));
  reasons.require_equal("end", to_text(base.end), to_text(policy.end));
  reasons.require_equal("income.price_year", base.income.price_year, policy.income.price_year);
  const output::Provenance& a = reasons.base().stored.provenance;
  const output::Provenance& b = reasons.policy().stored.provenance;
  reasons.require_equal("generator", a.generator, b.generator);
  reasons.require_equal("stream_rule", a.stream_rule, b.stream_rule);
}

void compare_names(Reasons& reasons) {
  const Tables& base = reasons.base().scenario.inputs.tables;
  const Tables& policy = reasons.policy().scenario.inputs.tables;
  reasons.require_same_names("tables.leagues", base.leagues, policy.leagues);
  reasons.require_same_names("tables.ethnicities", base.ethnicities, policy.ethnicities);
  reasons.require_same_names("tables.occupations", base.occupations, policy.occupations);
  reasons.require_same_names("tables.mines", base.mines, policy.mines);
}

/// What a person is from the start on, whatever happens later.
auto person(const World& world, Row row) {
  const agents::Workers& w = world.workers;
  return std::tuple{w.id[row],        w.birth[row],        w.sex[row],   w.ethnicity[row],
                    w.education[row], w.league[row],       w.mine[row],  w.occupation[row],
                    w.contract[row],  w.relative_pay[row], w.hukou[row], w.category[row]};
}

void compare_workforce(Reasons& reasons, std::uint32_t replicate) {
  const Model base_model(reasons.base().scenario);
  const Model policy_model(reasons.policy().scenario);
  const Luck luck{reasons.base().scenario.document.seed, replicate};
  const World base(reasons.base().scenario.inputs, base_model.balance(), luck);
  const World policy(reasons.policy().scenario.inputs, policy_model.balance(), luck);
  reasons.require_equal("population", base.workers.size(), policy.workers.size());
  if (!reasons.empty()) return;
  std::size_t different = 0;
  for (std::size_t i = 0; i < base.workers.size(); ++i)
    different += person(base, Row{i}) != person(policy, Row{i}) ? 1U : 0U;
  if (different > 0) {
    reasons.add("population", Sentence(tr("{} of the {} workers of the start differ"), different,
                                       base.workers.size()));
  }
}

}  // namespace

StoredExperiment read_experiment(const fs::path& path) {
  std::error_code error;
  const bool is_directory = fs::is_directory(path, error);
  StoredExperiment experiment;
  experiment.results = is_directory ? path / "results.h5" : path;
  experiment.directory = is_directory ? path : path.parent_path();
  experiment.stored = output::read_stored_run(experiment.results);
  experiment.scenario = scenario_of(experiment.stored);
  const configs::ScenarioKind kind = experiment.scenario.document.kind;
  if (kind != configs::ScenarioKind::transition) {
    throw InputError(not_comparable(
        experiment, "kind", Sentence(tr("a run of kind `{}` has no policies"), identifier(kind)),
        Sentence("transition")));
  }
  experiment.totals = output::read_stored_totals(experiment.results, experiment.stored);
  return experiment;
}

output::ReplicateRange common_replicates(const std::vector<StoredExperiment>& experiments) {
  std::uint64_t first = 0;
  std::uint64_t end = UINT32_MAX;
  std::string ranges;
  for (const StoredExperiment& experiment : experiments) {
    const std::uint64_t begins = experiment.stored.replicates.first;
    const std::uint64_t ends = begins + experiment.stored.replicates_complete;
    first = std::max(first, begins);
    end = std::min(end, ends);
    ranges += fmt::format("{}{}-{}", ranges.empty() ? "" : ", ", begins, ends - 1);
  }
  if (end < first + fewest_replicates) {
    throw InputError(
        not_comparable(experiments.back(), "replicates",
                       Sentence(tr("the runs have {} replicates in common (they hold {})"),
                                end > first ? end - first : 0, ranges),
                       Sentence(tr("at least {}"), fewest_replicates)));
  }
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end - first)};
}

void require_comparable(const StoredExperiment& base, const StoredExperiment& policy,
                        std::uint32_t replicate) {
  Reasons reasons(base, policy);
  compare_documents(reasons);
  compare_names(reasons);
  if (reasons.empty()) compare_workforce(reasons, replicate);
  reasons.throw_if_any();
}

void require_reproduced(const StoredExperiment& experiment, const World& world) {
  const auto difference = output::difference_from(experiment.totals, world);
  if (!difference) return;
  const output::Provenance here = output::this_program();
  const output::Provenance& wrote = experiment.stored.provenance;
  throw InputError(not_comparable(
      experiment, "",
      Sentence(tr("running it again gives other numbers ({}); it was written by jtsim {} ({}), "
                  "this is {} ({})"),
               *difference, wrote.program_version, wrote.git_commit, here.program_version,
               here.git_commit),
      tr("run it again with this program")));
}

}  // namespace jtsim::app
