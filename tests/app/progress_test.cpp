// What people read while they wait.
#include "src/progress.hpp"

#include <doctest/doctest.h>

using namespace jtsim;
using namespace jtsim::app;

TEST_CASE("a duration is told in at most two units, rounded up") {
  CHECK(duration_text(0.2, Language::en) == "1 s");
  CHECK(duration_text(59, Language::en) == "59 s");
  CHECK(duration_text(59.5, Language::en) == "1 min 00 s");
  CHECK(duration_text(200, Language::en) == "3 min 20 s");
  CHECK(duration_text(7500, Language::en) == "2 h 05 min");
  CHECK(duration_text(200, Language::zh) == "3 分 20 秒");
}

TEST_CASE("a silent progress writes nothing, and neither does one that is looked at too soon") {
  for (const ProgressStyle style : {ProgressStyle::silent, ProgressStyle::lines}) {
    std::FILE* file = std::tmpfile();
    {
      Progress progress(file, style, Language::en, {.replicates = 2, .months = 20});
      progress.look();
    }
    CHECK(std::ftell(file) == 0);
    std::fclose(file);
  }
}
