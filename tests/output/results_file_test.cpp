// The results file: same bytes in any order and on any threads, and nothing left when it fails.
#include "output/results_file.hpp"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <thread>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "output/hdf5_handle.hpp"
#include "tests/output/fake_results.hpp"

using namespace jtsim;
using namespace jtsim::output;

namespace {

constexpr std::uint32_t replicates = 12;
constexpr std::size_t events = 9'000;

const Layout& short_layout() {
  static const Layout layout = layout_of(short_inputs(), {0, replicates});
  return layout;
}

/// Only the first replicates keep their register.
ReplicateResult result_of(std::uint32_t replicate) {
  return fake_result(short_layout(), replicate, replicate < 4 ? events : 0);
}

/// Digest of a file to which the threads add the replicates from the list, one after another.
std::string digest_with(unsigned threads, const std::vector<std::uint32_t>& order) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "results.h5";
  ResultsFile file(short_layout(), fake_provenance(), {.path = path, .threads = threads});
  std::atomic<std::size_t> next = 0;
  std::vector<std::jthread> pool;
  for (unsigned t = 0; t < threads; ++t) {
    pool.emplace_back([&] {
      for (std::size_t i = next++; i < order.size(); i = next++) file.add(result_of(order[i]));
    });
  }
  pool.clear();
  CHECK(finish(file, path) == replicates);
  CHECK(folder.names() == std::vector<std::string>{"results.h5"});
  return sha256_of_file(path);
}

std::vector<std::int32_t> read_all(const std::filesystem::path& path, const char* name) {
  const Hdf5File file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), tr("open"));
  const Hdf5Dataset array(H5Dopen2(file.get(), name, H5P_DEFAULT), tr("open"));
  const Hdf5Space space(H5Dget_space(array.get()), tr("look"));
  std::vector<std::int32_t> values(
      static_cast<std::size_t>(H5Sget_simple_extent_npoints(space.get())));
  REQUIRE(H5Dread(array.get(), H5T_NATIVE_INT32, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) >=
          0);
  return values;
}

}  // namespace

TEST_CASE("the bytes of a file depend on neither the order nor the number of threads") {
  std::vector<std::uint32_t> order(replicates);
  std::iota(order.begin(), order.end(), 0U);
  const std::string expected = digest_with(1, order);
  CHECK(digest_with(1, order) == expected);
  for (const unsigned threads : {2U, 3U, 7U, 16U}) CHECK(digest_with(threads, order) == expected);
  // As many may wait as there are threads, and two more.
  CHECK(digest_with(16, {3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8}) == expected);
  std::ranges::reverse(order);
  CHECK(digest_with(16, order) == expected);
}

TEST_CASE("every replicate lies in its place with its own numbers") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "results.h5";
  ResultsFile file(short_layout(), fake_provenance(), {.path = path});
  for (std::uint32_t k = 0; k < replicates; ++k) file.add(result_of(k));
  CHECK(finish(file, path) == replicates);
  std::vector<std::int32_t> expected;
  for (std::uint32_t k = 0; k < replicates; ++k) {
    const ReplicateResult result = result_of(k);
    const auto* values = find_values<std::int32_t>(short_layout(), result, "stock_by_group");
    REQUIRE(values != nullptr);
    expected.insert(expected.end(), values->begin(), values->end());
  }
  CHECK(read_all(path, "stock_by_group") == expected);
  // Two full chunks of the register and the rest.
  CHECK(read_all(path, "event").size() == 4 * events);
  CHECK(read_all(path, "event").back() == 4 * events - 1);
  std::vector<std::int32_t> mines;
  for (std::uint32_t k = 0; k < 4; ++k) {
    for (const auto& event : result_of(k).events) {
      mines.push_back(static_cast<std::int32_t>(event.mine.index()));
    }
  }
  CHECK(read_all(path, "displaced_mine") == mines);
}

TEST_CASE("an unfinished file keeps its leading replicates only") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "results.h5";
  ResultsFile file(short_layout(), fake_provenance(), {.path = path, .threads = 8});
  for (const std::uint32_t k : {0U, 1U, 3U, 4U}) file.add(result_of(k));
  CHECK(finish(file, path) == 2);
  CHECK(read_all(path, "replicate") == std::vector<std::int32_t>{0, 1});
  CHECK(read_all(path, "stock").size() ==
        2 * short_layout().entries()[short_layout().find("stock")].size);
}

