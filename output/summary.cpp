// Statistics over replicates.
#include "output/summary.hpp"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "base/error.hpp"

namespace jtsim::output {

namespace {

double quantile(const std::vector<double>& sorted, double p) {
  const double position = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (position - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

Statistics statistics_of(std::vector<double> values) {
  expect(!values.empty(), "statistics need a value");
  const auto count = static_cast<double>(values.size());
  Statistics s;
  for (const double v : values) s.mean += v / count;
  double squares = 0;
  for (const double v : values) squares += (v - s.mean) * (v - s.mean);
  if (values.size() > 1) s.standard_error = std::sqrt(squares / (count - 1) / count);
  std::ranges::sort(values);
  s.q05 = quantile(values, 0.05);
  s.q50 = quantile(values, 0.50);
  s.q95 = quantile(values, 0.95);
  return s;
}

void Summary::add(const ReplicateResult& result) {
  std::vector<Outcome> outcomes = outcomes_of(layout_, result);
  const std::scoped_lock lock(mutex_);
  if (names_.empty()) {
    for (Outcome& outcome : outcomes) names_.push_back(std::move(outcome.name));
  }
  std::vector<double>& values = values_[result.replicate];
  for (const Outcome& outcome : outcomes) values.push_back(outcome.value);
}

std::vector<NamedStatistics> Summary::statistics(std::uint32_t end) const {
  const std::scoped_lock lock(mutex_);
  std::vector<NamedStatistics> all;
  const auto last = values_.lower_bound(end);
  for (std::size_t k = 0; k < names_.size(); ++k) {
    std::vector<double> values;
    std::size_t missing = 0;
    for (auto it = values_.begin(); it != last; ++it) {
      const double value = it->second[k];
      if (std::isnan(value)) {
        ++missing;
      } else {
        values.push_back(value);
      }
    }
    if (!values.empty()) all.push_back({names_[k], statistics_of(std::move(values)), missing});
  }
  return all;
}

const Statistics* find(const std::vector<NamedStatistics>& all, std::string_view name) {
  const auto at = std::ranges::find(all, name, &NamedStatistics::name);
  return at == all.end() ? nullptr : &at->statistics;
}

std::string summary_json(const std::vector<NamedStatistics>& all) {
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  for (const auto& [name, s, missing] : all) {
    json[name] = {{"mean", s.mean},
                  {"standard_error", s.standard_error},
                  {"q05", s.q05},
                  {"q50", s.q50},
                  {"q95", s.q95}};
    if (missing > 0) json[name]["missing"] = missing;
  }
  return json.dump(1) + "\n";
}

}  // namespace jtsim::output
