// The first difference between two datasets of foreign HDF5 files: shape, elements, attributes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/sentence.hpp"
#include "output/hdf5_handle.hpp"

namespace jtsim::output {

/// A difference in words, or nothing.
using Difference = std::optional<Sentence>;

/// "name: a against b" where the texts differ.
Difference text_difference(const std::string& name, const std::string& a, const std::string& b);

/// Compares two datasets, called `name` in what is said: numbers element by element, texts by their
/// digest, then the attributes. Throws ForeignFile for what is of no known kind or holds more than
/// `largest_array` bytes.
Difference dataset_difference(const Hdf5Dataset& a, const Hdf5Dataset& b, const std::string& name,
                              std::uint64_t largest_array);

/// Compares the attributes that are a number, a list of numbers or a text. Others lead to places
/// within their own file (the axes of an array) and are left out.
Difference attribute_difference(hid_t a, hid_t b, const std::string& name);

}  // namespace jtsim::output
