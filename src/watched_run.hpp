// A run that people wait for: with progress on stderr.
#pragma once

#include "src/run.hpp"

namespace jtsim::app {

/// Who waits, and how.
struct Audience {
  std::stop_token stop;
  Language language = Language::en;
  bool quiet = false;
};

/// `run` with progress on stderr unless the audience wants none.
RunReport run_watched(const configs::Scenario& scenario, const RunOrder& order,
                      const Audience& audience);

}  // namespace jtsim::app
