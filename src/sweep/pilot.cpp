// Measures runs and multiplies.
#include "src/sweep/pilot.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <exception>
#include <fstream>
#include <optional>
#include <span>
#include <string>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "configs/sweep_document.hpp"
#include "output/chunk_codec.hpp"
#include "src/sweep/point.hpp"

namespace jtsim::app {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto longest_pilot = 3s;
constexpr double mebibyte = 1024.0 * 1024.0;
constexpr double smallest_part = mebibyte;
constexpr double largest_part = 64 * mebibyte;
constexpr double seconds_at_risk = 60;
constexpr double wanted_parts = 120;
// Of two cores, measured with runs of the reference size.
constexpr double efficiency = 0.96;
// Buffers of merging.
constexpr double merge_bytes = 128 * mebibyte;

// Of this process, now.
double resident_bytes() {
  std::ifstream status("/proc/self/statm");
  double total = 0;
  double resident = 0;
  status >> total >> resident;
  constexpr double page_bytes = 4096;
  return resident * page_bytes;
}

double stored_bytes(const FinishedRun& finished) {
  const std::vector<double>& outcomes = finished.run.outcomes;
  const std::vector<std::byte> packed =
      output::pack_chunk(std::as_bytes(std::span(outcomes)), sizeof(double));
  double bytes = outcomes.empty() ? 0.0 : static_cast<double>(packed.size());
  for (const auto& array : finished.run.arrays) bytes += static_cast<double>(array.size());
  return bytes;
}

struct PlannedPoint {
  const SweepPlan& plan;
  std::uint64_t number;
};

// What a run stores; nothing if it was stopped or fails, which is a matter of the sweep itself.
std::optional<double> bytes_of_run(const PlannedPoint& point, OutcomeChoices& choices,
                                   const std::stop_token& stop, std::exception_ptr& failure) {
  std::optional<FinishedRun> finished;
  try {
    ThreadLimit(1).run([&] {
      finished = PointModel(point.plan, point.number).simulate(0, {.stop = stop}, choices);
    });
  } catch (const InputError&) {
    failure = std::current_exception();
  }
  if (!finished) return std::nullopt;
  return stored_bytes(*finished);
}

}  // namespace

RunCost measure_cost(const SweepPlan& plan, const std::stop_token& stop) {
  RunCost cost;
  OutcomeChoices choices(plan.outcomes);
  std::exception_ptr failure;
  const double before = resident_bytes();
  const auto started = Clock::now();
  std::uint64_t runs = 0;
  const std::array<std::uint64_t, 3> points{0, plan.points() / 2, plan.points() - 1};
  for (const std::uint64_t point : points) {
    const auto elapsed = Clock::now() - started;
    if (runs > 0 && elapsed + elapsed / runs > longest_pilot) break;
    const std::optional<double> bytes = bytes_of_run({plan, point}, choices, stop, failure);
    if (!bytes) continue;
    ++runs;
    cost.bytes = std::max(cost.bytes, *bytes);
  }
  if (runs == 0 && failure) std::rethrow_exception(failure);
  const double count = std::max(1.0, static_cast<double>(runs));
  cost.seconds = std::chrono::duration<double>(Clock::now() - started).count() / count;
  cost.thread_bytes = std::max(0.0, resident_bytes() - before);
  cost.program_bytes = before;
  return cost;
}

std::uint32_t runs_per_part(const SweepPlan& plan, const RunCost& cost) {
  const double bytes = std::max(1.0, cost.bytes);
  const double for_size = smallest_part / bytes;
  const double for_time = seconds_at_risk / std::max(1e-6, cost.seconds);
  const double for_count = static_cast<double>(plan.runs()) / wanted_parts;
  const double runs =
      std::min(std::max(for_count, std::min(for_size, for_time)), largest_part / bytes);
  constexpr double most = 1'000'000;
  return static_cast<std::uint32_t>(std::clamp(std::ceil(runs), 1.0, most));
}

SweepEstimate estimate(const SweepPlan& plan, std::uint32_t threads) {
  const auto runs = static_cast<double>(plan.runs());
  const auto points = static_cast<double>(plan.points());
  SweepEstimate estimate;
  estimate.seconds = runs * plan.cost.seconds / threads / (threads > 1 ? efficiency : 1.0);
  const double part_bytes = runs * plan.cost.bytes;
  // Means and quantiles beside, or instead of, every run.
  constexpr double statistics = 5;
  const double summary_bytes = points * statistics * plan.cost.bytes;
  const bool keeps_all = plan.keep == configs::SweepKeep::all;
  estimate.disk_bytes = part_bytes + summary_bytes + (keeps_all ? part_bytes : 0.0);
  // Every thread has a run at work; blocks of up to two parts wait for their last runs.
  estimate.memory_bytes = plan.cost.program_bytes + threads * plan.cost.thread_bytes +
                          3.0 * plan.runs_per_part * plan.cost.bytes + merge_bytes;
  estimate.files = plan.blocks();
  return estimate;
}

}  // namespace jtsim::app
