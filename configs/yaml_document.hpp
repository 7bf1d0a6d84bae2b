// YAML text as a plain tree in which every node knows its place; nothing else sees the YAML
// library.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "configs/file_source.hpp"
#include "configs/problems.hpp"

namespace jtsim::configs {

enum class NodeKind : std::uint8_t { nothing, scalar, list, map };
enum class Quoting : std::uint8_t { plain, quoted };

struct Entry;

/// One value of a document. Columns of places count characters.
struct Node {
  NodeKind kind = NodeKind::nothing;
  Place place;
  /// Of a scalar.
  std::string text;
  Quoting quoting = Quoting::plain;
  /// Of a list.
  std::vector<Node> items;
  /// Of a map, in the order of the file, keys unique.
  std::vector<Entry> entries;

  /// The value under `key` of a map, or nullptr.
  const Node* find(std::string_view key) const;
};

struct Entry {
  std::string key;
  Place key_place;
  Node value;
};

/// "a section", "a list", "text `abc`", "nothing": what stands there, for messages.
Sentence described(const Node& node);

/// What a document may at most be; beyond it is refused before a tree exists.
struct YamlLimits {
  static constexpr std::size_t bytes = std::size_t{1} << 20;
  static constexpr std::size_t depth = 64;
  static constexpr std::size_t nodes = 200'000;
  static constexpr std::size_t scalar_bytes = std::size_t{64} << 10;
};

/// The one document of a text. Anchors, aliases, tags, merge keys (`<<`), quoted texts over several
/// lines, and whatever exceeds YamlLimits are refused: then the result is empty and `problems` says
/// why. Duplicate keys are reported with both places; the first one stays in the tree.
std::optional<Node> parse_yaml(const SourceText& source, Problems& problems);

}  // namespace jtsim::configs
