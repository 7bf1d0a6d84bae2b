// The directory of one run: its files, and whether it may be written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace jtsim::output {

/// How and where a run took place; nothing of it belongs to the results.
struct RunRecord {
  std::vector<std::string> command_line;
  std::string program_version;
  std::string git_commit;
  std::string scenario_digest;
  /// SHA-256 of results.h5.
  std::string results_digest;
  std::uint32_t first_replicate = 0;
  std::uint32_t replicates = 0;
  std::uint32_t threads = 1;
  /// Seconds since 1970-01-01 UTC.
  std::int64_t started = 0;
  double seconds = 0;
};

enum class Existing : std::uint8_t { refuse, overwrite };

/// A run directory. Results are written first under a temporary name; the small files follow when
/// they are complete, so that a failed run leaves an older one as it was.
class RunDirectory {
 public:
  /// Creates the directory if need be. Throws InputError if it holds the files of a run and
  /// `existing` is `refuse`, StorageError if it cannot be created or written to.
  RunDirectory(std::filesystem::path path, Existing existing);

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path results() const { return path_ / "results.h5"; }

  /// scenario.yaml, summary.json and run.json. Throws StorageError.
  void write_texts(std::string_view scenario, std::string_view summary,
                   const RunRecord& record) const;

 private:
  std::filesystem::path path_;
};

}  // namespace jtsim::output
