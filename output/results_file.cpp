// The order of replicates, and what happens to the file when something fails.
#include "output/results_file.hpp"

#include "base/error.hpp"
#include "output/durable_file.hpp"
#include "output/results_sink.hpp"

namespace jtsim::output {

namespace {

/// Places for packed replicates beside one for every thread.
constexpr std::size_t spare_places = 2;
/// Of all places, kept for the next replicate.
constexpr std::size_t kept_places = 1;

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
  wait_for_place(result.replicate);
  PackedReplicate packed = pack(layout_, std::move(result));
  const std::lock_guard lock(mutex_);
  --being_packed_;
  if (failure_) std::rethrow_exception(failure_);
  take(std::move(packed));
}

void ResultsFile::wait_for_place(std::uint32_t replicate) {
  std::unique_lock lock(mutex_);
  ++waiting_threads_;
  room_.wait(lock, [&] {
    return failure_ || stopped_ || replicate == next_ ||
           held() + kept_places < options_.threads + spare_places;
  });
  --waiting_threads_;
  if (failure_) std::rethrow_exception(failure_);
  ++being_packed_;
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

std::uint32_t ResultsFile::close() {
  const std::lock_guard lock(mutex_);
  if (failure_) std::rethrow_exception(failure_);
  expect(sink_ != nullptr, "a results file is closed once");
  waiting_.clear();
  const std::uint32_t complete = next_ - layout_.axes().replicates().first;
  guarded([&] {
    if (complete > 0) sink_->close();
    sink_.reset();
  });
  if (complete == 0) remove_part(options_.path);
  return complete;
}

ResultsFile::Load ResultsFile::load() const {
  const std::lock_guard lock(mutex_);
  return {held(), waiting_threads_};
}

}  // namespace jtsim::output
