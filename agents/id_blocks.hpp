// Which row has which id: how one pass over the generator's words reaches everybody.
#pragma once

#include <cstdint>
#include <vector>

#include "base/ids.hpp"
#include "base/random.hpp"

namespace jtsim::agents {

/// The initial workforce, whose ids are its rows, and the blocks of the generator that hold the ids
/// of all later rows.
class IdBlocks {
 public:
  /// Rows 0 .. `rows` - 1 have the ids 0 .. `rows` - 1.
  void begin_with(std::size_t rows) { initial_ = rows; }
  /// A later row. Rows come in ascending order, and ids of one block one after the other.
  void add(Row row, WorkerId id) {
    const std::uint32_t block = id / words_per_block;
    if (blocks_.empty() || blocks_.back() != block) {
      blocks_.push_back(block);
      rows_.resize(rows_.size() + words_per_block);
    }
    rows_[rows_.size() - words_per_block + id % words_per_block] = row;
  }

  std::size_t initial() const { return initial_; }
  const std::vector<std::uint32_t>& blocks() const { return blocks_; }
  /// [word of the blocks] the row with that id, or none.
  const std::vector<Row>& rows() const { return rows_; }

 private:
  std::size_t initial_ = 0;
  std::vector<std::uint32_t> blocks_;
  std::vector<Row> rows_;
};

}  // namespace jtsim::agents
