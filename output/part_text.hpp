// A text file that is written piece by piece under its temporary name.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "output/descriptor.hpp"

namespace jtsim::output {

/// Gathers pieces into `<path>.part`, for `publish_parts` after `close`. All members but the
/// destructor throw StorageError.
class PartText {
 public:
  explicit PartText(std::filesystem::path path);
  /// Removes the temporary file if it still has that name.
  ~PartText();
  PartText(const PartText&) = delete;
  PartText& operator=(const PartText&) = delete;

  const std::filesystem::path& path() const { return path_; }

  void add(std::string_view piece);
  void close();

 private:
  void flush();

  std::filesystem::path path_;
  Descriptor file_;
  std::string pending_;
};

}  // namespace jtsim::output
