// Where the files of a scenario are read from: the disk, or the copies kept inside a results file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/sentence.hpp"

namespace jtsim::configs {

/// One file as it was read. `path` is relative to the folder of the scenario (with forward
/// slashes), so that the same scenario is recorded alike wherever it lies.
struct SourceText {
  std::string path;
  std::string text;
};

/// What came of reading a file: its text, or why there is none.
struct ReadResult {
  std::optional<std::string> text;
  Sentence refusal;
};

/// Reads files by their recorded path and remembers every one of them, once, in the order of first
/// reading.
class FileSource {
 public:
  /// Files on disk; recorded paths are relative to `directory`.
  static FileSource disk(std::filesystem::path directory);
  /// Files in memory only; the disk is never touched.
  static FileSource memory(std::vector<SourceText> files);

  /// Refuses what is no regular file (a folder, a pipe: reading could block for ever), what is
  /// longer than `longest_bytes`, and text that is not strict UTF-8. A byte-order mark is dropped.
  ReadResult read(const std::string& path, std::size_t longest_bytes);

  const std::vector<SourceText>& files_read() const { return files_read_; }
  const std::filesystem::path& directory() const { return directory_; }

 private:
  std::filesystem::path directory_;
  std::optional<std::vector<SourceText>> memory_;
  std::vector<SourceText> files_read_;
};

/// `named` as the file `naming` means it: relative to its folder, "." and ".." resolved.
std::string path_from(const std::string& naming, const std::string& named);

}  // namespace jtsim::configs
