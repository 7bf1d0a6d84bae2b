// Collects everything wrong with a scenario.
#include "configs/problems.hpp"

#include <fmt/format.h>

#include "configs/utf8.hpp"

namespace jtsim::configs {

namespace {

/// Beyond this length a name is no typing error of a known one, and distances get expensive.
constexpr std::size_t longest_name = 64;
/// Characters of a faulty text that a message shows.
constexpr std::size_t longest_quote = 48;
/// Bytes of a list of known names.
constexpr std::size_t longest_list = 400;

}  // namespace

void Problems::add(Problem problem) {
  ++count_;
  if (list_.size() < kept) list_.push_back(std::move(problem));
}

std::vector<Problem> Problems::seen_from_outside(const std::filesystem::path& directory) const {
  std::vector<Problem> shown = list_;
  for (Problem& problem : shown) {
    std::string& file = problem.place.file;
    if (!file.empty() && file != command_line)
      file = (directory / file).lexically_normal().string();
  }
  if (count_ > kept)
    shown.push_back({{}, "", Sentence(tr("{} further problems are not shown"), count_ - kept), {}});
  return shown;
}

void Problems::throw_if_any(const std::filesystem::path& directory) const {
  if (!empty()) throw InputError(seen_from_outside(directory));
}

std::string joined_key(const std::string& path, std::string_view key) {
  return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
}

Sentence name_hint(std::string_view given, const std::vector<std::string>& known) {
  if (given.size() <= longest_name) {
    const std::string nearest = nearest_name(given, known);
    if (!nearest.empty()) return Sentence(tr("did you mean `{}`?"), nearest);
  }
  if (known.empty()) return tr("there are none");
  std::string text;
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (text.size() > longest_list) return {tr("known: {}, ..."), text};
    if (i > 0) text += ", ";
    text += known[i];
  }
  return {tr("known: {}"), text};
}

std::string shortened(std::string_view text) {
  std::string shown(first_characters(text, longest_quote));
  if (shown.size() < text.size()) shown += "...";
  for (char& c : shown) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return shown;
}

std::string quoted_for_message(std::string_view text) {
  return fmt::format("`{}`", shortened(text));
}

}  // namespace jtsim::configs
