// The name of a file that a scenario points to, distinct in type from other text.
#pragma once

#include <string>

namespace jtsim {

/// A path as a scenario writes it; once read, relative to the folder of the scenario. Empty: none.
struct FilePath {
  std::string text;
  bool operator==(const FilePath&) const = default;
};

/// A file that holds a network of occupations. Empty: the complete network, `complete` in files.
struct NetworkPath : FilePath {
  bool operator==(const NetworkPath&) const = default;
};

}  // namespace jtsim
