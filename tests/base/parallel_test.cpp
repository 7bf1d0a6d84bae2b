// Block loops: every element once, and nothing depends on the number of threads.
#include "base/parallel.hpp"

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "base/random.hpp"

using namespace jtsim;

namespace {

/// A sum of doubles whose last bits depend on the order of addition.
double sum_by_blocks(std::size_t threads) {
  std::vector<double> sums(block_count(100'000, 1000));
  ThreadLimit limit(threads);
  limit.run([&] {
    parallel_blocks(100'000, 1000, [&](const Block& block) {
      for (std::size_t i = block.begin; i < block.end; ++i) {
        const auto id = static_cast<std::uint32_t>(i);
        sums[block.index] += unit_interval(draw({1}, Stream::markov, id, 0));
      }
    });
  });
  return std::accumulate(sums.begin(), sums.end(), 0.0);
}

/// The message of what a loop of 64 blocks throws if the blocks from `first_failing` on fail, slow
/// ones first.
std::string failure_message(std::size_t first_failing) {
  try {
    parallel_blocks(64, 1, [&](const Block& block) {
      if (block.index < first_failing) return;
      if (block.index == first_failing) std::this_thread::sleep_for(std::chrono::milliseconds(2));
      throw std::runtime_error(std::to_string(block.index));
    });
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "nothing thrown";
}

}  // namespace

TEST_CASE("every element belongs to exactly one block") {
  for (const std::size_t count : {0U, 1U, 99U, 100U, 101U, 12'345U}) {
    std::vector<std::atomic<int>> visits(count);
    std::vector<int> blocks(block_count(count, 100));
    parallel_blocks(count, 100, [&](const Block& block) {
      ++blocks[block.index];
      CHECK(block.begin == block.index * 100);
      for (std::size_t i = block.begin; i < block.end; ++i) ++visits[i];
    });
    for (const auto& v : visits) REQUIRE(v == 1);
    for (const int b : blocks) REQUIRE(b == 1);
  }
}

TEST_CASE("the number of threads does not change a sum of doubles") {
  const double alone = sum_by_blocks(1);
  for (const std::size_t threads : {2U, 3U, 8U}) CHECK(sum_by_blocks(threads) == alone);
}

TEST_CASE("a thread limit is kept, and may exceed the processors") {
  const auto threads_seen = [](std::size_t limit) {
    std::atomic<int> running = 0;
    std::atomic<int> most = 0;
    ThreadLimit(limit).run([&] {
      parallel_blocks(50, 1, [&](const Block&) {
        const int now = ++running;
        int seen = most;
        while (seen < now && !most.compare_exchange_weak(seen, now)) {
        }
        std::this_thread::sleep_for(std::chrono::microseconds(500));
        --running;
      });
    });
    return most.load();
  };
  CHECK(threads_seen(1) == 1);
  CHECK(threads_seen(2) <= 2);
  CHECK(threads_seen(6) <= 6);
  CHECK(available_threads() >= 1);
}

TEST_CASE("of several exceptions the one of the lowest block is thrown") {
  ThreadLimit limit(4);
  limit.run([] {
    for (int repeat = 0; repeat < 20; ++repeat) {
      CHECK(failure_message(0) == "0");
      CHECK(failure_message(5) == "5");
      CHECK(failure_message(63) == "63");
    }
  });
  CHECK(failure_message(64) == "nothing thrown");
}

TEST_CASE("a loop within a loop never starts another block of the outer loop") {
  ThreadLimit limit(4);
  std::atomic<bool> interleaved = false;
  std::vector<std::size_t> totals(20);
  limit.run([&] {
    parallel_blocks(20, 1, [&](const Block& outer) {
      thread_local bool inside = false;
      if (inside) interleaved = true;
      inside = true;
      std::vector<std::size_t> parts(50);
      parallel_blocks(50, 1, [&](const Block& inner) { parts[inner.index] = inner.index; });
      totals[outer.index] = std::accumulate(parts.begin(), parts.end(), std::size_t{0});
      inside = false;
    });
  });
  CHECK_FALSE(interleaved);
  for (const std::size_t total : totals) CHECK(total == 50 * 49 / 2);
}

TEST_CASE("empty blocks and no threads are refused") {
  CHECK_THROWS_AS(parallel_blocks(10, 0, [](const Block&) {}), LogicFault);
  CHECK_THROWS_AS(ThreadLimit(0), LogicFault);
}
