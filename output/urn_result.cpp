// Fills the series of the kind `urn`.
#include "output/urn_result.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "output/fills.hpp"

namespace jtsim::output {

void fill_urn_rates(const Moment& moment, std::span<double> out) {
  expect(moment.urn->rates.size() == out.size(), "a rate for every step");
  std::ranges::copy(moment.urn->rates, out.begin());
}

void fill_urn_stock(const Moment& moment, std::span<double> out) {
  expect(moment.urn->stocks.size() == out.size(), "a stock for every step and occupation");
  std::ranges::copy(moment.urn->stocks, out.begin());
}

ReplicateResult urn_result(const Layout& layout, std::uint32_t replicate,
                           const agents::UrnHistory& history) {
  ReplicateResult result = empty_result(layout, replicate);
  const agents::Tallies none;
  const Moment moment{.tallies = none, .axes = layout.axes(), .urn = &history};
  for (std::size_t i = 0; i < layout.entries().size(); ++i) {
    const auto* fill = std::get_if<Fill<double>>(&layout.entries()[i].series->fill);
    expect(fill != nullptr, "series of the kind `urn` are numbers");
    (*fill)(moment, std::get<std::vector<double>>(result.values[i]));
  }
  return result;
}

}  // namespace jtsim::output
