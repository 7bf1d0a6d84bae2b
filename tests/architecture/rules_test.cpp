// Plants a breach of every rule on text and shows that it is found.
#include "tests/architecture/rules.hpp"

#include <doctest/doctest.h>

namespace {

std::string repeated(const std::string& line, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += line;
  return text;
}

std::size_t words_found(const std::string& path, const std::string& text) {
  return word_faults(make_source(path, text)).size();
}

}  // namespace

TEST_CASE("a file one line too long is a fault") {
  CHECK(file_length_faults(make_source("agents/a.cpp", repeated("\n", max_file_lines))).empty());
  CHECK(
      file_length_faults(make_source("agents/a.cpp", repeated("\n", max_file_lines + 1))).size() ==
      1);
}

TEST_CASE("a function one line too long is a fault") {
  const auto function_of = [](int lines) {
    return make_source("agents/a.cpp", "void f() {\n" + repeated("  g();\n", lines - 2) + "}\n");
  };
  CHECK(function_length_faults(function_of(max_function_lines)).empty());
  const std::vector<Fault> faults = function_length_faults(function_of(max_function_lines + 1));
  REQUIRE(faults.size() == 1);
  CHECK(list_faults(faults) == "agents/a.cpp:1: f of 61 lines\n");
}

TEST_CASE("a head that cannot be read is reported, not passed over") {
  const std::string text = "int f(int a) MACRO_FOR_ATTRIBUTES {\n  if (a) {\n  }\n}\n";
  const std::vector<Fault> faults = function_length_faults(make_source("agents/a.cpp", text));
  REQUIRE(faults.size() == 1);
  CHECK(faults.front().line == 2);
}

TEST_CASE("a long class of short functions is no long function") {
  const std::string text = "class A {\n" + repeated("  int f() { return 1; }\n", 100) + "};\n";
  CHECK(function_length_faults(make_source("agents/a.cpp", text)).empty());
}

TEST_CASE("a file without a sentence at its head is a fault") {
  CHECK(first_line_faults(make_source("agents/a.cpp", "// What it is for.\nint a;\n")).empty());
  CHECK(first_line_faults(make_source("agents/a.cpp", "// What it\n// is for.\nint a;\n")).empty());
  CHECK(first_line_faults(make_source("agents/a.cpp", "int a;  // Too late.\n")).size() == 1);
  CHECK(first_line_faults(make_source("agents/a.cpp", "\n// Too late.\n")).size() == 1);
  CHECK(first_line_faults(make_source("agents/a.cpp", "// no sentence\nint a;\n")).size() == 1);
  CHECK(first_line_faults(make_source("agents/a.cpp", "//\n")).size() == 1);
}

TEST_CASE("a header without its guard is a fault") {
  CHECK(first_line_faults(make_source("agents/a.hpp", "// For.\n#pragma once\n")).empty());
  CHECK(first_line_faults(make_source("agents/a.hpp", "// For.\n// #pragma once.\n")).size() == 1);
}

TEST_CASE("foreign randomness is a fault in the program and free in tests and bench") {
  for (const char* line :
       {"std::mt19937 engine;", "std::random_device device;", "boost::random::mt19937_64 engine;",
        "std::uniform_int_distribution<int> d;", "x = rand();", "srand (1);", "x = drand48();",
        "std::shuffle(a, b, c);", "std::default_random_engine e;"}) {
    CAPTURE(line);
    CHECK(words_found("output/a.cpp", line) >= 1);
    CHECK(words_found("tests/a.cpp", line) == 0);
    CHECK(words_found("bench/a.cpp", line) == 0);
  }
  CHECK(words_found("agents/a.cpp", "x = operand(); // std::mt19937\n") == 0);
  CHECK(words_found("agents/a.cpp", "boost::random::binomial_distribution<int> d;") == 0);
}

TEST_CASE("default: is a fault in the model only") {
  CHECK(words_found("agents/a.cpp", "switch (x) {\n  default:\n    break;\n}") == 1);
  CHECK(words_found("policies/a.cpp", "default : f();") == 1);
  CHECK(words_found("agents/a.cpp", "A() = default;\nB(const B&) = default;") == 0);
  CHECK(words_found("src/a.cpp", "default: f();") == 0);
}

TEST_CASE("virtual functions and macros are faults where they are not wanted") {
  CHECK(words_found("policies/a.hpp", "virtual void f();") == 1);
  CHECK(words_found("src/base/a.hpp", "  # define A 1") == 1);
  CHECK(words_found("tests/a.cpp", "#define A 1") == 0);
}

TEST_CASE("a type name that says nothing is a fault") {
  for (const char* line :
       {"class WorkerManager {", "struct Data {", "struct RunInfo;", "enum class PathUtil {",
        "using MineData = int;", "class Helper final {"}) {
    CAPTURE(line);
    CHECK(words_found("configs/a.hpp", line) == 1);
  }
  CHECK(words_found("configs/a.hpp", "class Database {\nstruct Information {") == 0);
  CHECK(words_found("configs/a.hpp", "using H5::DataSpace;\nint data;") == 0);
}

TEST_CASE("a path of the workplace is a fault in any kind of file") {
  const std::string path = std::string("see ../sha") + "red/notes.md";
  const std::vector<Fault> faults = foreign_path_faults(make_source("docs/a.md", "a\n" + path));
  REQUIRE(faults.size() == 1);
  CHECK(faults.front().line == 2);
  CHECK(foreign_path_faults(make_source("docs/a.md", "shared framework/main\n")).empty());
}
