// A crew of threads, and the calling thread that looks on.
#include "src/replicates.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <exception>
#include <map>
#include <mutex>
#include <string_view>
#include <thread>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "configs/number_text.hpp"
#include "configs/problems.hpp"

namespace jtsim::app {

namespace {

constexpr std::chrono::milliseconds look_interval{100};
constexpr std::uint32_t most_threads = 1024;
constexpr const char* slurm_variable = "SLURM_CPUS_PER_TASK";

// What the threads of a run share.
class Crew {
 public:
  Crew(output::ReplicateRange range, const ReplicateWork& work, std::stop_token stop)
      : range_(range), work_(work), stop_(std::move(stop)) {}

  // What each thread does.
  void work_through() {
    while (const std::optional<std::uint32_t> position = begin()) {
      try {
        if (work_.run(range_.first + *position) == Outcome::given_up) close();
      } catch (...) {
        fail(*position, std::current_exception());
      }
    }
    const std::lock_guard lock(mutex_);
    ++left_;
    someone_left_.notify_one();
  }

  void look_until_left(std::uint32_t threads) {
    while (!wait_until_left(threads)) work_.look();
    work_.look();
  }

  void close() {
    {
      const std::lock_guard lock(mutex_);
      begun_ = range_.count;
    }
    work_.release();
  }

  void rethrow_lowest_error() {
    if (!errors_.empty()) std::rethrow_exception(errors_.begin()->second);
  }

 private:
  std::optional<std::uint32_t> begin() {
    const std::lock_guard lock(mutex_);
    if (begun_ >= range_.count || stop_.stop_requested()) return std::nullopt;
    return begun_++;
  }

  void fail(std::uint32_t position, std::exception_ptr error) {
    {
      const std::lock_guard lock(mutex_);
      errors_.emplace(position, std::move(error));
    }
    close();
  }

  bool wait_until_left(std::uint32_t threads) {
    std::unique_lock lock(mutex_);
    return someone_left_.wait_for(lock, look_interval, [&] { return left_ == threads; });
  }

  const output::ReplicateRange range_;
  const ReplicateWork& work_;
  const std::stop_token stop_;
  std::mutex mutex_;
  std::condition_variable someone_left_;
  std::map<std::uint32_t, std::exception_ptr> errors_;
  std::uint32_t begun_ = 0;
  std::uint32_t left_ = 0;
};

std::uint32_t checked_threads(std::uint64_t threads, std::string_view source, const char* key) {
  if (threads < 1 || threads > most_threads) {
    throw InputError({{.file = std::string(source)},
                      key,
                      Sentence(tr("{} threads"), threads),
                      Sentence(tr("1 to {}"), most_threads)});
  }
  return static_cast<std::uint32_t>(threads);
}

}  // namespace

void run_replicates(output::ReplicateRange range, std::uint32_t threads, const ReplicateWork& work,
                    const std::stop_token& stop) {
  Crew crew(range, work, stop);
  // Joined before the crew goes, which its threads use.
  std::vector<std::jthread> pool;
  try {
    for (std::uint32_t i = 0; i < threads; ++i) pool.emplace_back(&Crew::work_through, &crew);
    crew.look_until_left(threads);
  } catch (...) {
    crew.close();
    throw;
  }
  crew.rethrow_lowest_error();
}

std::uint32_t thread_count(std::optional<std::uint32_t> asked) {
  if (asked) return checked_threads(*asked, command_line, "--threads");
  const char* variable = std::getenv(slurm_variable);
  if (variable == nullptr)
    return static_cast<std::uint32_t>(std::min<std::size_t>(available_threads(), most_threads));
  const configs::Parsed<std::uint64_t> threads = configs::unsigned_from_text(variable);
  if (const auto* fault = std::get_if<configs::Fault>(&threads)) {
    throw InputError(
        {{.file = std::string(environment)}, slurm_variable, fault->what, fault->allowed});
  }
  return checked_threads(std::get<std::uint64_t>(threads), environment, slurm_variable);
}

}  // namespace jtsim::app
