// Block loops on oneTBB.
#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include "base/error.hpp"

namespace jtsim {

namespace {

/// Keeps the exception of the lowest block that threw.
class FirstFailure {
 public:
  /// True if this block's outcome can no longer matter.
  bool precedes(std::size_t block) const { return lowest_.load() < block; }

  /// Inside a handler.
  void record(std::size_t block) {
    const std::lock_guard lock(mutex_);
    if (precedes(block)) return;
    lowest_ = block;
    failure_ = std::current_exception();
  }

  void rethrow_if_any() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::mutex mutex_;
  std::atomic<std::size_t> lowest_ = none;
  std::exception_ptr failure_;
};

}  // namespace

void parallel_blocks(std::size_t count, std::size_t block_size,
                     const std::function<void(const Block&)>& body) {
  expect(block_size > 0, "a block holds something");
  FirstFailure failure;
  const auto run_block = [&](std::size_t index) {
    if (failure.precedes(index)) return;
    const std::size_t begin = index * block_size;
    try {
      body({.index = index, .begin = begin, .end = std::min(begin + block_size, count)});
    } catch (...) {
      failure.record(index);
    }
  };
  const std::size_t blocks = block_count(count, block_size);
  tbb::this_task_arena::isolate(
      [&] { tbb::parallel_for(std::size_t{0}, blocks, run_block, tbb::simple_partitioner()); });
  failure.rethrow_if_any();
}

struct ThreadLimit::Arena {
  explicit Arena(std::size_t threads)
      : allowed(tbb::global_control::max_allowed_parallelism, threads),
        arena(static_cast<int>(threads)) {}

  tbb::global_control allowed;
  tbb::task_arena arena;
};

ThreadLimit::ThreadLimit(std::size_t threads) {
  expect(threads >= 1, "at least one thread");
  arena_ = std::make_unique<Arena>(threads);
}

ThreadLimit::~ThreadLimit() = default;

void ThreadLimit::run(const std::function<void()>& work) { arena_->arena.execute(work); }

std::size_t available_threads() {
  return static_cast<std::size_t>(tbb::info::default_concurrency());
}

}  // namespace jtsim
