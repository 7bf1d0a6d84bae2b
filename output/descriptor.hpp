// An open file of the operating system whose every failure is told with its path.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/label.hpp"

namespace jtsim::output {

/// Owns one file descriptor. All members throw StorageError.
class Descriptor {
 public:
  /// `flags` as for open(2); a file that is created may be read and written as far as the umask
  /// lets it.
  Descriptor(const std::filesystem::path& path, int flags);
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&&) = delete;

  int number() const { return number_; }
  /// The whole text.
  void write(std::string_view text);
  /// Brings everything to disk.
  void sync();
  void close();

 private:
  [[noreturn]] void fail(const Label& action) const;

  std::filesystem::path path_;
  int number_;
};

}  // namespace jtsim::output
