// Holding the directory of a comparison and publishing its files together.
#include "output/comparison_directory.hpp"

#include <array>

#include "output/directory_files.hpp"
#include "output/durable_file.hpp"

namespace jtsim::output {

namespace {

constexpr const char* arrays_name = "comparison.h5";
constexpr const char* json_name = "comparison.json";
constexpr std::array comparison_files{arrays_name, json_name};

}  // namespace

ComparisonDirectory::ComparisonDirectory(const std::filesystem::path& path, Existing existing)
    : path_(made_directory(path)), lock_(path_) {
  if (existing == Existing::refuse)
    refuse_existing(path_, comparison_files, tr("an earlier comparison"));
}

ComparisonDirectory::~ComparisonDirectory() {
  for (const char* file : comparison_files) remove_part(path_ / file);
}

std::filesystem::path ComparisonDirectory::arrays() const { return path_ / arrays_name; }

void ComparisonDirectory::publish(std::string_view json) const {
  write_part(path_ / json_name, json);
  publish_parts(std::array{path_ / arrays_name, path_ / json_name});
  remove_files_for_people(path_);
}

}  // namespace jtsim::output
