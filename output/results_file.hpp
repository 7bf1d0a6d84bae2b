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

/// The results file of one run. Until it is finished it is called `<path>.part`; if it is never
/// finished, or anything fails, nothing is left. Failures are StorageErrors with path and bytes.
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
  /// once all before it are written. Waits while `threads` + 2 packed replicates are held already,
  /// unless this is the next one: replicates must therefore be started in the order of their
  /// numbers.
  void add(ReplicateResult&& result);

  /// Ends all waiting in `add`; what comes from now on is dropped. To be called when a run is
  /// broken off, before its threads are joined.
  void stop();

  /// Finishes a file that has all its replicates.
  void finish();

  /// Keeps the leading replicates as a valid file; returns their number. With 0 nothing is left.
  std::uint32_t finish_incomplete();

 private:
  void take(PackedReplicate&& packed);
  void close_and_publish();
  template <class Action>
  void guarded(Action&& action);

  const Layout& layout_;
  const Options options_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::unique_ptr<ResultsSink> sink_;
  std::map<std::uint32_t, PackedReplicate> waiting_;
  std::uint32_t next_;
  bool stopped_ = false;
  std::exception_ptr failure_;
};

}  // namespace jtsim::output
