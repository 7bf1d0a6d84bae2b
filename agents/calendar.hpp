// Who has an appointment in which month: lists of rows by month, so that nobody has to be asked
// every month.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "base/ids.hpp"
#include "base/month.hpp"

namespace jtsim::agents {

/// Rows by month after `start`; earlier appointments are moved to `start` + 1.
class Calendar {
 public:
  explicit Calendar(Month start) : start_(start) {}

  void put(Row row, Month when) {
    const auto step = static_cast<std::size_t>(std::max(1, when - start_));
    if (step >= months_.size()) months_.resize(step + 1);
    months_[step].push_back(row);
  }
  std::span<const Row> at(Month when) const {
    const auto step = static_cast<std::size_t>(when - start_);
    return step < months_.size() ? std::span<const Row>(months_[step]) : std::span<const Row>();
  }

 private:
  Month start_;
  std::vector<std::vector<Row>> months_;
};

}  // namespace jtsim::agents
