// What the state pays those without work in one month, found by row at once.
#pragma once

#include <cstdint>
#include <vector>

#include "base/ids.hpp"
#include "base/money.hpp"

namespace jtsim::agents {

/// Payments by row. Rows stand on shelves of a fixed length; every shelf knows its first payment,
/// and hardly any holds more than a few.
class Transfers {
 public:
  void clear() {
    payments_.clear();
    first_.clear();
  }
  /// Rows come in ascending order, each once.
  void add(Row row, Fen amount) {
    const std::size_t shelf = row.index() / rows_per_shelf;
    const auto position = static_cast<std::uint32_t>(payments_.size());
    if (shelf >= first_.size()) first_.resize(shelf + 1, position);
    payments_.push_back({row, amount});
  }
  /// What a row receives, 0 without a payment.
  Fen of(Row row) const {
    const std::size_t shelf = row.index() / rows_per_shelf;
    if (shelf >= first_.size()) return 0;
    std::size_t i = first_[shelf];
    while (i < payments_.size() && payments_[i].row < row) ++i;
    return i < payments_.size() && payments_[i].row == row ? payments_[i].amount : 0;
  }

 private:
  struct Payment {
    Row row;
    Fen amount;
  };

  static constexpr std::size_t rows_per_shelf = 64;

  std::vector<Payment> payments_;
  /// [shelf] position of the first payment to a row on it or beyond.
  std::vector<std::uint32_t> first_;
};

}  // namespace jtsim::agents
