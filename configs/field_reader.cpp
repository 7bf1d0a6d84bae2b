// What the reader of declared fields does the same for every type.
#include "configs/field_reader.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace jtsim::configs {

namespace {

constexpr Label missing_blank = tr("is a blank missing after the colon?");

}  // namespace

Place place_of(const Places& places, std::string key_path) {
  while (!key_path.empty()) {
    const auto found = places.find(key_path);
    if (found != places.end()) return found->second;
    const auto end = key_path.find_last_of(".[");
    key_path.erase(end == std::string::npos ? 0 : end);
  }
  const auto root = places.find("");
  return root == places.end() ? Place{} : root->second;
}

bool FieldReader::expect_kind(const Node& node, const std::string& path, NodeKind kind,
                              const Label& expected) {
  if (node.kind == kind) return true;
  const bool colon = node.kind == NodeKind::scalar && node.text.find(':') != std::string::npos;
  problems_.add({node.place, path, Sentence(tr("expected {}, found {}"), expected, described(node)),
                 colon ? missing_blank : Label()});
  return false;
}

bool FieldReader::expect_scalar(const Node& node, const std::string& path, bool may_be_quoted) {
  if (node.kind == NodeKind::nothing) {
    problems_.add({node.place, path, tr("the key has no value"), {}});
    return false;
  }
  if (node.kind != NodeKind::scalar) {
    problems_.add(
        {node.place, path, Sentence(tr("expected one value, found {}"), described(node)), {}});
    return false;
  }
  if (node.quoting == Quoting::quoted && !may_be_quoted) {
    problems_.add({node.place, path, Sentence(tr("{} is text"), described(node)),
                   tr("write the value without quotes")});
    return false;
  }
  return true;
}

bool FieldReader::expect_identifier(const Entry& entry, const std::string& path) {
  if (is_identifier(entry.key)) return true;
  problems_.add({entry.key_place, path,
                 Sentence(tr("{} cannot be a name"), quoted_for_message(entry.key)),
                 tr("a name has letters a-z, digits and `_`, and begins with a letter")});
  return false;
}

std::optional<std::size_t> FieldReader::kind_of(const Node& node, const std::string& path,
                                                const std::vector<std::string>& known) {
  if (!expect_kind(node, path, NodeKind::map, tr("a section of keys"))) return std::nullopt;
  const std::string kind_path = joined_key(path, kind_key);
  const Node* kind = node.find(kind_key);
  if (kind == nullptr) {
    problems_.add({node.place, kind_path, tr("the key is missing"),
                   Sentence(tr("known: {}"), fmt::format("{}", fmt::join(known, ", ")))});
    return std::nullopt;
  }
  places_[kind_path] = kind->place;
  if (!expect_scalar(*kind, kind_path, true)) return std::nullopt;
  const auto found = std::find(known.begin(), known.end(), kind->text);
  if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
  problems_.add({kind->place, kind_path,
                 Sentence(tr("{} is not a known kind"), quoted_for_message(kind->text)),
                 name_hint(kind->text, known)});
  return std::nullopt;
}

void FieldReader::report_unknown(const Node& map, const std::string& path,
                                 const std::vector<std::string>& known) {
  for (const Entry& entry : map.entries) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    const bool colon = entry.key.find(':') != std::string::npos;
    problems_.add({entry.key_place, joined_key(path, shortened(entry.key)), tr("unknown key"),
                   problems_.full() ? Sentence()
                   : colon          ? Sentence(missing_blank)
                                    : name_hint(entry.key, known)});
  }
}

std::string FieldReader::item_path(const std::string& path, std::size_t index) {
  return fmt::format("{}[{}]", path, index);
}

}  // namespace jtsim::configs
