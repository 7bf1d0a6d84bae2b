// The closed form of a chain of the kind `markov`, computed apart from the engine and its tables of
// bounds: what the engine is held against.
#pragma once

#include <vector>

#include "agents/markov.hpp"

namespace jtsim::agents {

/// Probabilities of one worker drawn at random.
struct ChainMonth {
  /// Where the worker is at the month's end.
  EnumArray<MarkovState, double> stock{};
  /// [state at the end of the month before][state at its end], those who stay included.
  EnumArray<MarkovState, EnumArray<MarkovState, double>> moves{};
};

/// For every month of birth and education a product of monthly matrices, averaged with the shares
/// of the start. Element m is m months after the start.
std::vector<ChainMonth> closed_form(const MarkovInputs& inputs);

}  // namespace jtsim::agents
