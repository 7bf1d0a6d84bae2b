// The crew works through the missing runs; blocks are committed as they fill.
#include "src/sweep/run_sweep.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "output/directory_files.hpp"
#include "src/replicates.hpp"
#include "src/sweep/block_commit.hpp"
#include "src/sweep/part_store.hpp"
#include "src/sweep/point.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

// After a request to stop, runs that end within this time still count; five seconds are promised
// for all.
constexpr auto grace = 3s;
constexpr std::size_t most_told_failures = 5;

// What is damaged makes way for a new part.
void set_aside(const SweepDirectory& directory, const PartStore& store, const SweepWatch& watch) {
  for (const DamagedPart& part : store.damaged) {
    const fs::path path = directory.part(part.name);
    fs::path aside = path;
    aside += ".damaged";
    std::error_code error;
    fs::rename(path, aside, error);
    if (error) throw StorageError(tr("set aside"), path, 0, error.value());
    watch.warn(fmt::format("{} (set aside as {}; its runs are done again)", part.why,
                           aside.filename().string()));
  }
}

// What a killed process of this shard left half written.
void remove_leftovers(const SweepDirectory& directory, const Shard& shard) {
  constexpr std::string_view suffix = ".part";
  std::vector<fs::path> leftovers;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory.parts())) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(suffix)) continue;
    const auto number = part_number(name.substr(0, name.size() - suffix.size()));
    if (number && shard.has_block(number->block)) leftovers.push_back(entry.path());
  }
  std::error_code ignored;
  for (const fs::path& path : leftovers) fs::remove(path, ignored);
}

// One process at work on one shard.
class ShardRun {
 public:
  ShardRun(const SweepDirectory& directory, const SweepPlan& plan, const SweepOrder& order,
           const SweepWatch& watch)
      : directory_(directory),
        plan_(plan),
        order_(order),
        watch_(watch),
        lock_(directory.path(), order.shard),
        models_(plan),
        choices_(plan.outcomes) {}

  SweepReport run() {
    if (lock_.left_by()) {
      watch_.warn(
          fmt::format("{} was killed while it ran this shard; going on from what it "
                      "committed",
                      to_text(*lock_.left_by())));
    }
    output::made_directory(directory_.parts());
    remove_leftovers(directory_, order_.shard);
    const auto index = open_index(directory_, plan_);
    const PartStore store = survey(directory_, plan_, index.get());
    set_aside(directory_, store, watch_);
    collect_missing(store);
    BlockCommit commit(directory_, plan_, missing_, store, index.get());
    work_through(commit);
    report_.done += commit.committed();
    report_.done_now = commit.committed();
    report_.failed += watch_.progress.failed;
    return std::move(report_);
  }

 private:
  void collect_missing(const PartStore& store) {
    for (std::uint64_t run = 0; run < plan_.runs(); ++run) {
      if (!order_.shard.has_block(plan_.block_of(run))) continue;
      ++report_.runs;
      const RunPlace& place = store.places[run];
      const bool again = place.failed != 0 && order_.retries_failed;
      if (!place.is_done() || again) {
        missing_.push_back(run);
        continue;
      }
      ++report_.done;
      report_.failed += place.failed;
    }
    watch_.progress.runs = report_.runs;
    watch_.progress.done_before = report_.done;
  }

  void work_through(BlockCommit& commit) {
    if (missing_.empty()) return;
    const auto started = Clock::now();
    const auto count = static_cast<std::uint32_t>(missing_.size());
    const std::uint32_t crew = std::min(order_.threads, count);
    const std::size_t threads_inside = std::max<std::size_t>(1, order_.threads / crew);
    ReplicateWork work;
    work.run = [&](std::uint32_t position) {
      std::optional<FinishedRun> finished;
      ThreadLimit(threads_inside).run([&] { finished = simulate(missing_[position]); });
      if (!finished) return Outcome::given_up;
      commit.add(std::move(*finished));
      ++watch_.progress.done;
      return Outcome::done;
    };
    work.release = [] {};
    work.look = [&] { look(); };
    run_replicates({0, count}, crew, work, stop_.get_token());
    commit.commit_rest();
    report_.seconds = std::chrono::duration<double>(Clock::now() - started).count();
  }

  // Nothing if the run was given up.
  std::optional<FinishedRun> simulate(std::uint64_t run) {
    std::optional<FinishedRun> finished;
    try {
      finished = models_.with(plan_.point_of(run), [&](const PointModel& model) {
        return model.simulate(plan_.replicate_of(run), {.stop = give_up_.get_token()}, choices_);
      });
    } catch (const StorageError&) {
      throw;
    } catch (const std::bad_alloc&) {
      finished = failed_run(run, "out of memory");
    } catch (const std::exception& error) {
      finished = failed_run(run, error.what());
    }
    if (finished) finished->run.run = run;
    return finished;
  }

  FinishedRun failed_run(std::uint64_t run, const std::string& why) {
    FinishedRun failed;
    failed.run.failure = why.empty() ? "no reason given" : why;
    ++watch_.progress.failed;
    const std::lock_guard lock(mutex_);
    if (report_.failures.size() < most_told_failures) {
      report_.failures.push_back(fmt::format("point {}, replicate {}: {}", plan_.point_of(run),
                                             plan_.replicate_of(run), why));
    }
    if (order_.fails_fast) stop_.request_stop();
    return failed;
  }

  void look() {
    watch_.look();
    lock_.beat();
    if (watch_.stop.stop_requested()) stop_.request_stop();
    if (!stop_.stop_requested()) return;
    if (!stopped_at_) stopped_at_ = Clock::now();
    if (Clock::now() - *stopped_at_ >= grace) give_up_.request_stop();
  }

  const SweepDirectory& directory_;
  const SweepPlan& plan_;
  const SweepOrder& order_;
  const SweepWatch& watch_;
  ShardLock lock_;
  PointModels models_;
  OutcomeChoices choices_;
  std::vector<std::uint64_t> missing_;
  SweepReport report_;
  std::mutex mutex_;
  // No new runs, and no waiting for those that run.
  std::stop_source stop_;
  std::stop_source give_up_;
  std::optional<Clock::time_point> stopped_at_;
};

}  // namespace

SweepReport run_sweep(const SweepDirectory& directory, const SweepPlan& plan,
                      const SweepOrder& order, const SweepWatch& watch) {
  return ShardRun(directory, plan, order, watch).run();
}

}  // namespace jtsim::app
