// Which vector instructions a kernel may use; chosen at run time, without effect on any result.
#pragma once

#include <cstdint>
#include <vector>

namespace jtsim {

/// Kernels exist in these versions with bit-identical results.
enum class VectorLevel : std::uint8_t {
  portable,  ///< plain C++
  avx2,      ///< 256-bit integers
  avx512,    ///< 512-bit integers (F, BW, DQ, VL)
};

/// Overrides the level of this machine for tests and to look for faults: portable, avx2 or avx512.
inline constexpr const char* vector_level_variable = "JTSIM_VECTOR_LEVEL";

/// The level that the environment variable JTSIM_VECTOR_LEVEL names, else the highest of this
/// machine. Throws InputError if it names none or one this machine does not have; the answer does
/// not change afterwards.
VectorLevel best_vector_level();

/// All levels of this machine, `portable` first; tests compare them.
std::vector<VectorLevel> available_vector_levels();

}  // namespace jtsim
