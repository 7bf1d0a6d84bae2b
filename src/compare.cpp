// The paired runs of a comparison.
#include "src/compare.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "agents/paired_workers.hpp"
#include "base/parallel.hpp"
#include "src/replicates.hpp"
#include "src/schedule.hpp"

namespace jtsim::app {

namespace {

using agents::PairedWorkers;
using agents::RegionAccount;
using agents::World;

/// One scenario's world with its account.
struct RunningWorld {
  RunningWorld(const Model& given, std::uint32_t replicate)
      : model(given),
        world(given.scenario().inputs, given.balance(),
              {given.scenario().document.seed, replicate}) {}

  void pass_month() {
    run_month(world, model.policies(), transitions);
    account.pass_month(world);
  }

  const Model& model;
  World world;
  RegionAccount account;
  std::vector<agents::Transition> transitions;
};

output::PairedSide side_of(RunningWorld& run, const PairedWorkers& paired) {
  return {.totals = run.account.close(run.world),
          .sums = paired.sums(),
          .displaced = paired.displaced(),
          .participants = paired.participants(),
          .unmatched_displaced = paired.unmatched_displaced(),
          .unmatched_participants = paired.unmatched_participants()};
}

std::string name_of(const std::filesystem::path& directory) {
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::weakly_canonical(directory, error);
  return (error ? directory : whole).filename().string();
}

output::ComparedRun compared_run(const StoredExperiment& experiment) {
  const configs::Document& document = experiment.scenario.document;
  return {.name = name_of(experiment.directory),
          .directory = experiment.directory.string(),
          .label_zh = document.label_zh,
          .label_en = document.label_en,
          .scenario_digest = experiment.scenario.digest,
          .differences = {}};
}

/// Equal names get numbers: push, push_2.
void make_unique(std::vector<output::ComparedRun>& runs) {
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::string name = runs[i].name;
    const auto is_taken = [&] {
      return std::any_of(runs.begin(), runs.begin() + static_cast<std::ptrdiff_t>(i),
                         [&](const output::ComparedRun& run) { return run.name == runs[i].name; });
    };
    for (int number = 2; is_taken(); ++number) runs[i].name = fmt::format("{}_{}", name, number);
  }
}

/// The models of an order, with the policies that its policy runs change.
struct Models {
  std::vector<std::unique_ptr<Model>> models;
  std::vector<PolicySide> sides;

  explicit Models(const CompareOrder& order) {
    const configs::Scenario& base = order.experiments.front().scenario;
    for (const StoredExperiment& experiment : order.experiments) {
      models.push_back(std::make_unique<Model>(experiment.scenario));
      if (models.size() == 1) continue;
      const auto differences = configs::differences_between(base, experiment.scenario);
      sides.push_back({models.back().get(),
                       {configs::bits_of_changed(differences, base),
                        configs::bits_of_changed(differences, experiment.scenario)}});
    }
  }
};

}  // namespace

std::optional<output::PairedReplicate> run_pair(
    const Model& base, const std::vector<PolicySide>& sides, std::uint32_t replicate,
    const Observation& observation, const std::function<void(const WorldsAtEnd&)>& look) {
  std::vector<std::unique_ptr<RunningWorld>> runs;
  runs.push_back(std::make_unique<RunningWorld>(base, replicate));
  const World& base_world = runs.front()->world;
  std::vector<PairedWorkers> pairs;
  for (const PolicySide& side : sides) {
    runs.push_back(std::make_unique<RunningWorld>(*side.model, replicate));
    pairs.emplace_back(base_world, runs.back()->world, side.changed);
  }
  while (base_world.now < base.scenario().inputs.end) {
    if (observation.stop.stop_requested()) return std::nullopt;
    for (const auto& run : runs) run->pass_month();
    for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i].follow(base_world, runs[i + 1]->world);
    if (observation.months_done != nullptr) *observation.months_done += runs.size();
  }
  WorldsAtEnd worlds;
  for (const auto& run : runs) worlds.push_back(&run->world);
  look(worlds);
  output::PairedReplicate result{replicate, runs.front()->account.close(base_world), {}};
  for (std::size_t i = 0; i < pairs.size(); ++i)
    result.sides.push_back(side_of(*runs[i + 1], pairs[i]));
  return result;
}

CompareOrder compare_order(const std::filesystem::path& base,
                           const std::vector<std::filesystem::path>& policies) {
  CompareOrder order;
  order.experiments.push_back(read_experiment(base));
  for (const std::filesystem::path& policy : policies)
    order.experiments.push_back(read_experiment(policy));
  order.replicates = common_replicates(order.experiments);
  for (std::size_t i = 1; i < order.experiments.size(); ++i)
    require_comparable(order.experiments.front(), order.experiments[i], order.replicates.first);
  return order;
}

output::ComparisonPlan plan_of(const CompareOrder& order) {
  const StoredExperiment& base = order.experiments.front();
  const configs::Document& document = base.scenario.document;
  output::ComparisonPlan plan;
  plan.base = compared_run(base);
  plan.replicates = order.replicates;
  plan.seed = document.seed;
  plan.years = output::year_ends(document.start, document.end);
  plan.groups = output::group_names(base.scenario.inputs.tables);
  plan.price_year = document.income.price_year;
  plan.minimum_group = document.output.minimum_group;
  for (std::size_t i = 1; i < order.experiments.size(); ++i) {
    const configs::Scenario& policy = order.experiments[i].scenario;
    plan.policies.push_back(compared_run(order.experiments[i]));
    plan.policies.back().differences = configs::differences_between(base.scenario, policy);
    plan.minimum_group = std::max(plan.minimum_group, policy.document.output.minimum_group);
  }
  make_unique(plan.policies);
  return plan;
}

Workload workload_of(const CompareOrder& order) {
  const configs::Document& document = order.experiments.front().scenario.document;
  const auto months = static_cast<std::uint64_t>(document.end - document.start);
  return {order.replicates.count, months * order.experiments.size() * order.replicates.count};
}

bool compare(const CompareOrder& order, output::Comparison& comparison, std::stop_token stop,
             Progress& progress) {
  const Models models(order);
  const std::uint32_t crew = std::min(order.threads, order.replicates.count);
  const std::size_t threads_inside = std::max<std::size_t>(1, order.threads / crew);
  const Observation observation{stop, &progress.months_done};
  const auto check = [&](const WorldsAtEnd& worlds) {
    for (std::size_t i = 0; i < worlds.size(); ++i)
      require_reproduced(order.experiments[i], *worlds[i]);
  };
  ReplicateWork work;
  work.run = [&](std::uint32_t replicate) {
    std::optional<output::PairedReplicate> result;
    ThreadLimit(threads_inside).run([&] {
      result = run_pair(*models.models.front(), models.sides, replicate, observation, check);
    });
    if (!result) return Outcome::given_up;
    comparison.add(*result);
    ++progress.replicates_done;
    return Outcome::done;
  };
  work.release = [] {};
  work.look = [&] { progress.look(); };
  run_replicates(order.replicates, crew, work, stop);
  return comparison.values().size() == order.replicates.count;
}

}  // namespace jtsim::app
