// What the program tells its caller when it ends.
#pragma once

#include <cstdint>

namespace jtsim::app {

enum class ExitCode : std::uint8_t {
  ok = 0,
  /// The disk, the memory or the program itself failed, or a comparison found a difference.
  failure = 1,
  /// Usage or configuration.
  wrong_input = 2,
  /// Some runs of a sweep failed; the others are there.
  some_failed = 3,
  /// Stopped by a signal; can be continued.
  stopped = 75,
};

}  // namespace jtsim::app
