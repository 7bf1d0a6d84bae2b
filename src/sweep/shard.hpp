// A share of a sweep's blocks, run by one process at a time.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "output/file_lock.hpp"
#include "src/sweep/plan.hpp"

namespace jtsim::app {

/// Every `count`-th block, from `number` - 1 on.
struct Shard {
  std::uint32_t number = 1;
  std::uint32_t count = 1;

  bool has_block(std::uint32_t block) const { return block % count == number - 1; }
  /// Whether some block can belong to both.
  bool overlaps(const Shard& other) const;
  bool operator==(const Shard&) const = default;
};

/// "2/3". Throws InputError for anything else.
Shard shard_from(const std::string& text);
std::string to_text(const Shard& shard);

/// A shard that somebody is running now.
struct RunningShard {
  Shard shard;
  /// "process 4711 on node3".
  std::string holder;
};

/// All shards of a directory whose locks are held.
std::vector<RunningShard> running_shards(const std::filesystem::path& directory);

/// Keeps other processes from the blocks of a shard as long as it lives.
class ShardLock {
 public:
  /// Throws InputError naming host and process if this shard, or one that overlaps it, is being
  /// run.
  ShardLock(const std::filesystem::path& directory, const Shard& shard);

  /// Who was killed while holding it, if anybody was.
  const std::optional<output::Holder>& left_by() const { return lock_->left_by(); }
  /// To be called often; shows other hosts that this one is at work.
  void beat();

 private:
  std::unique_ptr<output::FileLock> lock_;
  std::chrono::steady_clock::time_point next_beat_{};
};

}  // namespace jtsim::app
