// Loops over blocks of work on several threads, with results that do not depend on their number.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace jtsim {

/// A piece of a loop: elements `begin` to `end` - 1 of the whole.
struct Block {
  std::size_t index;
  std::size_t begin;
  std::size_t end;
};

/// Number of blocks that `parallel_blocks` makes.
constexpr std::size_t block_count(std::size_t count, std::size_t block_size) {
  return (count + block_size - 1) / block_size;
}

/// Calls `body` once for every block of `block_size` consecutive elements (the last may be
/// shorter), on as many threads as are allowed. Blocks run in any order: each writes only what
/// belongs to its index, and what they found is combined in index order afterwards. If blocks
/// throw, the exception of the lowest of them is thrown, whatever the timing; higher blocks may
/// then not have run. Loops may be nested; a thread waiting for an inner loop takes up no outer
/// work.
void parallel_blocks(std::size_t count, std::size_t block_size,
                     const std::function<void(const Block&)>& body);

/// The number of threads loops may use, counting the caller.
class ThreadLimit {
 public:
  /// `threads` >= 1; more threads than processors are allowed.
  explicit ThreadLimit(std::size_t threads);
  ~ThreadLimit();
  ThreadLimit(const ThreadLimit&) = delete;
  ThreadLimit& operator=(const ThreadLimit&) = delete;

  /// Calls `work`; the loops in it use this limit. Exceptions pass through.
  void run(const std::function<void()>& work);

 private:
  struct Arena;
  std::unique_ptr<Arena> arena_;
};

/// Threads the machine offers to this process (its processor affinity, not a container's quota).
std::size_t available_threads();

}  // namespace jtsim
