// What CLI11 finds wrong with a command line, in the reader's language.
#pragma once

#include <CLI/Error.hpp>

#include "base/sentence.hpp"

namespace jtsim::app {

/// The sentence for an error of CLI11, which words its own in English only. Errors that our options
/// cannot cause keep its words.
Sentence sentence_of(const CLI::ParseError& error);

}  // namespace jtsim::app