TEST_CASE("a file without a complete replicate is not left behind") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "results.h5";
  ResultsFile file(short_layout(), fake_provenance(), {.path = path});
  CHECK(folder.names() == std::vector<std::string>{"results.h5.part"});
  CHECK(file.close() == 0);
  CHECK(folder.names().empty());
  { const ResultsFile dropped(short_layout(), fake_provenance(), {.path = path}); }
  CHECK(folder.names().empty());
}

TEST_CASE("a thread that waits for a place is freed when the run stops") {
  const TemporaryFolder folder;
  ResultsFile file(short_layout(), fake_provenance(), {.path = folder.path() / "results.h5"});
  std::jthread waiting([&] {
    for (std::uint32_t k = 1; k < replicates; ++k) file.add(result_of(k));
  });
  // One thread and two more have three places, of which one is kept for the first replicate.
  while (file.load().waiting_threads == 0) std::this_thread::yield();
  CHECK(file.load().held == 2);
  file.stop();
  waiting.join();
  CHECK(file.load().waiting_threads == 0);
  CHECK(file.close() == 0);
}

TEST_CASE("no more packed replicates are held than there are threads, and two more") {
  constexpr unsigned threads = 3;
  const TemporaryFolder folder;
  const auto path = folder.path() / "results.h5";
  ResultsFile file(short_layout(), fake_provenance(), {.path = path, .threads = threads});
  std::atomic<std::uint32_t> next = 1;
  std::vector<std::jthread> pool;
  for (unsigned t = 0; t < threads; ++t) {
    pool.emplace_back([&] {
      for (std::uint32_t k = next++; k < replicates; k = next++) file.add(result_of(k));
    });
  }
  while (file.load().waiting_threads < threads) std::this_thread::yield();
  CHECK(file.load().held == threads + 1);
  file.add(result_of(0));
  pool.clear();
  CHECK(finish(file, path) == replicates);
}

TEST_CASE(
    "what is finished after the run stopped is kept as long as nothing before it is missing") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "results.h5";
  ResultsFile file(short_layout(), fake_provenance(), {.path = path});
  file.add(result_of(0));
  file.stop();
  for (const std::uint32_t k : {6U, 5U, 3U, 2U, 1U}) file.add(result_of(k));
  CHECK(finish(file, path) == 4);
  CHECK(read_all(path, "replicate") == std::vector<std::int32_t>{0, 1, 2, 3});
}

TEST_CASE("a folder that is not there is reported with its path") {
  try {
    const ResultsFile file(short_layout(), fake_provenance(), {.path = "/nowhere/results.h5"});
    FAIL("must not be created");
  } catch (const StorageError& error) {
    const std::string text = error.what();
    CHECK(text.find("/nowhere/results.h5") != std::string::npos);
    CHECK(text.find("No such file or directory") != std::string::npos);
  }
}

TEST_CASE("a replicate that is added twice or belongs elsewhere is a fault of the program") {
  const TemporaryFolder folder;
  ResultsFile file(short_layout(), fake_provenance(), {.path = folder.path() / "results.h5"});
  file.add(result_of(0));
  CHECK_THROWS_AS(file.add(result_of(0)), LogicFault);
  CHECK_THROWS_AS(file.add(fake_result(short_layout(), replicates, 0)), LogicFault);
}

TEST_CASE("a run without an event or a policy still has a valid file") {
  agents::Inputs inputs = short_inputs();
  inputs.policies.clear();
  inputs.budget_lines.clear();
  inputs.tables.mines.clear();
  const Layout layout = layout_of(inputs, {5, 1});
  CHECK(layout.find("policy_count") == layout.entries().size());
  const TemporaryFolder folder;
  const auto path = folder.path() / "results.h5";
  ResultsFile file(layout, fake_provenance(), {.path = path});
  file.add(fake_result(layout, 5, 0));
  CHECK(finish(file, path) == 1);
  CHECK(read_all(path, "replicate") == std::vector<std::int32_t>{5});
  CHECK(read_all(path, "displaced_month").empty());
}
