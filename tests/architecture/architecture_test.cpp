// Holds the whole checkout against the rules of ARCHITECTURE.md and CONTRIBUTING.md.
#include <algorithm>

#include <doctest/doctest.h>

#include "tests/architecture/includes.hpp"
#include "tests/architecture/rules.hpp"
#include "tests/architecture/source_text.hpp"

namespace {

const std::vector<SourceText>& sources() {
  static const std::vector<SourceText> all = read_sources(JTSIM_SOURCE_DIR);
  return all;
}

template <typename Rule>
std::string breaches(const std::vector<SourceText>& files, Rule rule) {
  std::string list;
  for (const SourceText& file : files) list += list_faults(rule(file));
  return list;
}

}  // namespace

TEST_CASE("the walk sees the sources, this file among them") {
  CHECK(std::ranges::count(sources(), "tests/architecture/architecture_test.cpp",
                           &SourceText::path) == 1);
  CHECK(std::ranges::count(sources(), "src/base/month.hpp", &SourceText::path) == 1);
}

TEST_CASE("includes run one way between the rooms") {
  CHECK(breaches(sources(), include_faults) == "");
}

TEST_CASE("no files include each other in a circle") {
  CHECK(list_faults(cycle_faults(sources())) == "");
}

TEST_CASE("files keep within their length") {
  CHECK(breaches(sources(), file_length_faults) == "");
}

TEST_CASE("functions keep within their length") {
  CHECK(breaches(sources(), function_length_faults) == "");
}

TEST_CASE("every file begins with a sentence on what it is for") {
  CHECK(breaches(sources(), first_line_faults) == "");
}

TEST_CASE("no room uses a word forbidden to it") { CHECK(breaches(sources(), word_faults) == ""); }

TEST_CASE("no file names a path outside the checkout") {
  CHECK(breaches(read_written_files(JTSIM_SOURCE_DIR), foreign_path_faults) == "");
}
