// The directory of one run: its files, and whether it may be written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "output/directory_lock.hpp"

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

/// The texts of a run directory.
struct RunTexts {
  /// scenario.yaml
  std::string scenario;
  /// summary.json
  std::string summary;
  /// run.json
  RunRecord record;
  /// life_lines.csv, if workers were followed.
  std::optional<std::string> life_lines = std::nullopt;
};

/// A run directory, held by this run alone as long as it lives. All files lie under temporary names
/// until the run is complete and get their final names together, so that a failed run leaves an
/// older one as it was and nothing of its own.
class RunDirectory {
 public:
  /// Creates the directory if need be. Throws InputError if another run is being written to it, or
  /// if it holds the files of a run and `existing` is `refuse`; StorageError if it cannot be
  /// created or written to.
  RunDirectory(const std::filesystem::path& path, Existing existing);
  ~RunDirectory();
  RunDirectory(const RunDirectory&) = delete;
  RunDirectory& operator=(const RunDirectory&) = delete;

  std::filesystem::path results() const;

  /// Whether a results file with all its replicates lies here, of an earlier run.
  bool holds_complete_run() const;

  /// Writes the texts and gives them and the closed `<results>.part` their final names; what an
  /// earlier run left beyond them goes. Throws StorageError, and then leaves an earlier run as it
  /// was.
  void publish(const RunTexts& texts) const;

 private:
  std::filesystem::path path_;
  DirectoryLock lock_;
};

/// Whether `file` is one that a run writes into `directory`, under any name that leads there.
bool belongs_to_run(const std::filesystem::path& file, const std::filesystem::path& directory);

}  // namespace jtsim::output
