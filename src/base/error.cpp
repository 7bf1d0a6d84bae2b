// Sentences for problems and failures.
#include "base/error.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>

namespace jtsim {

namespace {

/// Reasons that users meet, as the system words them.
constexpr std::array<std::pair<int, Label>, 19> system_reasons{{
    {EACCES, tr("Permission denied")},
    {EBUSY, tr("Device or resource busy")},
    {EDQUOT, tr("Disk quota exceeded")},
    {EEXIST, tr("File exists")},
    {EFBIG, tr("File too large")},
    {EINVAL, tr("Invalid argument")},
    {EIO, tr("Input/output error")},
    {EISDIR, tr("Is a directory")},
    {ELOOP, tr("Too many levels of symbolic links")},
    {EMFILE, tr("Too many open files")},
    {ENAMETOOLONG, tr("File name too long")},
    {ENODEV, tr("No such device")},
    {ENOENT, tr("No such file or directory")},
    {ENOMEM, tr("Cannot allocate memory")},
    {ENOSPC, tr("No space left on device")},
    {ENOTDIR, tr("Not a directory")},
    {EPERM, tr("Operation not permitted")},
    {EPIPE, tr("Broken pipe")},
    {EROFS, tr("Read-only file system")},
}};

std::string shown_file(const std::string& file, Language language) {
  if (file == command_line) return std::string(in(language, tr("command line")));
  if (file == environment) return std::string(in(language, tr("place", "environment")));
  return file;
}

std::string joined(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) {
    if (!text.empty()) text += '\n';
    text += to_text(problem);
  }
  return text;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

}  // namespace

std::string to_text(const Problem& problem, Language language) {
  std::string text = shown_file(problem.place.file, language);
  // Behind a file's name and line programs read a colon and a blank.
  const bool is_file = text == problem.place.file;
  const std::string_view colon = is_file ? ": " : in(language, tr("punctuation", ": "));
  if (problem.place.line > 0)
    text += fmt::format(":{}:{}", problem.place.line, problem.place.column);
  if (!text.empty()) text += colon;
  if (!problem.key_path.empty()) text.append(problem.key_path).append(colon);
  text += problem.what.told(language);
  const std::string allowed = problem.allowed.told(language);
  if (!allowed.empty()) text += fmt::format(fmt::runtime(in(language, tr(" ({})"))), allowed);
  return text;
}

InputError::InputError(std::vector<Problem> problems)
    : std::runtime_error(joined(problems)), problems_(std::move(problems)) {}

Sentence system_reason(int system_error) {
  for (const auto& [number, reason] : system_reasons) {
    if (number == system_error) return reason;
  }
  return Sentence(std::strerror(system_error));
}

std::string nearest_name(std::string_view given, const std::vector<std::string>& known) {
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(2, given.size() / 3) + 1;
  for (const std::string& name : known) {
    const std::size_t distance = edit_distance(given, name);
    if (distance < best_distance) {
      best_distance = distance;
      best = name;
    }
  }
  return best;
}

}  // namespace jtsim
