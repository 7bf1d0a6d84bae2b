// From finished runs to a part on disk and its rows in the index.
#include "src/sweep/block_commit.hpp"

#include <algorithm>
#include <cerrno>
#include <unordered_map>

#include <fmt/format.h>

#include "base/error.hpp"
#include "output/durable_file.hpp"
#include "output/foreign_input.hpp"
#include "output/no_value.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;

// Names of all lists in the order in which they first appear.
std::vector<std::string> joined_names(const std::vector<FinishedRun>& runs) {
  const OutcomeChoice* last = nullptr;
  std::vector<std::string> names;
  std::unordered_map<std::string, bool> known;
  for (const FinishedRun& run : runs) {
    if (run.choice == nullptr || run.choice == last) continue;
    last = run.choice;
    for (const std::string& name : last->names) {
      if (known.emplace(name, true).second) names.push_back(name);
    }
  }
  return names;
}

// The values of a run under the names of its part.
void rearrange(FinishedRun& run, const std::vector<std::string>& names) {
  if (run.choice == nullptr || run.choice->names == names) return;
  std::unordered_map<std::string, std::size_t> positions;
  for (std::size_t i = 0; i < names.size(); ++i) positions.emplace(names[i], i);
  std::vector<double> values(names.size(), output::no_value);
  for (std::size_t i = 0; i < run.choice->names.size(); ++i)
    values[positions.at(run.choice->names[i])] = run.run.outcomes[i];
  run.run.outcomes = std::move(values);
}

// What lies on disk is what was computed, before it gets its final name.
void check_part(const fs::path& part, const output::PartHead& head, std::size_t runs) {
  output::reading(part, [&] {
    const output::PartReader reader(part, head.arrays);
    if (reader.rows().size() != runs) throw output::ForeignFile(tr("has lost rows"));
    reader.verify();
  });
}

void write_whole(const fs::path& path, const output::PartHead& head,
                 const std::vector<output::SweepRun>& runs) {
  const output::QuietHdf5 quiet;
  const fs::path part = output::part_of(path);
  try {
    output::write_sweep_part(part, head, runs);
    check_part(part, head, runs.size());
    output::publish_parts({&path, 1});
  } catch (const output::Hdf5Failure& failure) {
    const StorageError error = output::storage_error(failure, part);
    output::remove_part(path);
    throw error;
  } catch (const InputError& error) {
    std::error_code ignored;
    const auto bytes = fs::file_size(part, ignored);
    output::remove_part(path);
    throw StorageError(Sentence(tr("read back ({})"), error.what()), part, ignored ? 0 : bytes,
                       EIO);
  } catch (...) {
    output::remove_part(path);
    throw;
  }
}

}  // namespace

BlockCommit::BlockCommit(const SweepDirectory& directory, const SweepPlan& plan,
                         const std::vector<std::uint64_t>& missing, const PartStore& store,
                         output::SweepIndex* index)
    : directory_(directory), plan_(plan), index_(index) {
  for (const std::uint64_t run : missing) ++expected_[plan.block_of(run)];
  for (const StoredPart& part : store.parts)
    next_generation_[part.number.block] = part.number.generation + 1;
}

void BlockCommit::add(FinishedRun&& run) {
  const std::uint32_t block = plan_.block_of(run.run.run);
  Runs complete;
  {
    const std::lock_guard lock(runs_mutex_);
    Runs& runs = waiting_[block];
    runs.push_back(std::move(run));
    if (runs.size() < expected_.at(block)) return;
    complete = std::move(runs);
    waiting_.erase(block);
  }
  commit(block, std::move(complete));
}

void BlockCommit::commit_rest() {
  std::map<std::uint32_t, Runs> rest;
  {
    const std::lock_guard lock(runs_mutex_);
    rest.swap(waiting_);
  }
  for (auto& [block, runs] : rest) commit(block, std::move(runs));
}

std::uint64_t BlockCommit::committed() const {
  const std::lock_guard lock(disk_mutex_);
  return committed_;
}

PartNumber BlockCommit::next_part(std::uint32_t block) {
  return {block, next_generation_[block]++};
}

void BlockCommit::commit(std::uint32_t block, Runs runs) {
  std::ranges::sort(runs, {}, [](const FinishedRun& run) { return run.run.run; });
  output::PartHead head{.plan_digest = plan_.digest,
                        .block = block,
                        .generation = 0,
                        .arrays = plan_.arrays,
                        .outcome_names = joined_names(runs)};
  std::vector<output::SweepRun> rows;
  output::IndexedPart indexed;
  for (FinishedRun& run : runs) {
    rearrange(run, head.outcome_names);
    indexed.rows.push_back(
        {run.run.run, run.run.seconds, !run.run.failure.empty(), run.run.outcome_count});
    rows.push_back(std::move(run.run));
  }
  const std::lock_guard lock(disk_mutex_);
  const PartNumber number = next_part(block);
  head.generation = number.generation;
  const std::string name = part_name(number);
  write_whole(directory_.part(name), head, rows);
  indexed.bytes = fs::file_size(directory_.part(name));
  committed_ += rows.size();
  if (index_ == nullptr) return;
  try {
    index_->add(name, indexed);
  } catch (const output::IndexUnusable&) {
    // The part is there, and the next survey brings the index up to date.
  }
}

}  // namespace jtsim::app
