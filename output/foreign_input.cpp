// The sentence about a file that is not what it should be.
#include "output/foreign_input.hpp"

#include "base/error.hpp"

namespace jtsim::output {

void throw_not_ours(const std::filesystem::path& path, const Sentence& what) {
  Problem problem;
  problem.place.file = path.string();
  problem.what = what;
  problem.allowed = tr("expected a results.h5 that jtsim has written");
  throw InputError(std::move(problem));
}

}  // namespace jtsim::output
