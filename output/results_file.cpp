// The order of replicates, and what happens to the file when something fails.
#include "output/results_file.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "output/durable_file.hpp"
#include "output/results_sink.hpp"

namespace jtsim::output {

namespace {

/// Packed replicates that may wait for an earlier one, beside one for every thread.
constexpr std::size_t spare_places = 2;

StorageError storage_error(const Hdf5Failure& failure, const std::filesystem::path& path) {
  std::string action = failure.what();
  if (failure.system_error() == 0 && !failure.reason().empty()) {
    action += fmt::format(" ({})", failure.reason());
  }
  std::error_code ignored;
  const auto bytes = std::filesystem::file_size(path, ignored);
  return {action + " of", path, ignored ? 0 : bytes, failure.system_error()};
}

}  // namespace

ResultsFile::ResultsFile(const Layout& layout, const Provenance& provenance, Options options)
    : layout_(layout), options_(std::move(options)), next_(layout.axes().replicates().first) {
  guarded([&] {
    sink_ = std::make_unique<ResultsSink>(part_of(options_.path), layout_, provenance,
                                          options_.keep_register);
  });
}

ResultsFile::~ResultsFile() {
  if (!sink_) return;
  const QuietHdf5 quiet;
  sink_.reset();
  remove_part(options_.path);
}

/// Runs an action on the sink. If it fails, the file is given up for good.
template <class Action>
void ResultsFile::guarded(Action&& action) {
  const QuietHdf5 quiet;
  try {
    try {
      action();
    } catch (const Hdf5Failure& failure) {
      throw storage_error(failure, part_of(options_.path));
    }
  } catch (...) {
    failure_ = std::current_exception();
    sink_.reset();
    waiting_.clear();
    remove_part(options_.path);
    room_.notify_all();
    throw;
  }
}

void ResultsFile::add(ReplicateResult&& result) {
  const ReplicateRange range = layout_.axes().replicates();
  expect(result.replicate >= range.first && result.replicate - range.first < range.count,
         "a replicate belongs to its run");
  PackedReplicate packed = pack(layout_, std::move(result));
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] {
    return failure_ || stopped_ || packed.replicate == next_ ||
           waiting_.size() < options_.threads + spare_places;
  });
  if (failure_) std::rethrow_exception(failure_);
  if (stopped_) return;
  take(std::move(packed));
}

void ResultsFile::take(PackedReplicate&& packed) {
  expect(packed.replicate >= next_ && !waiting_.contains(packed.replicate),
         "a replicate is added once");
  waiting_.emplace(packed.replicate, std::move(packed));
  guarded([&] {
    while (!waiting_.empty() && waiting_.begin()->first == next_) {
      sink_->write(std::move(waiting_.extract(waiting_.begin()).mapped()));
      ++next_;
    }
  });
  room_.notify_all();
}

void ResultsFile::stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  room_.notify_all();
}

void ResultsFile::finish() {
  const std::lock_guard lock(mutex_);
  const ReplicateRange range = layout_.axes().replicates();
  if (failure_) std::rethrow_exception(failure_);
  expect(next_ == range.first + range.count, "a finished file has all its replicates");
  close_and_publish();
}

std::uint32_t ResultsFile::finish_incomplete() {
  const std::lock_guard lock(mutex_);
  if (failure_) std::rethrow_exception(failure_);
  waiting_.clear();
  const std::uint32_t complete = next_ - layout_.axes().replicates().first;
  if (complete > 0) {
    close_and_publish();
  } else {
    const QuietHdf5 quiet;
    sink_.reset();
    remove_part(options_.path);
  }
  return complete;
}

void ResultsFile::close_and_publish() {
  guarded([&] {
    sink_->close();
    sink_.reset();
    publish_part(options_.path);
  });
}

}  // namespace jtsim::output
