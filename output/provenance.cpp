// Version and commit of the running program.
#include "output/provenance.hpp"

#include "base/version.hpp"

namespace jtsim::output {

Provenance this_program() {
  Provenance provenance;
  provenance.program_version = program_version;
  provenance.git_commit = git_commit;
  return provenance;
}

}  // namespace jtsim::output
