// Locks of shards: one file each, named by the shard.
#include "src/sweep/shard.hpp"

#include <cstdio>
#include <numeric>
#include <thread>

#include <fmt/format.h>

#include "base/error.hpp"
#include "configs/problems.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr auto beat_interval = 5s;
// A living process of another host shows itself several times meanwhile.
constexpr auto longest_silence = 20s;
constexpr auto between_looks = 500ms;
constexpr std::uint32_t most_shards = 1'000'000;

fs::path lock_of(const fs::path& directory, const Shard& shard) {
  return directory / fmt::format("shard-{}-of-{}.lock", shard.number, shard.count);
}

std::optional<Shard> shard_of(const std::string& file_name) {
  Shard shard;
  if (std::sscanf(file_name.c_str(), "shard-%u-of-%u.lock", &shard.number, &shard.count) != 2)
    return std::nullopt;
  if (shard.number == 0 || shard.count == 0 || lock_of("", shard) != file_name) return std::nullopt;
  return shard;
}

[[noreturn]] void refuse(const fs::path& directory, const Shard& shard, const Shard& held,
                         const std::string& holder) {
  Problem problem;
  problem.place.file = directory.string();
  problem.what = shard == held
                     ? Sentence(tr("shard {} is being run by {}"), to_text(held), holder)
                     : Sentence(tr("shard {} is being run by {} and shares blocks with {}"),
                                to_text(held), holder, to_text(shard));
  problem.allowed = tr("wait for it, stop it, or run another shard");
  throw InputError(std::move(problem));
}

// Some network file systems grant one lock to several hosts: whoever is named there and shows signs
// of life keeps it.
void watch_other_host(const fs::path& directory, const Shard& shard) {
  const fs::path path = lock_of(directory, shard);
  const std::optional<output::Holder> before = output::holder_named_in(path);
  if (!before || before->host == output::this_process().host) return;
  const auto end = std::chrono::steady_clock::now() + longest_silence;
  while (std::chrono::steady_clock::now() < end) {
    const std::optional<output::Holder> now = output::holder_named_in(path);
    // It let go.
    if (!now) return;
    if (*now != *before) refuse(directory, shard, shard, to_text(*now));
    std::this_thread::sleep_for(between_looks);
  }
}

std::unique_ptr<output::FileLock> locked(const fs::path& directory, const Shard& shard) {
  watch_other_host(directory, shard);
  try {
    return std::make_unique<output::FileLock>(lock_of(directory, shard));
  } catch (const output::LockHeld& held) {
    refuse(directory, shard, shard, held.what());
  }
}

}  // namespace

bool Shard::overlaps(const Shard& other) const {
  const std::uint32_t common = std::gcd(count, other.count);
  return (number - 1) % common == (other.number - 1) % common;
}

Shard shard_from(const std::string& text) {
  Shard shard;
  char rest = 0;
  const bool is_pair =
      std::sscanf(text.c_str(), "%u/%u%c", &shard.number, &shard.count, &rest) == 2 &&
      to_text(shard) == text;
  if (is_pair && shard.number >= 1 && shard.number <= shard.count && shard.count <= most_shards)
    return shard;
  throw InputError(Problem{{.file = std::string(command_line)},
                           "--shard",
                           {tr("{} is no shard"), configs::quoted_for_message(text)},
                           tr("i/N with i from 1 to N, such as 2/3")});
}

std::string to_text(const Shard& shard) { return fmt::format("{}/{}", shard.number, shard.count); }

std::vector<RunningShard> running_shards(const fs::path& directory) {
  std::vector<RunningShard> running;
  std::error_code error;
  for (fs::directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
    const std::optional<Shard> shard = shard_of(at->path().filename().string());
    if (!shard) continue;
    if (const auto holder = output::holder_of(at->path())) running.push_back({*shard, *holder});
  }
  return running;
}

ShardLock::ShardLock(const fs::path& directory, const Shard& shard)
    : lock_(locked(directory, shard)) {
  for (const RunningShard& other : running_shards(directory)) {
    if (other.shard != shard && other.shard.overlaps(shard))
      refuse(directory, shard, other.shard, other.holder);
  }
}

void ShardLock::beat() {
  const auto now = std::chrono::steady_clock::now();
  if (now < next_beat_) return;
  lock_->beat();
  next_beat_ = now + beat_interval;
}

}  // namespace jtsim::app
