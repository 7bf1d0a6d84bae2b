// Parts of a sweep: what is written is read back, and damage is found.
#include "output/sweep_part.hpp"

#include <cmath>
#include <cstring>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "output/chunk_codec.hpp"
#include "output/foreign_input.hpp"
#include "tests/output/fake_results.hpp"

namespace {

using namespace jtsim::output;
namespace fs = std::filesystem;

const std::vector<KeptArray> kept{{"stock", NumberType::int32, {2, 3}},
                                  {"rate", NumberType::float64, {2}}};

template <class T>
std::vector<std::byte> packed(const std::vector<T>& values) {
  return pack_chunk(std::as_bytes(std::span(values)), sizeof(T));
}

SweepRun run_number(std::uint64_t number) {
  const auto n = static_cast<std::int32_t>(number);
  SweepRun run;
  run.run = number;
  run.seconds = 0.5;
  run.outcomes = {0.1 * n, std::nan("")};
  run.outcome_count = 2;
  run.arrays = {packed(std::vector<std::int32_t>{n, 1, 2, 3, 4, 5}),
                packed(std::vector<double>{0.25 * n, -1})};
  return run;
}

PartHead head() {
  return {.plan_digest = "abc",
          .block = 7,
          .generation = 2,
          .arrays = kept,
          .outcome_names = {"stock.a.2030", "rate.b"}};
}

std::string bytes_of_part(const fs::path& path) {
  std::vector<SweepRun> runs{run_number(3), run_number(4), run_number(9)};
  runs[1] = SweepRun{.run = 4, .seconds = 0.1, .failure = "no balance\nat all"};
  write_sweep_part(path, head(), runs);
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

void write_file(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

bool is_refused(const fs::path& path) {
  try {
    reading(path, [&] { PartReader(path, kept).verify(); });
  } catch (const jtsim::InputError&) {
    return true;
  } catch (const jtsim::StorageError&) {
    return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a part is read back as it was written, failed runs included") {
  const QuietHdf5 quiet;
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "000007-2.h5";
  bytes_of_part(path);
  const PartReader part(path, kept);
  CHECK(part.head().plan_digest == "abc");
  CHECK(part.head().block == 7);
  CHECK(part.head().generation == 2);
  CHECK(part.head().outcome_names == std::vector<std::string>{"stock.a.2030", "rate.b"});
  REQUIRE(part.rows().size() == 3);
  CHECK(part.rows()[1].failed);
  CHECK(part.rows()[2].run == 9);
  CHECK(part.rows()[2].outcome_count == 2);
  CHECK(part.failures() == std::vector<std::string>{"", "no balance at all", ""});
  CHECK(part.outcomes(2, 1)[0] == 0.1 * 9);
  CHECK(std::isnan(part.outcomes(1, 1)[0]));
  CHECK(part.chunk(0, 2) == run_number(9).arrays[0]);
  CHECK(part.numbers(0, 2) == std::vector<double>{9, 1, 2, 3, 4, 5});
  CHECK(part.numbers(1, 0) == std::vector<double>{0.75, -1});
  CHECK_THROWS_AS(part.chunk(0, 1), ForeignFile);
}

TEST_CASE("equal runs give equal bytes") {
  const QuietHdf5 quiet;
  const TemporaryFolder folder;
  CHECK(bytes_of_part(folder.path() / "a.h5") == bytes_of_part(folder.path() / "b.h5"));
}

TEST_CASE("a part cut short anywhere or with a bit turned is refused or reads the same") {
  const QuietHdf5 quiet;
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "part.h5";
  const std::string whole = bytes_of_part(path);
  for (std::size_t size = 0; size < whole.size(); size += 97) {
    write_file(path, whole.substr(0, size));
    CHECK(is_refused(path));
  }
  const auto outcomes_in = [&] {
    return reading(path, [&] { return PartReader(path, kept).outcomes(0, 1)[0]; });
  };
  for (std::size_t at = 0; at < whole.size(); at += 41) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 4);
    write_file(path, bytes);
    if (!is_refused(path)) CHECK(outcomes_in() == 0.1 * 3);
  }
}

TEST_CASE("a part of other arrays is refused") {
  const QuietHdf5 quiet;
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "part.h5";
  bytes_of_part(path);
  const std::vector<KeptArray> other{{"stock", NumberType::int32, {2, 4}}};
  CHECK_THROWS_AS(PartReader(path, other), ForeignFile);
}
