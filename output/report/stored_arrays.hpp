// Whole arrays of a results file, replicate after replicate.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "output/hdf5_handle.hpp"
#include "output/replicate_result.hpp"

namespace jtsim::output {

/// One array of whole numbers.
struct StoredArray {
  /// Lengths after `replicate`.
  std::vector<std::size_t> shape;
  /// Numbers of one replicate.
  std::size_t size = 0;
  std::vector<std::int64_t> numbers;

  bool empty() const { return numbers.empty(); }
  /// Of one replicate, in row order.
  std::span<const std::int64_t> of(std::size_t replicate) const {
    return std::span(numbers).subspan(replicate * size, size);
  }
};

/// An open results file. Its readers throw ForeignFile where it is not what the layout says.
class StoredArrays {
 public:
  /// `layout` outlives it. `replicates`: how many leading ones are read.
  StoredArrays(const std::filesystem::path& path, const Layout& layout, std::uint32_t replicates);

  const Layout& layout() const { return layout_; }
  const Axes& axes() const { return layout_.axes(); }
  std::uint32_t replicates() const { return replicates_; }

  /// An array of whole numbers by its name; empty if runs of this kind do not have it.
  StoredArray integers(const std::string& series) const;
  /// A column of the register of the displaced; empty if no register was kept.
  std::vector<std::int64_t> register_column(const std::string& name) const;

 private:
  Hdf5File file_;
  const Layout& layout_;
  std::uint32_t replicates_;
  std::vector<std::string> members_;
};

}  // namespace jtsim::output
