// Figures and table of the kind `urn`.
#include "output/urn_outcomes.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "output/table_text.hpp"

namespace jtsim::output {

namespace {

using agents::UrnQuantity;
using agents::UrnRate;

constexpr std::size_t rate_count = enum_size<UrnRate>;
constexpr std::size_t quantity_count = enum_size<UrnQuantity>;
constexpr std::size_t label_columns = 6;
constexpr std::size_t value_columns = 28;
/// Steps between two lines of the table divide the run into about so many.
constexpr std::size_t table_lines = 20;

void add_rates(const std::vector<double>& rates, std::vector<Outcome>& outcomes) {
  for (std::size_t i = 0; i < rates.size(); ++i) {
    const auto rate = static_cast<UrnRate>(i % rate_count);
    outcomes.push_back({fmt::format("rate.{}.{}", identifier(rate), i / rate_count), rates[i]});
  }
}

void add_peak(const std::vector<double>& rates, std::vector<Outcome>& outcomes) {
  std::size_t peak = 0;
  for (std::size_t i = 0; i < rates.size(); i += rate_count) {
    if (rates[i] > rates[peak]) peak = i;
  }
  outcomes.push_back({"rate.unemployment.peak", rates[peak]});
  outcomes.push_back({"rate.unemployment.peak_step", static_cast<double>(peak / rate_count)});
}

void add_stocks(const Coordinate& occupations, const std::vector<double>& stocks,
                std::vector<Outcome>& outcomes) {
  const std::size_t per_step = occupations.size() * quantity_count;
  const std::size_t first = stocks.size() <= most_stock_outcomes ? 0 : stocks.size() - per_step;
  for (std::size_t i = first; i < stocks.size(); ++i) {
    const std::string& id = occupations.names[i % per_step / quantity_count].id;
    const auto quantity = static_cast<UrnQuantity>(i % quantity_count);
    outcomes.push_back(
        {fmt::format("stock.{}.{}.{}", id, identifier(quantity), i / per_step), stocks[i]});
  }
}

std::string percent(const Statistics* s) {
  if (s == nullptr) return "-";
  const std::string mean = fmt::format("{:.3f}%", 100 * s->mean);
  return s->standard_error > 0 ? fmt::format("{} ± {:.3f}", mean, 100 * s->standard_error) : mean;
}

std::string line_at(const std::vector<NamedStatistics>& all, const std::string& label,
                    const std::string& step) {
  std::string values;
  for (const UrnRate rate : all_of_enum<UrnRate>())
    values +=
        right(percent(find(all, fmt::format("rate.{}.{}", identifier(rate), step))), value_columns);
  return line_of(label, values, label_columns);
}

}  // namespace

std::vector<Outcome> urn_outcomes(const Layout& layout, const ReplicateResult& result) {
  std::vector<Outcome> outcomes;
  const auto* rates = find_values<double>(layout, result, "urn_rates");
  const auto* stocks = find_values<double>(layout, result, "urn_stock");
  if (rates == nullptr || stocks == nullptr) return outcomes;
  add_rates(*rates, outcomes);
  add_peak(*rates, outcomes);
  add_stocks(layout.axes()[Axis::occupation], *stocks, outcomes);
  return outcomes;
}

std::string urn_table(const std::vector<NamedStatistics>& all, const Axes& axes,
                      Language language) {
  const std::size_t steps = axes.size(Axis::step);
  const Statistics* peak = find(all, "rate.unemployment.peak");
  const Statistics* peak_step = find(all, "rate.unemployment.peak_step");
  if (steps == 0 || peak == nullptr || peak_step == nullptr) return {};
  std::string text(in(language, tr("Means at the end of steps ± standard error\n")));
  std::string titles;
  for (const UrnRate rate : all_of_enum<UrnRate>())
    titles += right(in(language, label(rate)), value_columns);
  text += line_of(in(language, tr("Step")), titles, label_columns);
  const std::size_t stride = std::max<std::size_t>(1, steps / table_lines);
  for (std::size_t step = 0; step < steps; step += stride)
    text += line_at(all, std::to_string(step), std::to_string(step));
  if ((steps - 1) % stride != 0)
    text += line_at(all, std::to_string(steps - 1), std::to_string(steps - 1));
  text += fmt::format("\n{}: {} ({} {:.6g})\n", in(language, tr("Highest unemployment")),
                      percent(peak), in(language, tr("step")), peak_step->mean);
  return text;
}

}  // namespace jtsim::output
