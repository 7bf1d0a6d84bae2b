// An example of the kind `markov`.
#pragma once

#include "agents/markov_closed_form.hpp"

/// 4,000 workers of 22 to 51 years over 60 months from 2020-12 on; three age bands, from 20, 31 and
/// 45 years. Every state can be left for every other, so that every probability counts.
jtsim::agents::MarkovInputs markov_example();
