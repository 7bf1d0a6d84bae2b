// Looks at the file system before `--json` writes to it.
#include "src/json_target.hpp"

#include <cerrno>

#include <unistd.h>

#include "base/error.hpp"
#include "configs/problems.hpp"
#include "output/durable_file.hpp"
#include "output/run_directory.hpp"
#include "src/messages.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;

// As many as the kernel follows.
constexpr int most_links = 40;

[[noreturn]] void refuse(const fs::path& path, const Label& why, const Label& allowed) {
  throw InputError(Problem{
      {.file = std::string(command_line)}, "--json", {tr("{} {}"), path.string(), why}, allowed});
}

// Where the symbolic links of a file's name lead, though nothing may be there yet.
fs::path followed(fs::path path) {
  std::error_code error;
  for (int i = 0; i < most_links && fs::is_symlink(path, error); ++i) {
    const fs::path next = fs::read_symlink(path, error);
    path = next.is_absolute() ? next : path.parent_path() / next;
  }
  return path;
}

// Open files show here under names of their own; what they lead to is not ours to replace.
bool is_name_of_open_file(const fs::path& path) {
  const std::string text = fs::absolute(path).lexically_normal().string();
  return text.starts_with("/dev/") || text.starts_with("/proc/");
}

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

void require_folder(const fs::path& path, const fs::path& run_directory) {
  std::error_code error;
  const fs::path folder = folder_of(path);
  // That one is made by the run.
  if (fs::weakly_canonical(folder, error) == fs::weakly_canonical(run_directory, error)) return;
  if (!fs::is_directory(folder, error))
    refuse(path, tr("lies in no folder"), tr("make the folder first"));
  if (access(folder.c_str(), W_OK | X_OK) != 0)
    throw StorageError(tr("write to the directory"), folder, 0, errno);
}

}  // namespace

JsonTarget::Way JsonTarget::way_of(const std::string& word) {
  if (word.empty()) return Way::nowhere;
  if (word == "-") return Way::standard_output;
  std::error_code error;
  const fs::file_status status = fs::status(word, error);
  if (fs::is_directory(status)) refuse(word, tr("is a directory"), tr("the name of a file"));
  const bool is_other = fs::exists(status) && !fs::is_regular_file(status);
  return is_other || is_name_of_open_file(word) ? Way::stream : Way::whole_file;
}

JsonTarget::JsonTarget(const std::string& word, const fs::path& run_directory)
    : way_(way_of(word)), path_(way_ == Way::whole_file ? followed(word) : fs::path(word)) {
  if (way_ != Way::whole_file) return;
  if (output::belongs_to_run(path_, run_directory))
    refuse(word, tr("is a file of the run itself"), tr("another name"));
  require_folder(path_, run_directory);
}

void JsonTarget::write(std::string_view json) const {
  switch (way_) {
    case Way::nowhere:
      return;
    case Way::standard_output:
      return print(json);
    case Way::whole_file:
      return output::write_durably(path_, json);
    case Way::stream:
      return output::write_directly(path_, json);
  }
}

}  // namespace jtsim::app
