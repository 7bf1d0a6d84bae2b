// Who works in which mine shortly before the ordinary pension: lists by month of pension, so that
// nobody else is looked at.
#pragma once

#include <algorithm>
#include <compare>
#include <vector>

#include "agents/calendar.hpp"
#include "agents/workers.hpp"

namespace jtsim::agents {

/// Staff of mines by the month of their pension. A month is taken from the calendar of pensions
/// when somebody first looks at it, and from then on follows who works where.
class NearPension {
 public:
  struct Employee {
    Row row;
    MineId mine;
    friend auto operator<=>(const Employee&, const Employee&) = default;
  };

  explicit NearPension(Month start) : start_(start) {}

  /// Somebody works in `mine` from now on, or in none.
  void note(Row row, MineId mine, Month pension) {
    const std::size_t step = step_of(pension);
    if (step >= months_.size() || !months_[step].is_known) return;
    std::vector<Employee>& staff = months_[step].staff;
    const auto place = std::ranges::find(staff, row, &Employee::row);
    if (place != staff.end()) {
      place->mine = mine;
    } else if (!mine.is_none()) {
      staff.push_back({row, mine});
    }
  }

  /// Appends to `out` those in mining whose pension begins in `month` and for whose mine `asks`
  /// says true. `month` lies ahead.
  template <class Asks>
  void find(const Workers& workers, const Calendar& pensions, Month month, Asks&& asks,
            std::vector<Employee>& out) {
    std::vector<Employee>& staff = staff_of(workers, pensions, month);
    std::size_t kept = 0;
    std::size_t found = out.size();
    out.resize(found + staff.size());
    // Without a branch: who still works in such a mine is hard to predict row by row.
    for (const Employee employee : staff) {
      staff[kept] = employee;
      kept += employee.mine.is_none() ? 0U : 1U;
      out[found] = employee;
      found += asks(employee.mine) ? 1U : 0U;
    }
    staff.resize(kept);
    out.resize(found);
  }

 private:
  struct Due {
    bool is_known = false;
    std::vector<Employee> staff;
  };

  std::size_t step_of(Month month) const {
    return static_cast<std::size_t>(std::max(0, month - start_));
  }

  std::vector<Employee>& staff_of(const Workers& workers, const Calendar& pensions, Month month) {
    const std::size_t step = step_of(month);
    if (step >= months_.size()) months_.resize(step + 1);
    Due& due = months_[step];
    if (!due.is_known) {
      due.is_known = true;
      for (const Row row : pensions.at(month)) due.staff.push_back({row, workers.mine[row]});
    }
    return due.staff;
  }

  Month start_;
  std::vector<Due> months_;
};

}  // namespace jtsim::agents
