// Which problems are known already, so that what only follows from them is not told as well.
#pragma once

#include <algorithm>
#include <string_view>

#include "configs/problems.hpp"

namespace jtsim::configs {

/// Whether something was found wrong with exactly this key.
inline bool is_reported(const Problems& problems, std::string_view key_path) {
  return std::ranges::find(problems.list(), key_path, &Problem::key_path) != problems.list().end();
}

}  // namespace jtsim::configs
