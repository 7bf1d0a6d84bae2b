// An example of the kind `markov`, and the closed form of its chain.
#pragma once

#include <vector>

#include "agents/markov.hpp"

/// 4,000 workers of 22 to 51 years over 60 months from 2020-12 on; three age bands, from 20, 31 and
/// 45 years. Every state can be left for every other, so that every probability counts.
jtsim::agents::MarkovInputs markov_example();

/// Probabilities of one worker drawn at random.
struct ChainMonth {
  /// Where the worker is at the month's end.
  jtsim::EnumArray<jtsim::agents::MarkovState, double> stock{};
  /// [state at the end of the month before][state at its end], those who stay included.
  jtsim::EnumArray<jtsim::agents::MarkovState, jtsim::EnumArray<jtsim::agents::MarkovState, double>>
      moves{};
};

/// The closed form: for every month of birth and education a product of monthly matrices, averaged
/// with the shares of the start. Element m is m months after the start.
std::vector<ChainMonth> closed_form(const jtsim::agents::MarkovInputs& inputs);
