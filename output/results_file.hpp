// Writes results.h5 while replicates finish in any order on any thread; the bytes depend on
// neither.
#pragma once

#include <condition_variable>
#include <exception>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

#include "output/packed_replicate.hpp"
#include "output/provenance.hpp"

namespace jtsim::output {

class ResultsSink;

/// The results file of one run under the name `<path>.part`. If it is never closed, or anything
/// fails, nothing is left. Failures are StorageErrors with path and bytes.
class ResultsFile {
 public:
  struct Options {
    std::filesystem::path path;
    KeepRegister keep_register = KeepRegister::yes;
    /// How many threads call `add`.
    unsigned threads = 1;
  };

  /// `layout` outlives the file.
  ResultsFile(const Layout& layout, const Provenance& provenance, Options options);
  ~ResultsFile();
  ResultsFile(const ResultsFile&) = delete;
  ResultsFile& operator=(const ResultsFile&) = delete;

  /// Takes a finished replicate; from any thread. Packs it on the caller's thread and writes it
  /// once all before it are written. At most `threads` + 2 packed replicates are held: before
  /// packing it waits for a place, unless this is the next one, for which a place is kept.
  /// Replicates must therefore be started in the order of their numbers.
  void add(ReplicateResult&& result);

  /// Ends all waiting in `add`. To be called when a run is broken off, before its threads are
  /// joined; what they have finished is still taken.
  void stop();

  /// Closes the file, still `<path>.part`, with the leading replicates; returns their number. With
  /// 0 nothing is left.
  std::uint32_t close();

  /// How busy the file is at this moment.
  struct Load {
    /// Packed replicates, those that are being packed included.
    std::size_t held = 0;
    /// Threads that wait in `add`.
    std::size_t waiting_threads = 0;
  };
  Load load() const;

 private:
  void wait_for_place(std::uint32_t replicate);
  void take(PackedReplicate&& packed);
  std::size_t held() const { return being_packed_ + waiting_.size(); }
  template <class Action>
  void guarded(Action&& action);

  const Layout& layout_;
  const Options options_;
  mutable std::mutex mutex_;
  std::condition_variable room_;
  std::unique_ptr<ResultsSink> sink_;
  std::map<std::uint32_t, PackedReplicate> waiting_;
  std::uint32_t next_;
  std::size_t being_packed_ = 0;
  std::size_t waiting_threads_ = 0;
  bool stopped_ = false;
  std::exception_ptr failure_;
};

}  // namespace jtsim::output
