// Which vacancy a searcher of the kind `urn` applies for: one of occupation j with the weight
// v_j A_ij.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "agents/tables.hpp"

namespace jtsim::agents {

/// The network as searchers see it: for each occupation those that weigh more than nothing.
class UrnNetwork {
 public:
  explicit UrnNetwork(const Matrix& proximity);

  /// Turns to the searchers of an occupation; `vacancies`: [occupation]. Returns whether any of
  /// them can apply at all.
  bool turn_to(std::size_t from, std::span<const double> vacancies);

  /// The occupation that a searcher with this word applies to; each has its chance within 2^-32.
  /// Requires a `turn_to` that returned true.
  std::uint32_t choice(std::uint32_t word) const;

 private:
  struct Neighbour {
    std::uint32_t occupation;
    double proximity;
  };

  void set_guide();

  std::vector<Neighbour> neighbours_;
  /// [occupation] where its neighbours begin; one more at the end.
  std::vector<std::size_t> first_;
  std::span<const Neighbour> seen_;
  /// Weights of those seen, added up.
  std::vector<double> cumulated_;
  /// Where a search for a word begins: equal parts of the sum, each with its first neighbour.
  std::vector<std::uint32_t> guide_;
};

}  // namespace jtsim::agents
