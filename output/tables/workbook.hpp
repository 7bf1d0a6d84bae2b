// Tables as a workbook for Excel, WPS and LibreOffice.
#pragma once

#include <filesystem>

#include "output/tables/table.hpp"

namespace jtsim::output {

/// Writes a cover, a sheet of charts and one sheet per table: frozen heading, filter, formats by
/// unit. The file depends on book and language alone and appears whole or not at all. Throws
/// StorageError; also where the folder of temporary files is full.
void write_workbook(const TableBook& book, const std::filesystem::path& path, Language language);

}  // namespace jtsim::output
