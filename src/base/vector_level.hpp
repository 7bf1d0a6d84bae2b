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

/// The highest level of this machine.
VectorLevel best_vector_level();

/// All levels of this machine, `portable` first; tests compare them.
std::vector<VectorLevel> available_vector_levels();

}  // namespace jtsim
