// Where a results file comes from: everything that is needed to compute it again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "configs/file_source.hpp"

namespace jtsim::output {

/// Raised when the meaning or place of anything in results.h5 changes.
inline constexpr std::int32_t format_version = 1;

inline constexpr std::string_view generator_text = "Philox4x32-10 (Random123)";
inline constexpr std::string_view stream_rule_text =
    "key = 64-bit seed; counter = (id >> 2, number, stream << 16 | months since the start, "
    "replicate); word = id & 3; worker id = row, or for entrants first entrant id + ((month - 1) x "
    "leagues + league) x 65536 + ordinal";

struct Provenance {
  std::string program_version;
  std::string git_commit;
  std::uint64_t seed = 0;
  /// Digest of the resolved scenario and its tables.
  std::string scenario_digest;
  /// The resolved scenario: every value and where it came from.
  std::string scenario;
  /// Every file the scenario was read from.
  std::vector<configs::SourceText> files;
  std::string generator{generator_text};
  std::string stream_rule{stream_rule_text};
};

/// Version and commit of this program; the rest is the caller's.
Provenance this_program();

}  // namespace jtsim::output
