// Progress of a sweep on stderr: count, rate, time left, failures.
#pragma once

#include <optional>

#include "src/progress.hpp"
#include "src/sweep/run_sweep.hpp"

namespace jtsim::app {

/// How far a sweep is after some seconds of this process.
struct SweepMoment {
  std::uint64_t runs = 0;
  std::uint64_t done_before = 0;
  std::uint64_t done = 0;
  std::uint64_t failed = 0;
  double seconds = 0;
};

/// "612/1000 runs (61 %), 1.5 runs/s, 4 min 18 s left, 2 failed".
std::string sweep_progress_text(const SweepMoment& moment, Language language);

class SweepProgressLine {
 public:
  SweepProgressLine(const SweepProgress& progress, bool is_quiet, Language language);

  /// To be called often; writes only when it is time to.
  void look();
  /// Takes a redrawn line away.
  void end() { line_.reset(); }

 private:
  const SweepProgress& progress_;
  Language language_;
  std::optional<ProgressLine> line_;
};

}  // namespace jtsim::app
