// The width of texts on a terminal.
#include "base/text_width.hpp"

#include <doctest/doctest.h>

using jtsim::text_width;

TEST_CASE("Chinese text takes two columns a character") {
  CHECK(text_width("abc") == 3);
  CHECK(text_width("失业") == 4);
  CHECK(text_width("退休(含)") == 8);
  CHECK(text_width("") == 0);
}

TEST_CASE("other characters of several bytes take one column") {
  CHECK(text_width("é–±") == 3);
  CHECK(text_width("失\xE5") == 3);
}
