// Asks the processor for its vector instructions, and the environment which of them to use.
#include "base/vector_level.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "base/enum_table.hpp"
#include "base/error.hpp"

namespace jtsim {

namespace {

bool has_avx2() { return __builtin_cpu_supports("avx2"); }

bool has_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
}

[[noreturn]] void refuse(const char* wanted, const std::vector<VectorLevel>& available) {
  Problem problem;
  problem.place.file = environment;
  problem.key_path = vector_level_variable;
  problem.what = {tr("no vector level of this machine is called {}"), wanted};
  std::string names;
  for (const VectorLevel level : available) {
    names += names.empty() ? "" : ", ";
    names += identifiers_of<VectorLevel>[index_of(level)];
  }
  problem.allowed = Sentence(std::move(names));
  throw InputError(std::move(problem));
}

VectorLevel chosen() {
  const std::vector<VectorLevel> available = available_vector_levels();
  const char* wanted = std::getenv(vector_level_variable);
  if (wanted == nullptr || *wanted == '\0') return available.back();
  const auto found = std::ranges::find_if(available, [wanted](VectorLevel level) {
    return identifiers_of<VectorLevel>[index_of(level)] == wanted;
  });
  if (found == available.end()) refuse(wanted, available);
  return *found;
}

}  // namespace

VectorLevel best_vector_level() {
  static const VectorLevel level = chosen();
  return level;
}

std::vector<VectorLevel> available_vector_levels() {
  std::vector<VectorLevel> levels{VectorLevel::portable};
  if (has_avx2()) levels.push_back(VectorLevel::avx2);
  if (has_avx512()) levels.push_back(VectorLevel::avx512);
  return levels;
}

}  // namespace jtsim
