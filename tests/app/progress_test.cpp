// What people read while they wait.
#include "src/progress.hpp"

#include <chrono>
#include <thread>

#include <doctest/doctest.h>

using namespace jtsim;
using namespace jtsim::app;

TEST_CASE("a duration is told in at most two units, rounded up, a short one in tenths") {
  CHECK(duration_text(0.11, Language::en) == "0.2 s");
  CHECK(duration_text(9.95, Language::en) == "10 s");
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

TEST_CASE("progress tells how much is done, how fast it goes and how long it still takes") {
  const Workload twenty{.replicates = 20, .months = 9600};
  const WorkDone half{.replicates = 9, .months = 4800, .seconds = 8};
  CHECK(progress_text(twenty, half, Language::en) ==
        "9/20 replicates (50 %), 1.2 replicates/s, 8.0 s left");
  CHECK(progress_text(twenty, half, Language::zh) ==
        "已完成 9/20 次重复模拟（50 %），每秒 1.2 次，剩余 8.0 秒");
}

TEST_CASE("fast runs are told without decimals or powers of ten, slow ones by the minute") {
  const Workload many{.replicates = 100'000, .months = 100'000};
  CHECK(
      progress_text(many, {.replicates = 40'000, .months = 40'000, .seconds = 10}, Language::en) ==
      "40000/100000 replicates (40 %), 4000 replicates/s, 15 s left");
  const Workload one{.replicates = 1, .months = 480};
  CHECK(progress_text(one, {.replicates = 0, .months = 48, .seconds = 60}, Language::en) ==
        "0/1 replicate (10 %), 0.1 replicates/min, 9 min 00 s left");
}

TEST_CASE("no time is left to tell before anything or after everything is done") {
  const Workload ten{.replicates = 10, .months = 100};
  CHECK(progress_text(ten, {.replicates = 0, .months = 0, .seconds = 6}, Language::en) ==
        "0/10 replicates (0 %), 0.0 replicates/min");
  CHECK(progress_text(ten, {.replicates = 10, .months = 100, .seconds = 5}, Language::en) ==
        "10/10 replicates (100 %), 2.0 replicates/s");
}

TEST_CASE("a stream that takes nothing more does not end a run") {
  std::FILE* full = std::fopen("/dev/full", "w");
  REQUIRE(full != nullptr);
  {
    Progress progress(full, ProgressStyle::redrawn, Language::en, {.replicates = 2, .months = 20});
    // Redrawn lines come every fifth of a second.
    for (int i = 0; i < 30; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      progress.look();
    }
  }
  CHECK(std::ferror(full) != 0);
  std::fclose(full);
}
