// Reads runs and comparisons, or a sweep, and puts them into one report page.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/language.hpp"

namespace jtsim::app {

/// What a report is to be made of.
struct ReportOrder {
  /// Run directories, results files, the directory of a comparison; or a sweep alone.
  std::vector<std::filesystem::path> directories;
  /// A map of the leagues (GeoJSON); empty for the schematic one.
  std::filesystem::path map;
  Language language = Language::en;
};

/// The finished page, and what the reader of it misses.
struct ReportPage {
  std::string html;
  /// Runs of a comparison that were not found or are others by now.
  std::vector<std::filesystem::path> absent;
};

/// Throws InputError for what is no run, no comparison, no sweep or no map; StorageError.
ReportPage report_of(const ReportOrder& order);

}  // namespace jtsim::app
