// Asks the processor for its vector instructions.
#include "base/vector_level.hpp"

namespace jtsim {

namespace {

bool has_avx2() { return __builtin_cpu_supports("avx2"); }

bool has_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
}

}  // namespace

VectorLevel best_vector_level() {
  if (has_avx512()) return VectorLevel::avx512;
  return has_avx2() ? VectorLevel::avx2 : VectorLevel::portable;
}

std::vector<VectorLevel> available_vector_levels() {
  std::vector<VectorLevel> levels{VectorLevel::portable};
  if (has_avx2()) levels.push_back(VectorLevel::avx2);
  if (has_avx512()) levels.push_back(VectorLevel::avx512);
  return levels;
}

}  // namespace jtsim
