// Plants wrong includes and shows that each is found.
#include "tests/architecture/includes.hpp"

#include <doctest/doctest.h>

namespace {

std::string first_problem(const std::string& path, const std::string& text) {
  const std::vector<Fault> faults = include_faults(make_source(path, text));
  return faults.empty() ? "" : faults.front().problem;
}

}  // namespace

TEST_CASE("an include of a higher room is a fault") {
  CHECK(first_problem("agents/a.hpp", "#include \"policies/b.hpp\"\n") ==
        "upward include from agents to policies (policies/b.hpp)");
  CHECK(first_problem("src/base/a.hpp", "#include \"agents/b.hpp\"\n") ==
        "upward include from base to agents (agents/b.hpp)");
  CHECK(first_problem("output/a.cpp", "#  include \"src/b.hpp\"\n") ==
        "upward include from output to src (src/b.hpp)");
  CHECK(first_problem("src/a.cpp", "#include \"tests/b.hpp\"\n") != "");
}

TEST_CASE("an include of the own or a lower room is none") {
  CHECK(first_problem("policies/a.hpp", "#include \"agents/b.hpp\"\n#include \"base/c.hpp\"\n") ==
        "");
  CHECK(first_problem("src/base/a.cpp", "#include \"base/a.hpp\"\n#include <vector>\n") == "");
  CHECK(first_problem("tests/agents/a.cpp", "#include \"src/b.hpp\"\n") == "");
}

TEST_CASE("tests and bench do not know each other") {
  CHECK(first_problem("bench/a.cpp", "#include \"tests/b.hpp\"\n") ==
        "sideways include from bench to tests (tests/b.hpp)");
}

TEST_CASE("a quoted include names its room and nothing else") {
  CHECK(first_problem("agents/a.hpp", "#include \"b.hpp\"\n") != "");
  CHECK(first_problem("agents/a.hpp", "#include \"../src/b.hpp\"\n") != "");
  CHECK(first_problem("src/a.hpp", "#include \"agents/../src/b.hpp\"\n") != "");
  CHECK(first_problem("src/a.hpp", "#include \"src/base/b.hpp\"\n") != "");
}

TEST_CASE("our own headers do not stand in angle brackets") {
  CHECK(first_problem("policies/a.hpp", "#include <agents/b.hpp>\n") ==
        "our own header in angle brackets (agents/b.hpp)");
}

TEST_CASE("an include in a comment or a string is no include") {
  CHECK(first_problem("agents/a.hpp", "// #include \"src/b.hpp\"\n") == "");
  CHECK(first_problem("agents/a.hpp", "/*\n#include \"src/b.hpp\"\n*/\n") == "");
  CHECK(first_problem("agents/a.hpp", "auto x = R\"(\n#include \"src/b.hpp\"\n)\";\n") == "");
}

TEST_CASE("a fault carries its line") {
  const auto faults = include_faults(make_source("agents/a.hpp", "//\n\n#include \"src/b.hpp\"\n"));
  REQUIRE(faults.size() == 1);
  CHECK(faults.front().line == 3);
}

TEST_CASE("a circle of includes is reported once, with its way") {
  const std::vector<SourceText> sources = {
      make_source("agents/a.hpp", "#include \"agents/b.hpp\"\n"),
      make_source("agents/b.hpp", "#include \"agents/c.hpp\"\n#include \"base/d.hpp\"\n"),
      make_source("agents/c.hpp", "#include \"agents/a.hpp\"\n"),
      make_source("src/base/d.hpp", "#include <vector>\n")};
  const std::vector<Fault> faults = cycle_faults(sources);
  REQUIRE(faults.size() == 1);
  CHECK(faults.front().problem ==
        "circle of includes: agents/a.hpp -> agents/b.hpp -> agents/c.hpp -> agents/a.hpp");
}

TEST_CASE("a circle in the ground room is found through its short include paths") {
  const std::vector<SourceText> sources = {
      make_source("src/base/a.hpp", "#include \"base/b.hpp\"\n"),
      make_source("src/base/b.hpp", "#include \"base/a.hpp\"\n")};
  CHECK(cycle_faults(sources).size() == 1);
}

TEST_CASE("two ways to one file are no circle") {
  const std::vector<SourceText> sources = {
      make_source("agents/a.hpp", "#include \"agents/b.hpp\"\n#include \"agents/c.hpp\"\n"),
      make_source("agents/b.hpp", "#include \"agents/d.hpp\"\n"),
      make_source("agents/c.hpp", "#include \"agents/d.hpp\"\n"), make_source("agents/d.hpp", "")};
  CHECK(cycle_faults(sources).empty());
}

TEST_CASE("a path belongs to its room") {
  CHECK(room_of_path("src/base/month.hpp") == "base");
  CHECK(room_of_path("src/run.cpp") == "src");
  CHECK(room_of_path("tests/base/month_test.cpp") == "tests");
  CHECK(room_of_path("docs/x.hpp") == "");
}
