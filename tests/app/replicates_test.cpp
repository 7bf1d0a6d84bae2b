// Replicates side by side: each once, the lowest failure first, and nothing begun after a stop.
#include "src/replicates.hpp"

#include <atomic>
#include <cstdlib>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>

#include <doctest/doctest.h>

#include "base/error.hpp"

using namespace jtsim;
using namespace jtsim::app;

namespace {

// Counts what `run_replicates` does with its work.
struct Count {
  std::mutex mutex;
  std::multiset<std::uint32_t> run;
  std::atomic<int> released = 0;

  ReplicateWork work(std::function<Outcome(std::uint32_t)> body) {
    return {.run =
                [this, body](std::uint32_t replicate) {
                  {
                    const std::lock_guard lock(mutex);
                    run.insert(replicate);
                  }
                  return body(replicate);
                },
            .release = [this] { ++released; },
            .look = [] {}};
  }
};

// Sets an environment variable while it lives.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) { setenv(name, value, 1); }
  ~Variable() { unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
};

}  // namespace

TEST_CASE("every replicate of the range is run once, whatever the threads") {
  for (const std::uint32_t threads : {1u, 2u, 7u, 40u}) {
    Count count;
    run_replicates({.first = 5, .count = 30}, threads,
                   count.work([](std::uint32_t) { return Outcome::done; }), {});
    CHECK(count.run.size() == 30);
    CHECK(std::set(count.run.begin(), count.run.end()).size() == 30);
    CHECK(*count.run.begin() == 5);
    CHECK(*count.run.rbegin() == 34);
    CHECK(count.released == 0);
  }
}

TEST_CASE("of several failures the lowest number's is thrown, though it comes last") {
  Count count;
  // The first failure releases those who wait; until then everybody else does.
  const ReplicateWork work = count.work([&](std::uint32_t replicate) {
    if (replicate == 2) throw std::runtime_error("two");
    while (count.released == 0) std::this_thread::yield();
    if (replicate == 1) throw std::runtime_error("one");
    return Outcome::done;
  });
  CHECK_THROWS_WITH(run_replicates({.first = 0, .count = 1000}, 3, work, {}), "one");
  CHECK(count.run.size() == 3);
}

TEST_CASE("after a stop no replicate begins and those that wait are released") {
  Count count;
  std::stop_source stop;
  const ReplicateWork work = count.work([&](std::uint32_t replicate) {
    if (replicate < 3) return Outcome::done;
    stop.request_stop();
    return Outcome::given_up;
  });
  run_replicates({.first = 0, .count = 1000}, 2, work, stop.get_token());
  CHECK(count.run.size() >= 4);
  CHECK(count.run.size() <= 6);
  CHECK(count.released > 0);
}

TEST_CASE("the number of threads is what was asked for, else what the cluster gives") {
  CHECK(thread_count(3) == 3);
  CHECK(thread_count(std::nullopt) >= 1);
  CHECK_THROWS_AS(thread_count(0), InputError);
  CHECK_THROWS_AS(thread_count(1025), InputError);
  const Variable variable("SLURM_CPUS_PER_TASK", "5");
  CHECK(thread_count(std::nullopt) == 5);
  CHECK(thread_count(2) == 2);
  const Variable nonsense("SLURM_CPUS_PER_TASK", "5(x2)");
  CHECK_THROWS_WITH(thread_count(std::nullopt),
                    "environment: SLURM_CPUS_PER_TASK: `5(x2)` is not a whole number (a whole "
                    "number such as 12)");
  const Variable none("SLURM_CPUS_PER_TASK", "0");
  CHECK_THROWS_WITH(thread_count(std::nullopt),
                    "environment: SLURM_CPUS_PER_TASK: 0 threads (1 to 1024)");
}
