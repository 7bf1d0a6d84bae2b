// The layers of a scenario: the files it extends, the file itself, and the command line, merged
// into one tree in which every value still knows where it came from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "configs/file_source.hpp"
#include "configs/problems.hpp"
#include "configs/yaml_document.hpp"

namespace jtsim::configs {

/// The key that names the file a scenario builds on.
inline constexpr std::string_view extends_key = "extends";

/// Lays `upper` over `lower`: maps are merged deeply, everything else is replaced.
void lay_over(Node& lower, Node upper);

/// The file `main` over all it extends, without the key `extends`. A chain that returns to a file
/// is refused. Empty when a file cannot be read; `problems` says why.
std::optional<Node> read_file_layers(FileSource& source, const std::string& main,
                                     Problems& problems);

/// One `key.path=value` of the command line; the value is YAML in one line.
struct Override {
  std::string key_path;
  Node value;
};

/// Reads what the command line sets; what cannot be read is reported and left out.
std::vector<Override> parse_overrides(const std::vector<std::string>& texts, Problems& problems);

/// `value` under `key_path` as a tree of its own.
Node tree_of(const Override& override_);

}  // namespace jtsim::configs
