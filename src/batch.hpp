// Answers requests of other programs line by line while the process stays warm.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>

#include "configs/scenario.hpp"

namespace jtsim::app {

/// What requests vary.
struct BatchBase {
  /// The scenario's file.
  std::filesystem::path scenario;
  std::uint32_t threads = 1;
};

/// The answer to one request, both JSON in one line: from {id, set: {path: value}, seed,
/// replicates}, all of them optional, to {id, digest, replicates, outcomes: {name: {mean,
/// standard_error, q05, q50, q95}}}, or {id, error: [...]} for a request that cannot be done. Empty
/// after a request to stop.
std::string batch_answer(const BatchBase& base, std::string_view request,
                         const std::stop_token& stop);

}  // namespace jtsim::app
