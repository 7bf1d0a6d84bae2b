// Indices that grow at yearly rates: pay and mine productivity, compounded month by month once per
// replicate.
#pragma once

#include <vector>

#include "agents/tables.hpp"

namespace jtsim::agents {

/// 1 at the start; a yearly rate of a table holds from its date on.
class Growth {
 public:
  Growth(const Tables& tables, Month start, Month end);

  double pay(Month month) const { return pay_[index(month)]; }
  double productivity(Month month) const { return productivity_[index(month)]; }
  double pay_since(Month from, Month to) const { return pay(to) / pay(from); }

 private:
  std::size_t index(Month month) const { return static_cast<std::size_t>(month - start_); }

  Month start_;
  std::vector<double> pay_;
  std::vector<double> productivity_;
};

}  // namespace jtsim::agents
