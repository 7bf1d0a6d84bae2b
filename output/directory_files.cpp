// Looking at a directory before anything is written to it.
#include "output/directory_files.hpp"

#include <cerrno>

#include <fmt/format.h>
#include <unistd.h>

#include "base/error.hpp"

namespace jtsim::output {

std::filesystem::path made_directory(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) throw StorageError(tr("create the directory"), path, 0, error.value());
  const bool is_directory = std::filesystem::is_directory(path, error);
  if (error || !is_directory)
    throw StorageError(tr("use as a directory"), path, 0, error ? error.value() : ENOTDIR);
  if (access(path.c_str(), W_OK | X_OK) != 0)
    throw StorageError(tr("write to the directory"), path, 0, errno);
  return path;
}

void remove_files_for_people(const std::filesystem::path& directory) noexcept {
  std::error_code ignored;
  for (const char* name : {report_name, tables_name})
    std::filesystem::remove(directory / name, ignored);
}

void refuse_existing(const std::filesystem::path& directory, std::span<const char* const> files,
                     const Label& what) {
  for (const char* file : files) {
    std::error_code error;
    const bool is_there = std::filesystem::exists(directory / file, error);
    if (error) throw StorageError(tr("look for"), directory / file, 0, error.value());
    if (!is_there) continue;
    Problem problem;
    problem.place.file = directory.string();
    problem.what = {tr("the directory holds {} ({})"), what, file};
    problem.allowed = tr("choose another one with -o, or replace it with --overwrite");
    throw InputError(std::move(problem));
  }
}

}  // namespace jtsim::output
