// Reads the results of runs from the parts of a sweep, whichever parts they lie in.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <vector>

#include "src/sweep/part_store.hpp"

namespace jtsim::app {

/// One thread. Throws InputError for damaged parts, naming what to do.
class RunReader {
 public:
  /// All outlive the reader.
  RunReader(const SweepDirectory& directory, const SweepPlan& plan, const PartStore& store);

  const PartStore& store() const { return store_; }

  /// Names of all outcomes: in their order if all runs have the same ones, else by the alphabet.
  const std::vector<std::string>& outcome_names() const { return names_; }

  /// Outcomes of `count` runs from `first` on, by `outcome_names`; NaN where a run has none.
  std::vector<double> outcomes(std::uint64_t first, std::uint64_t count);

  /// An array of a run that is done and did not fail: as stored, and as numbers.
  std::vector<std::byte> chunk(std::uint64_t run, std::size_t array);
  std::vector<double> numbers(std::uint64_t run, std::size_t array);

 private:
  struct OpenPart {
    std::uint32_t part = 0;
    std::unique_ptr<output::PartReader> reader;
    /// Where each of the part's outcomes stands among all; empty if at the same place.
    std::vector<std::size_t> positions;
  };

  const OpenPart& open(std::uint32_t part);
  void collect_names();
  template <class Read>
  auto read(std::uint32_t part, Read&& read);

  const SweepDirectory& directory_;
  const SweepPlan& plan_;
  const PartStore& store_;
  std::vector<std::string> names_;
  /// The one used last comes first.
  std::list<OpenPart> open_;
};

}  // namespace jtsim::app
