// Reads a GeoJSON file of leagues.
#include "output/report/map_content.hpp"

#include <array>
#include <fstream>

#include "base/error.hpp"
#include "output/foreign_input.hpp"

namespace jtsim::output {

namespace {

/// A report shall stay small enough to be sent by mail.
constexpr std::uintmax_t largest_map_bytes = 2'000'000;
constexpr std::array<const char*, 2> approval_keys{"approval_number", "审图号"};
constexpr std::array<const char*, 5> name_keys{"id", "name", "name_zh", "name_en", "adcode"};

Json approval_of(const Json& properties) {
  if (!properties.is_object()) return nullptr;
  for (const char* key : approval_keys) {
    if (properties.contains(key) && properties[key].is_string()) return properties[key];
  }
  return nullptr;
}

Json approval_in(const Json& map) {
  for (const Json& place :
       {map, map.value("properties", Json()), map["features"][0].value("properties", Json())}) {
    if (const Json found = approval_of(place); !found.is_null()) return found;
  }
  throw ForeignFile(
      tr("no approval number: it is expected as text in the property approval_number"));
}

Json feature_of(const Json& feature) {
  Json properties = Json::object();
  const Json given = feature.value("properties", Json::object());
  for (const char* key : name_keys) {
    if (given.contains(key)) properties[key] = given[key];
  }
  return {{"type", "Feature"},
          {"properties", std::move(properties)},
          {"geometry", feature.at("geometry")}};
}

Json content_of(const Json& map) {
  const bool is_collection = map.is_object() && map.value("type", "") == "FeatureCollection" &&
                             map.contains("features") && map["features"].is_array() &&
                             !map["features"].empty();
  if (!is_collection) throw ForeignFile(tr("is no FeatureCollection with features"));
  Json features = Json::array();
  for (const Json& feature : map["features"]) features.push_back(feature_of(feature));
  return {{"approval", approval_in(map)},
          {"geojson", {{"type", "FeatureCollection"}, {"features", std::move(features)}}}};
}

}  // namespace

Json map_content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::error_code error;
  const std::uintmax_t bytes = std::filesystem::file_size(path, error);
  if (!file || error)
    throw StorageError(tr("file", "open"), path, 0, error ? error.value() : errno);
  return reading(path, [&] {
    if (bytes > largest_map_bytes)
      throw ForeignFile(tr("is larger than 2 MB: simplify the outlines"));
    try {
      return content_of(Json::parse(file));
    } catch (const nlohmann::json::exception& wrong) {
      throw ForeignFile(Sentence(wrong.what()));
    }
  });
}

}  // namespace jtsim::output
