// A few numbers of every stored replicate, by which a repetition shows whether it is the same run.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "agents/world.hpp"
#include "output/results_reader.hpp"

namespace jtsim::output {

/// The end of every replicate as results.h5 has it.
struct StoredTotals {
  std::uint32_t first_replicate = 0;
  /// [replicate][region, state] workers after the last month.
  std::vector<std::vector<std::int64_t>> stock;
  /// [replicate][year, policy, payer] fen; empty without policies.
  std::vector<std::vector<std::int64_t>> spending;
};

/// Throws like `read_stored_run`.
StoredTotals read_stored_totals(const std::filesystem::path& path, const StoredRun& run);

/// In what a world after its last month differs from the stored replicate; nothing if in none of
/// these numbers.
std::optional<Sentence> difference_from(const StoredTotals& stored, const agents::World& world);

}  // namespace jtsim::output
