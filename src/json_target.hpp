// Where `--json` puts the headline figures.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace jtsim::app {

/// A place for a text: nowhere (empty word), stdout ("-"), a file that is written as a whole where
/// symbolic links lead, or a stream such as a pipe.
class JsonTarget {
 public:
  /// Looks at the place before the run, so that hours of work do not end in a misspelt folder.
  /// Throws InputError for a folder that is not there, a directory, or a file of the run itself;
  /// StorageError where the folder cannot be written to.
  JsonTarget(const std::string& word, const std::filesystem::path& run_directory);

  bool is_stdout() const { return way_ == Way::standard_output; }

  /// Throws StorageError.
  void write(std::string_view json) const;

 private:
  enum class Way : std::uint8_t { nowhere, standard_output, whole_file, stream };

  static Way way_of(const std::string& word);

  Way way_;
  std::filesystem::path path_;
};

}  // namespace jtsim::app
