// The directory of a sweep: where its files lie.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "src/sweep/plan.hpp"

namespace jtsim::app {

/// Files of a sweep's directory.
class SweepDirectory {
 public:
  explicit SweepDirectory(std::filesystem::path path) : path_(std::move(path)) {}

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path parts() const { return path_ / "parts"; }
  std::filesystem::path part(std::string_view name) const { return parts() / name; }

  /// Writes a plan and the text of the file it was made from. Throws InputError if the directory
  /// holds a plan already, StorageError.
  void write_plan(const SweepPlan& plan, const std::string& sweep_file) const;

  /// Throws InputError if there is none or it was changed.
  SweepPlan read_plan() const;

 private:
  std::filesystem::path path_;
};

/// Block and generation of a part.
struct PartNumber {
  std::uint32_t block = 0;
  std::uint32_t generation = 0;
  auto operator<=>(const PartNumber&) const = default;
};

/// "000012-0.h5".
std::string part_name(const PartNumber& number);
/// Nothing for names of other files.
std::optional<PartNumber> part_number(const std::string& name);

}  // namespace jtsim::app
