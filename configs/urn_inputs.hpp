// What a scenario of kind `urn` gives to its engines, checked.
#pragma once

#include "configs/document.hpp"
#include "configs/table_reader.hpp"

namespace jtsim::configs {

/// The settings and tables of a document of kind `urn`; faults go to the reader's problems, what is
/// odd but possible to `warnings`.
agents::UrnInputs read_urn(const Document& document, const Places& places, TableReader& reader,
                           Problems& warnings);

/// The files that its section `urn` names, in the order of the declarations.
std::vector<FilePath> files_of(const UrnDocument& urn);

}  // namespace jtsim::configs
