// Streams parts into the merged file, a group of points at a time.
#include "src/sweep/merge.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/error.hpp"
#include "configs/number_text.hpp"
#include "configs/scenario.hpp"
#include "output/durable_file.hpp"
#include "output/no_value.hpp"
#include "output/sweep_file.hpp"
#include "src/model.hpp"
#include "src/sweep/analyse.hpp"
#include "src/sweep/plan_texts.hpp"
#include "src/sweep/run_reader.hpp"
#include "src/sweep/status.hpp"

namespace jtsim::app {

namespace {

using output::RunState;

// Values of factors as numbers; what is no number counts by its first appearance.
void fill_design(const SweepPlan& plan, output::SweepFileHead& head) {
  const std::size_t factors = plan.factors.size();
  std::vector<std::map<std::string, double>> texts(factors);
  std::vector<std::string> joined(factors);
  std::vector<double> rows;
  for (const std::vector<std::string>& row : plan.values) {
    for (std::size_t i = 0; i < factors; ++i) {
      const auto number = configs::number_from_text(row[i]);
      if (const double* value = std::get_if<double>(&number)) {
        rows.push_back(*value);
        continue;
      }
      const auto [at, is_new] = texts[i].emplace(row[i], static_cast<double>(texts[i].size()));
      if (is_new) joined[i] += (joined[i].empty() ? "" : " | ") + row[i];
      rows.push_back(at->second);
    }
  }
  const std::vector<double>& units = plan.unit_design.coordinates;
  for (std::size_t policy = 0; policy < plan.policies.size(); ++policy) {
    head.design_values.insert(head.design_values.end(), rows.begin(), rows.end());
    head.unit_values.insert(head.unit_values.end(), units.begin(), units.end());
  }
  head.factor_values = std::move(joined);
}

// Where a plan was made and how long it takes moves nothing.
PlanTexts lasting_texts(SweepPlan plan) {
  plan.cost = {};
  plan.runs_per_part = 1;
  return texts_of(plan);
}

output::SweepFileHead head_of(const SweepPlan& plan, const RunReader& reader,
                              configs::SweepKeep keep) {
  output::SweepFileHead head;
  head.name = plan.name;
  head.digest = plan.digest;
  head.program_version = plan.program_version;
  head.git_commit = plan.git_commit;
  head.design_kind = identifier(plan.design.kind);
  PlanTexts texts = lasting_texts(plan);
  head.plan = std::move(texts.plan);
  head.points = std::move(texts.points);
  head.design = std::move(texts.design);
  head.inputs = plan.inputs;
  for (const PlannedFactor& factor : plan.factors) {
    head.factors.push_back(factor.path);
    head.factor_units.push_back(factor.unit);
  }
  fill_design(plan, head);
  for (std::uint64_t point = 0; point < plan.points(); ++point) {
    head.policies.push_back(plan.policies[plan.policy_of(point)].name);
    head.design_rows.push_back(static_cast<std::int32_t>(plan.row_of(point)));
    head.digests.push_back(plan.point_digests[point]);
  }
  head.point_count = plan.points();
  head.replicate_count = plan.replicates;
  head.outcomes = reader.outcome_names();
  head.arrays = plan.arrays;
  head.keeps_runs = keep == configs::SweepKeep::all;
  return head;
}

std::vector<RunState> states_of(const SweepPlan& plan, const PartStore& store) {
  std::vector<RunState> states;
  states.reserve(plan.runs());
  for (std::uint64_t point = 0; point < plan.points(); ++point) {
    for (std::uint32_t replicate = 0; replicate < plan.replicates; ++replicate) {
      const RunPlace& place = store.places[plan.run_of(point, replicate)];
      const RunState done = place.failed != 0 ? RunState::failed : RunState::done;
      states.push_back(place.is_done() ? done : RunState::missing);
    }
  }
  return states;
}

class Merge {
 public:
  Merge(const SweepPlan& plan, const MergeOrder& order, RunReader& reader, output::SweepFile& file)
      : plan_(plan), order_(order), reader_(reader), file_(file) {}

  // False after a request to stop.
  bool write_results() {
    const std::uint64_t group = file_.group_points();
    for (std::uint64_t first = 0; first < plan_.points(); first += group) {
      if (order_.stop.stop_requested()) return false;
      const std::uint64_t last = std::min(plan_.points(), first + group);
      write_outcomes(first, last - first);
      for (std::uint64_t point = first; point < last; ++point) {
        for (std::size_t array = 0; array < plan_.arrays.size(); ++array) write_array(array, point);
      }
    }
    return true;
  }

