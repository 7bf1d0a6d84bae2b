// Sentences for problems and failures.
#include "base/error.hpp"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

namespace jtsim {

namespace {

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

std::string to_text(const Problem& problem) {
  std::string text = problem.place.file;
  if (problem.place.line > 0)
    text += fmt::format(":{}:{}", problem.place.line, problem.place.column);
  if (!text.empty()) text += ": ";
  if (!problem.key_path.empty()) text += problem.key_path + ": ";
  text += problem.what;
  if (!problem.allowed.empty()) text += fmt::format(" ({})", problem.allowed);
  return text;
}

InputError::InputError(std::vector<Problem> problems)
    : std::runtime_error(joined(problems)), problems_(std::move(problems)) {}

StorageError::StorageError(std::string_view action, const std::filesystem::path& path,
                           std::uint64_t bytes, int system_error)
    : std::runtime_error(fmt::format(
          "cannot {} {} ({} bytes): {}", action, path.string(), bytes,
          system_error != 0 ? std::strerror(system_error) : "the library gives no reason")) {}

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
