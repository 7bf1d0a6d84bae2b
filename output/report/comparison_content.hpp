// What the report shows of a comparison.
#pragma once

#include <filesystem>
#include <vector>

#include "output/foreign_input.hpp"
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

/// The JSON of a comparison. Throws ForeignFile, StorageError, nlohmann::json::exception.
Json parsed_comparison(const std::filesystem::path& path);

/// Hands comparison.json in `directory` to `use`. What that finds missing becomes an InputError.
template <class Use>
auto reading_comparison(const std::filesystem::path& directory, Use&& use) {
  const std::filesystem::path path = directory / "comparison.json";
  return reading(path, [&] {
    try {
      return use(parsed_comparison(path));
    } catch (const nlohmann::json::exception& wrong) {
      throw ForeignFile(Sentence(wrong.what()));
    }
  });
}

}  // namespace jtsim::output
