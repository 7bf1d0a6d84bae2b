// Counts what is done.
#include "src/sweep/status.hpp"

#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "output/foreign_input.hpp"
#include "src/progress.hpp"
#include "src/speech.hpp"

namespace jtsim::app {

namespace {

constexpr std::size_t most_told_failures = 20;
constexpr double percent = 100;

}  // namespace

std::vector<FailedRun> failed_runs(const SweepDirectory& directory, const SweepPlan& plan,
                                   const PartStore& store, std::size_t most) {
  std::vector<FailedRun> failed;
  std::map<std::uint32_t, std::vector<std::string>> texts;
  for (std::uint64_t run = 0; run < plan.runs() && failed.size() < most; ++run) {
    const RunPlace& place = store.places[run];
    if (!place.is_done() || place.failed == 0) continue;
    const auto [at, is_new] = texts.try_emplace(place.part);
    if (is_new) {
      const auto path = directory.part(store.parts[place.part].name);
      at->second =
          output::reading(path, [&] { return output::PartReader(path, plan.arrays).failures(); });
    }
    failed.push_back({plan.point_of(run), plan.replicate_of(run), at->second.at(place.row)});
  }
  return failed;
}

SweepStatus status_of(const SweepDirectory& directory, const SweepPlan& plan) {
  const auto index = open_index(directory, plan);
  const PartStore store = survey(directory, plan, index.get());
  SweepStatus status;
  status.points = plan.points();
  status.replicates = plan.replicates;
  status.runs = plan.runs();
  status.done = store.done;
  status.failed = store.failed;
  status.parts = store.parts.size();
  status.bytes = store.bytes();
  status.seconds_per_run =
      store.done > 0 ? store.seconds / static_cast<double>(store.done) : plan.cost.seconds;
  status.seconds_left = status.seconds_per_run * static_cast<double>(plan.runs() - store.done);
  status.running = running_shards(directory.path());
  status.damaged = store.damaged;
  status.failures = failed_runs(directory, plan, store, most_told_failures);
  return status;
}

std::string status_json(const SweepStatus& status) {
  nlohmann::ordered_json json{{"points", status.points},
                              {"replicates", status.replicates},
                              {"runs", status.runs},
                              {"done", status.done},
                              {"failed", status.failed},
                              {"missing", status.runs - status.done},
                              {"parts", status.parts},
                              {"bytes", status.bytes},
                              {"seconds_per_run", status.seconds_per_run},
                              {"thread_seconds_left", status.seconds_left}};
  json["running"] = nlohmann::ordered_json::array();
  for (const RunningShard& shard : status.running)
    json["running"].push_back({{"shard", to_text(shard.shard)}, {"holder", shard.holder}});
  json["damaged"] = nlohmann::ordered_json::array();
  for (const DamagedPart& part : status.damaged)
    json["damaged"].push_back({{"part", part.name}, {"why", part.why}});
  json["failures"] = nlohmann::ordered_json::array();
  for (const FailedRun& run : status.failures) {
    json["failures"].push_back(
        {{"point", run.point}, {"replicate", run.replicate}, {"why", run.why}});
  }
  return json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string status_text(const SweepStatus& status, Language language) {
  std::string text =
      say(language,
          tr("{} points x {} replicates = {} runs: {} done ({:.1f} %), {} of them "
             "failed, {} left\n"),
          status.points, status.replicates, status.runs, status.done,
          percent * static_cast<double>(status.done) / static_cast<double>(status.runs),
          status.failed, status.runs - status.done);
  text += say(language, tr("{} parts, {} bytes; {} a run, {} left on one thread\n"), status.parts,
              status.bytes, duration_text(status.seconds_per_run, language),
              duration_text(status.seconds_left, language));
  for (const RunningShard& shard : status.running) {
    text += say(language, tr("shard {} is being run by {}\n"), to_text(shard.shard), shard.holder);
  }
  for (const DamagedPart& part : status.damaged)
    text += say(language, tr("damaged: {}\n"), part.why);
  for (const FailedRun& run : status.failures) {
    text += say(language, tr("failed: point {}, replicate {}: {}\n"), run.point, run.replicate,
                run.why);
  }
  return text;
}

}  // namespace jtsim::app
