// The index of a sweep, and locks that name their holder.
#include "output/sweep_index.hpp"

#include <csignal>
#include <fstream>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "output/file_lock.hpp"
#include "tests/output/fake_results.hpp"

namespace {

using namespace jtsim::output;

IndexedPart part_of_runs(std::vector<std::uint64_t> runs) {
  IndexedPart part;
  part.bytes = 100;
  for (const std::uint64_t run : runs) part.rows.push_back({run, 0.5, run % 2 == 1, 0});
  return part;
}

}  // namespace

TEST_CASE("the index tells again what was added, also to the next process") {
  const TemporaryFolder folder;
  {
    SweepIndex index(folder.path(), "digest");
    index.add("000000-0.h5", part_of_runs({0, 1, 2}));
    index.add("000001-0.h5", part_of_runs({3}));
    index.remove("000001-0.h5");
  }
  const auto parts = SweepIndex(folder.path(), "digest").parts();
  REQUIRE(parts.size() == 1);
  CHECK(parts.at("000000-0.h5").bytes == 100);
  REQUIRE(parts.at("000000-0.h5").rows.size() == 3);
  CHECK(parts.at("000000-0.h5").rows[1].run == 1);
  CHECK(parts.at("000000-0.h5").rows[1].failed);
}

TEST_CASE("an index of another plan, or one that is no database, is said to be unusable") {
  const TemporaryFolder folder;
  { SweepIndex index(folder.path(), "digest"); }
  CHECK_THROWS_AS(SweepIndex(folder.path(), "other"), IndexUnusable);
  SweepIndex::discard(folder.path());
  std::ofstream(folder.path() / SweepIndex::file_name) << std::string(5000, 'x');
  CHECK_THROWS_AS(SweepIndex(folder.path(), "digest"), IndexUnusable);
  SweepIndex::discard(folder.path());
  CHECK(SweepIndex(folder.path(), "digest").parts().empty());
}

TEST_CASE("network file systems get a rollback journal") {
  constexpr std::uint64_t nfs = 0x6969;
  constexpr std::uint64_t lustre = 0x0BD00BD0;
  constexpr std::uint64_t ext4 = 0xEF53;
  constexpr std::uint64_t tmpfs = 0x01021994;
  CHECK(journal_for(nfs) == Journal::rollback);
  CHECK(journal_for(lustre) == Journal::rollback);
  CHECK(journal_for(ext4) == Journal::write_ahead);
  CHECK(journal_for(tmpfs) == Journal::write_ahead);
}

TEST_CASE("a lock names its holder, refuses a second one and goes with it") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "shard.lock";
  {
    FileLock lock(path);
    CHECK_FALSE(lock.left_by());
    lock.beat();
    CHECK(holder_named_in(path)->process == getpid());
    CHECK(holder_named_in(path)->signs_of_life == 1);
    CHECK(holder_of(path) == to_text(this_process()));
    CHECK_THROWS_AS(FileLock{path}, LockHeld);
  }
  CHECK_FALSE(std::filesystem::exists(path));
  CHECK_FALSE(holder_of(path));
}

TEST_CASE("the lock of a process that was killed is taken over, and its holder is known") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "shard.lock";
  const pid_t child = fork();
  if (child == 0) {
    const FileLock lock(path);
    kill(getpid(), SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(std::filesystem::exists(path));
  CHECK_FALSE(holder_of(path));
  const FileLock lock(path);
  REQUIRE(lock.left_by());
  CHECK(lock.left_by()->process == child);
}
