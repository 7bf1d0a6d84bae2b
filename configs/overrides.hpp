// What the command line sets, kept beside the files so that a load can be repeated.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "configs/file_source.hpp"

namespace jtsim::configs {

/// "key.path=value" texts in which file names, given relative to the current folder, are relative
/// to `directory`, the folder of the scenario.
std::vector<std::string> rebased_overrides(const std::vector<std::string>& texts,
                                           const std::filesystem::path& directory);

/// The texts as one file in memory, and back.
SourceText overrides_record(const std::vector<std::string>& texts);
std::vector<std::string> recorded_overrides(const std::vector<SourceText>& files);

}  // namespace jtsim::configs
