// Looks whether a written workbook is whole.
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

namespace jtsim::output {

/// The library that writes workbooks passes over failures of its temporary files: where their disk
/// is full, sheets lose rows. This reads the file back: every part must unpack to as many bytes as
/// it says, with the right checksum, and end where its outermost element ends; the last sheets must
/// have `rows` rows. Throws StorageError.
void check_stored_workbook(const std::filesystem::path& path, const std::vector<std::size_t>& rows);

}  // namespace jtsim::output
