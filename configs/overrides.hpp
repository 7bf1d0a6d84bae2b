// What the command line sets, kept beside the files so that a load can be repeated.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "configs/file_source.hpp"

namespace jtsim::configs {

/// Folders between which names of files are translated.
struct Rebasing {
  /// Where names are given relative to; empty: the current folder.
  std::filesystem::path from;
  /// The folder of the scenario.
  std::filesystem::path to;
};

/// "key.path=value" texts in which file names, given relative to one folder, are relative to
/// another.
std::vector<std::string> rebased_overrides(const std::vector<std::string>& texts,
                                           const Rebasing& rebasing);

/// The texts as one file in memory, and back.
SourceText overrides_record(const std::vector<std::string>& texts);
std::vector<std::string> recorded_overrides(const std::vector<SourceText>& files);

}  // namespace jtsim::configs
