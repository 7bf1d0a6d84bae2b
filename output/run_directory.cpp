// Creating a run directory and writing its small files.
#include "output/run_directory.hpp"

#include <array>
#include <cerrno>
#include <ctime>

#include <fmt/chrono.h>
#include <nlohmann/json.hpp>
#include <sys/utsname.h>
#include <unistd.h>

#include "base/error.hpp"
#include "output/durable_file.hpp"

namespace jtsim::output {

namespace {

constexpr std::array<std::string_view, 4> run_files{"results.h5", "summary.json", "scenario.yaml",
                                                    "run.json"};

[[noreturn]] void refuse(const std::filesystem::path& path, std::string_view file) {
  Problem problem;
  problem.place.file = path.string();
  problem.what = "the directory holds an earlier run (" + std::string(file) + ")";
  problem.allowed = "choose another one with -o, or replace it with --overwrite";
  throw InputError(std::move(problem));
}

void create(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) throw StorageError("create the directory", path, 0, error.value());
  if (!std::filesystem::is_directory(path))
    throw StorageError("use as a directory", path, 0, ENOTDIR);
  if (access(path.c_str(), W_OK | X_OK) != 0)
    throw StorageError("write to the directory", path, 0, errno);
}

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

RunDirectory::RunDirectory(std::filesystem::path path, Existing existing) : path_(std::move(path)) {
  for (const std::string_view file : run_files) {
    if (existing == Existing::refuse && std::filesystem::exists(path_ / file)) refuse(path_, file);
  }
  create(path_);
}

void RunDirectory::write_texts(std::string_view scenario, std::string_view summary,
                               const RunRecord& record) const {
  write_durably(path_ / "scenario.yaml", scenario);
  write_durably(path_ / "summary.json", summary);
  write_durably(path_ / "run.json", run_json(record));
}

}  // namespace jtsim::output
