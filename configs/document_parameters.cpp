// The parameters of a scenario file as rows; apart because the walk over all of them takes long to
// compile.
#include "configs/document.hpp"
#include "configs/parameters.hpp"

namespace jtsim::configs {

std::vector<Parameter> parameters_of_document(const Document& document) {
  return parameters_of(document);
}

}  // namespace jtsim::configs
