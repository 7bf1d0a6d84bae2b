// The direction of includes: which room may know which, and no file in a circle.
#pragma once

#include <string>
#include <vector>

#include "tests/architecture/source_text.hpp"

/// One #include line; `target` is written as in the source.
struct Include {
  std::string target;
  bool quoted = false;
  int line = 0;
};

/// The include lines of a file that are not commented out.
std::vector<Include> find_includes(const SourceText& source);

/// Room of a file by its path ("src/base/x.hpp" lies in base, "src/x.hpp" in src); empty if none.
std::string room_of_path(const std::string& path);

/// Includes that go up or sideways, name no room, or put our own headers in angle brackets.
std::vector<Fault> include_faults(const SourceText& source);

/// Every circle of includes among `sources`, reported once, at its alphabetically first file.
std::vector<Fault> cycle_faults(const std::vector<SourceText>& sources);
