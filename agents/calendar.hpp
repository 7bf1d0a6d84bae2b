// Who has an appointment in which month: lists of rows by month, so that nobody has to be asked
// every month.
#pragma once

#include <span>
#include <vector>

#include "base/ids.hpp"
#include "base/month.hpp"

namespace jtsim::agents {

/// Rows by month between `start` and `end`; appointments later than `end` are dropped, earlier ones
/// moved to `start` + 1.
class Calendar {
 public:
  Calendar(Month start, Month end)
      : start_(start), months_(static_cast<std::size_t>(end - start) + 1) {}

  void put(Row row, Month when) {
    const int step = when - start_;
    if (step >= static_cast<int>(months_.size())) return;
    months_[static_cast<std::size_t>(step < 1 ? 1 : step)].push_back(row);
  }
  std::span<const Row> at(Month when) const {
    return months_[static_cast<std::size_t>(when - start_)];
  }

 private:
  Month start_;
  std::vector<std::vector<Row>> months_;
};

}  // namespace jtsim::agents
