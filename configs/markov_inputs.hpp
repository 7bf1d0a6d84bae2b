// What a scenario of kind `markov` gives to its engine, checked.
#pragma once

#include "agents/markov.hpp"
#include "configs/document.hpp"
#include "configs/table_reader.hpp"

namespace jtsim::configs {

/// The settings and the table of a document of kind `markov`; faults go to the reader's problems.
agents::MarkovInputs read_markov(const Document& document, const Places& places,
                                 TableReader& reader);

}  // namespace jtsim::configs
