// A map that the user brings: the outlines of the leagues.
#pragma once

#include <filesystem>

#include "output/report/figures.hpp"

namespace jtsim::output {

/// {approval, geojson}: the approval number of the map, from the property `approval_number` (or
/// 审图号) of the collection or its first feature, and the features with their geometry and names
/// alone. Throws InputError for what is no GeoJSON FeatureCollection, has no approval number, or is
/// larger than 2 MB; StorageError.
Json map_content(const std::filesystem::path& path);

}  // namespace jtsim::output
