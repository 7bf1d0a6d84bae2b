// What the report shows of a comparison.
#pragma once

#include <filesystem>
#include <vector>

#include "output/report/figures.hpp"

namespace jtsim::output {

/// A comparison as the page takes it, and where the runs lay that it compared: the base run first.
struct ComparisonContent {
  Json json;
  std::vector<std::filesystem::path> runs;
};

/// Reads comparison.json in `directory`; with labels of all outcomes. Throws InputError if it is
/// not one of ours, StorageError.
ComparisonContent comparison_content(const std::filesystem::path& directory);

}  // namespace jtsim::output