 private:
  bool has_result(std::uint64_t run) const {
    const RunPlace& place = reader_.store().places[run];
    return place.is_done() && place.failed == 0;
  }

  void write_outcomes(std::uint64_t first, std::uint64_t count) {
    const std::size_t outcomes = reader_.outcome_names().size();
    std::vector<double> values;
    for (std::uint32_t replicate = 0; replicate < plan_.replicates; ++replicate) {
      const std::vector<double> rows = reader_.outcomes(plan_.run_of(first, replicate), count);
      values.insert(values.end(), rows.begin(), rows.end());
      // The last group may be shorter than a chunk.
      values.resize((replicate + 1) * file_.group_points() * outcomes, output::no_value);
    }
    file_.write_outcomes(first, values);
  }

  void write_array(std::size_t array, std::uint64_t point) {
    std::vector<std::vector<double>> runs;
    for (std::uint32_t replicate = 0; replicate < plan_.replicates; ++replicate) {
      const std::uint64_t run = plan_.run_of(point, replicate);
      if (!has_result(run)) continue;
      if (order_.keep == configs::SweepKeep::all) {
        file_.write_array(array, point, replicate, reader_.chunk(run, array));
      } else {
        runs.push_back(reader_.numbers(run, array));
      }
    }
    if (order_.keep == configs::SweepKeep::quantiles && !runs.empty())
      file_.write_array_statistics(array, point, runs);
  }

  const SweepPlan& plan_;
  const MergeOrder& order_;
  RunReader& reader_;
  output::SweepFile& file_;
};

std::vector<output::StoredFailure> failures_of(const SweepDirectory& directory,
                                               const SweepPlan& plan, const PartStore& store) {
  std::vector<output::StoredFailure> failures;
  for (FailedRun& run : failed_runs(directory, plan, store, SIZE_MAX)) {
    failures.push_back({static_cast<std::int32_t>(run.point),
                        static_cast<std::int32_t>(run.replicate), std::move(run.why)});
  }
  return failures;
}

/// Writes nothing where no run has outcomes.
void write_analysis(const SweepPlan& plan, RunReader& reader, const std::stop_token& stop,
                    output::SweepFile& file) {
  if (reader.outcome_names().empty()) return;
  AnalysisOrder wanted;
  wanted.outcomes = {"*"};
  wanted.stop = stop;
  const output::SweepAnalysis analysis = analyse(plan, source_of(reader), wanted);
  std::vector<std::string> policies;
  for (const configs::SweepPolicy& policy : plan.policies) policies.push_back(policy.name);
  if (!stop.stop_requested()) file.write_analysis(analysis, policies);
}

void require_complete(const SweepDirectory& directory, const SweepPlan& plan,
                      const PartStore& store, const MergeOrder& order) {
  require_undamaged(directory, store);
  if (store.done == plan.runs() || (order.is_partial && store.done > 0)) return;
  throw InputError(
      Problem{{directory.path().string(), 0, 0},
              "",
              Sentence(tr("{} of {} runs are missing"), plan.runs() - store.done, plan.runs()),
              Sentence(tr("`jtsim sweep run {}` does them; --partial merges what is "
                          "there"),
                       directory.path().string())});
}

}  // namespace

MergeReport merge(const SweepDirectory& directory, const SweepPlan& plan, const MergeOrder& order) {
  const auto index = open_index(directory, plan);
  const PartStore store = survey(directory, plan, index.get());
  require_complete(directory, plan, store, order);
  MergeReport report{plan.runs(), store.done, store.failed, 0, false};
  RunReader reader(directory, plan, store);
  const configs::Scenario scenario = configs::load_scenario(plan.inputs, plan.overrides_of(0));
  const output::Layout layout = layout_of(scenario, {0, plan.replicates});
  const std::filesystem::path part = output::part_of(order.file);
  const output::QuietHdf5 quiet;
  try {
    output::SweepFile file(part, head_of(plan, reader, order.keep), layout);
    file.write_states(states_of(plan, store), failures_of(directory, plan, store));
    report.stopped = !Merge(plan, order, reader, file).write_results();
    if (!report.stopped) write_analysis(plan, reader, order.stop, file);
    report.stopped = report.stopped || order.stop.stop_requested();
    if (!report.stopped) file.close();
  } catch (const output::Hdf5Failure& failure) {
    const StorageError error = output::storage_error(failure, part);
    output::remove_part(order.file);
    throw error;
  } catch (...) {
    output::remove_part(order.file);
    throw;
  }
  if (report.stopped) {
    output::remove_part(order.file);
    return report;
  }
  output::publish_parts({&order.file, 1});
  report.bytes = std::filesystem::file_size(order.file);
  return report;
}

}  // namespace jtsim::app
