// Who works in a mine shortly before the ordinary pension: lists by month of pension that only
// shrink, so that those who left mining are not looked at again.
#pragma once

#include <algorithm>
#include <vector>

#include "agents/calendar.hpp"
#include "agents/workers.hpp"

namespace jtsim::agents {

/// Rows in mining by the month of their pension. A month is taken from the calendar of pensions
/// when somebody first looks at it, and from then on follows who joins a mine and who is gone.
class NearPension {
 public:
  explicit NearPension(Month start) : start_(start) {}

  /// Somebody begins to work in a mine.
  void join(Row row, Month pension) {
    const std::size_t step = step_of(pension);
    if (step >= months_.size() || !months_[step].is_known) return;
    std::vector<Row>& rows = months_[step].rows;
    if (std::ranges::find(rows, row) == rows.end()) rows.push_back(row);
  }

  /// Appends to `out` those in mining whose pension begins in `month` and for whose mine `asks`
  /// says true. `month` lies ahead.
  template <class Asks>
  void find(const Workers& workers, const Calendar& pensions, Month month, Asks&& asks,
            std::vector<Row>& out) {
    std::vector<Row>& rows = known(pensions, month);
    std::size_t kept = 0;
    std::size_t found = out.size();
    out.resize(found + rows.size());
    // Without a branch: who still works in such a mine is hard to predict row by row.
    for (const Row row : rows) {
      const MineId mine = workers.mine[row];
      rows[kept] = row;
      kept += mine.is_none() ? 0U : 1U;
      out[found] = row;
      found += asks(mine) ? 1U : 0U;
    }
    rows.resize(kept);
    out.resize(found);
  }

 private:
  struct Due {
    bool is_known = false;
    std::vector<Row> rows;
  };

  std::size_t step_of(Month month) const {
    return static_cast<std::size_t>(std::max(0, month - start_));
  }

  std::vector<Row>& known(const Calendar& pensions, Month month) {
    const std::size_t step = step_of(month);
    if (step >= months_.size()) months_.resize(step + 1);
    Due& due = months_[step];
    if (!due.is_known) {
      const auto all = pensions.at(month);
      due = {true, {all.begin(), all.end()}};
    }
    return due.rows;
  }

  Month start_;
  std::vector<Due> months_;
};

}  // namespace jtsim::agents
