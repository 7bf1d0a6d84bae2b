// Tells on stderr how far a run has come and how long it will still take.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "src/speech.hpp"

namespace jtsim::app {

enum class ProgressStyle : std::uint8_t {
  silent,
  /// A line every few seconds, for files and pipes.
  lines,
  /// One line that is drawn again and again, for terminals.
  redrawn,
};

/// `redrawn` if the stream is a terminal, else `lines`.
ProgressStyle progress_style(std::FILE* stream);

/// How much has to be done.
struct Workload {
  std::uint32_t replicates = 0;
  /// Of all replicates together.
  std::uint64_t months = 0;
};

/// How much of it is done, and how long that took.
struct WorkDone {
  std::uint32_t replicates = 0;
  std::uint64_t months = 0;
  double seconds = 0;
};

/// "3/20 replicates (17 %), 1.5 replicates/s, 11 s left"; no time left while there is too little to
/// go by.
std::string progress_text(const Workload& workload, const WorkDone& done, Language language);

/// One line on a stream, shown now and then.
class ProgressLine {
 public:
  ProgressLine(std::FILE* stream, ProgressStyle style);
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  /// Ends a redrawn line.
  ~ProgressLine();

  /// Whether it is time to show a new text.
  bool is_due() const;
  /// That the stream takes nothing more is no reason to end a run.
  void show(std::string_view text);
  /// Since the line was made.
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;

  std::FILE* stream_;
  ProgressStyle style_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point next_;
  bool line_open_ = false;
};

/// Reports on one run. Only the counters may be touched by other threads.
class Progress {
 public:
  Progress(std::FILE* stream, ProgressStyle style, Language language, Workload workload);

  /// To be called often; writes only when it is time to.
  void look();

  /// Months simulated so far in all replicates.
  std::atomic<std::uint64_t> months_done{0};
  std::atomic<std::uint32_t> replicates_done{0};

 private:
  ProgressLine line_;
  Language language_;
  Workload workload_;
};

/// "0.4 s", "45 s", "3 min 20 s", "2 h 05 min"; rounded up.
std::string duration_text(double seconds, Language language);

}  // namespace jtsim::app
