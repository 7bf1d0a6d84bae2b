// Making a directory to write into, and looking whether it holds earlier files.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "base/label.hpp"

namespace jtsim::output {

/// What is made of a run or comparison for people lies beside its files.
inline constexpr const char* report_name = "report.html";
inline constexpr const char* tables_name = "tables.xlsx";
/// Who replaces those files calls this: earlier ones would be taken for some of the new files.
void remove_files_for_people(const std::filesystem::path& directory) noexcept;

/// Creates the directory if need be; returns its path. Throws StorageError if it cannot be created
/// or written to.
std::filesystem::path made_directory(const std::filesystem::path& path);

/// Throws InputError if the directory holds any of `files`; `what` says what they belong to ("an
/// earlier run").
void refuse_existing(const std::filesystem::path& directory, std::span<const char* const> files,
                     const Label& what);

}  // namespace jtsim::output
