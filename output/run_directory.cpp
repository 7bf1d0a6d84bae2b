// Creating a run directory and writing its small files.
#include "output/run_directory.hpp"

#include <algorithm>
#include <array>
#include <ctime>

#include <fmt/chrono.h>
#include <nlohmann/json.hpp>
#include <sys/utsname.h>

#include "base/error.hpp"
#include "output/directory_files.hpp"
#include "output/durable_file.hpp"
#include "output/results_reader.hpp"

namespace jtsim::output {

namespace {

constexpr const char* results_name = "results.h5";
constexpr const char* scenario_name = "scenario.yaml";
constexpr const char* summary_name = "summary.json";
constexpr const char* record_name = "run.json";
constexpr const char* life_lines_name = "life_lines.csv";
constexpr std::array run_files{results_name, scenario_name, summary_name, record_name,
                               life_lines_name};

std::string host_text() {
  utsname name{};
  if (uname(&name) != 0) return "unknown";
  return fmt::format("{} {} {} {}", name.nodename, name.sysname, name.release, name.machine);
}

std::string run_json(const RunRecord& r) {
  const nlohmann::ordered_json json{
      {"command_line", r.command_line},
      {"program_version", r.program_version},
      {"git_commit", r.git_commit},
      {"scenario_digest", r.scenario_digest},
      {"results_sha256", r.results_digest},
      {"first_replicate", r.first_replicate},
      {"replicates", r.replicates},
      {"threads", r.threads},
      {"started",
       fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(r.started)))},
      {"seconds", r.seconds},
      {"host", host_text()},
  };
  return json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace

RunDirectory::RunDirectory(const std::filesystem::path& path, Existing existing)
    : path_(made_directory(path)), lock_(path_) {
  if (existing == Existing::refuse) refuse_existing(path_, run_files, tr("an earlier run"));
}

RunDirectory::~RunDirectory() {
  // Whatever is unfinished here is ours, or of a run that was killed.
  for (const char* file : run_files) remove_part(path_ / file);
}

std::filesystem::path RunDirectory::results() const { return path_ / results_name; }

bool RunDirectory::holds_complete_run() const {
  try {
    const StoredRun stored = read_stored_run(results());
    return stored.replicates_complete == stored.replicates.count;
  } catch (const InputError&) {
    return false;
  } catch (const StorageError&) {
    return false;
  }
}

void RunDirectory::publish(const RunTexts& texts) const {
  write_part(path_ / scenario_name, texts.scenario);
  write_part(path_ / summary_name, texts.summary);
  write_part(path_ / record_name, run_json(texts.record));
  if (texts.life_lines) write_part(path_ / life_lines_name, *texts.life_lines);
  std::vector<std::filesystem::path> paths;
  for (const char* file : run_files) {
    if (file != life_lines_name || texts.life_lines) paths.push_back(path_ / file);
  }
  publish_parts(paths);
  std::error_code ignored;
  if (!texts.life_lines) std::filesystem::remove(path_ / life_lines_name, ignored);
  // A report of an earlier run would be taken for one of this.
  remove_files_for_people(path_);
}

bool belongs_to_run(const std::filesystem::path& file, const std::filesystem::path& directory) {
  std::error_code error;
  const std::filesystem::path asked = std::filesystem::weakly_canonical(file, error);
  const std::filesystem::path folder = std::filesystem::weakly_canonical(directory, error);
  if (asked == folder / lock_file_name) return true;
  return std::ranges::any_of(run_files, [&](const char* name) {
    return asked == folder / name || asked == part_of(folder / name);
  });
}

}  // namespace jtsim::output
