// Compounding the growth tables.
#include "agents/growth.hpp"

#include "base/log2.hpp"

namespace jtsim::agents {

namespace {

std::vector<double> compounded(const Path& growth_per_year, Month start, Month end) {
  std::vector<double> index{1.0};
  for (Month m = start; m < end; m = m + 1) {
    const double log2_year = log2_fixed(1.0 + growth_per_year.step_at(m + 1));
    index.push_back(index.back() * exp2_fixed(log2_year / Month::per_year));
  }
  return index;
}

}  // namespace

Growth::Growth(const Tables& tables, Month start, Month end)
    : start_(start),
      pay_(compounded(tables.pay_growth, start, end)),
      productivity_(compounded(tables.productivity_growth, start, end)) {}

}  // namespace jtsim::agents
