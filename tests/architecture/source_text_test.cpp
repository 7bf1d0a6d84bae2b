// Shows that comments and literals are blanked and nothing else.
#include "tests/architecture/source_text.hpp"

#include <doctest/doctest.h>

TEST_CASE("comments become spaces and keep their line breaks") {
  CHECK(blank_comments_and_literals("a // b\nc") == "a     \nc");
  CHECK(blank_comments_and_literals("a /* {\n} */ b") == "a     \n     b");
  CHECK(blank_comments_and_literals("// a \\\nb\nc") == "      \n \nc");
  CHECK(blank_comments_and_literals("a / b * c") == "a / b * c");
}

TEST_CASE("literals keep only their quotes") {
  CHECK(blank_comments_and_literals(R"(f("{//", '}', "\"{"))") == R"(f("   ", ' ', "   "))");
  CHECK(blank_comments_and_literals(R"(x = '\'' + 1)") == R"(x = '  ' + 1)");
  CHECK(blank_comments_and_literals("R\"x( \" )\" { )x\"; a") ==
        "R\"" + std::string(12, ' ') + "\"; a");
}

TEST_CASE("a quote between digits is no literal") {
  CHECK(blank_comments_and_literals("1'000'000 {") == "1'000'000 {");
  CHECK(blank_comments_and_literals("0xff'ff + u8'{'") == "0xff'ff + u8' '");
}

TEST_CASE("an unclosed quote ends with its line") {
  CHECK(blank_comments_and_literals("#error don't\n{") == "#error don' \n{");
}

TEST_CASE("of a condition of the preprocessor only the first branch is left") {
  CHECK(blank_directives("#if A\nf {\n#else\ng {\n#endif\n}") ==
        "     \nf {\n     \n   \n      \n}");
  CHECK(blank_directives("#define A { \\\n {\nb") == "             \n  \nb");
}

TEST_CASE("lines count from one") {
  CHECK(line_at("a\nb\nc", 0) == 1);
  CHECK(line_at("a\nb\nc", 4) == 3);
  CHECK(split_lines("a\n\nb") == std::vector<std::string>{"a", "", "b"});
  CHECK(split_lines("a\n").size() == 1);
}
