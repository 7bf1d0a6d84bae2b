// Faults that tests plant in a sound scenario, and where they are found again.
#pragma once

#include <string>

#include "tests/configs/bundle.hpp"

/// `from` becomes `to` in `file`; then a problem stands in that line (or in `line`) under `key`.
struct Planted {
  std::string file;
  std::string from;
  std::string to;
  std::string key;
  std::string what;
  int line = 0;
};

/// Line of the first `text` in a file of the bundle.
int line_of(const Bundle& bundle, const std::string& path, const std::string& text);

/// Whether some line of `problems` is "<file>:<line>:<column>: <key>: ...<what>".
bool finds(const std::string& problems, const Planted& planted, int line);
