// Statistics over replicates.
#include "output/summary.hpp"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "base/error.hpp"

namespace jtsim::output {

namespace {

void add_worst_off(nlohmann::ordered_json& entry, const WorstOff& worst) {
  entry["group"] = worst.group;
  entry["persons"] = worst.persons;
  if (worst.low) entry["simultaneous_90"] = {*worst.low, *worst.high};
  entry["groups_searched"] = worst.groups_searched;
  entry["not_distinguishable"] = worst.not_distinguishable;
}

/// "sex.male" of the outcome "loss.sex.male.present.share_of_shadow".
std::string group_of(std::string_view outcome) {
  constexpr std::string_view before = "loss.";
  constexpr std::string_view after = ".present.share_of_shadow";
  expect(outcome.starts_with(before) && outcome.ends_with(after),
         "the groups of a search are those of losses");
  outcome.remove_prefix(before.size());
  outcome.remove_suffix(after.size());
  return std::string(outcome);
}

/// A single replicate says nothing about how far its mean may be off.
Statistics over_replicates(std::vector<double> values) {
  const bool is_single = values.size() == 1;
  Statistics s = statistics_of(std::move(values));
  if (is_single) s.standard_error = no_value;
  return s;
}

}  // namespace

double quantile(const std::vector<double>& sorted, double p) {
  const double position = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (position - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

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
    for (Outcome& outcome : outcomes) {
      names_.push_back(std::move(outcome.name));
      searches_.push_back(outcome.search);
    }
  }
  std::vector<Figure>& figures = figures_[result.replicate];
  for (const Outcome& outcome : outcomes) figures.push_back({outcome.value, outcome.persons});
}

NamedStatistics Summary::statistics_of_outcome(std::size_t k, Figures::const_iterator end) const {
  NamedStatistics all;
  all.name = names_[k];
  std::vector<double> values;
  for (auto it = figures_.begin(); it != end; ++it) {
    const Figure& figure = it->second[k];
    if (std::isnan(figure.value)) {
      ++all.missing;
      continue;
    }
    values.push_back(figure.value);
    if (figure.persons < minimum_group_) ++all.small;
  }
  if (!values.empty()) all.statistics = over_replicates(std::move(values));
  return all;
}

std::optional<NamedStatistics> Summary::worst_of(Search search, Figures::const_iterator end) const {
  const auto replicates = std::distance(figures_.begin(), end);
  std::vector<GroupFigures> groups;
  for (std::size_t k = 0; k < names_.size(); ++k) {
    if (searches_[k] != search) continue;
    GroupFigures& group = groups.emplace_back();
    group.group = group_of(names_[k]);
    for (auto it = figures_.begin(); it != end; ++it) {
      group.values.push_back(it->second[k].value);
      group.persons += it->second[k].persons / static_cast<double>(replicates);
    }
  }
  std::optional<WorstOff> worst = worst_off(groups);
  if (!worst) return std::nullopt;
  NamedStatistics found;
  found.name = "worst_off.loss_present";
  found.statistics = over_replicates(worst->values);
  found.worst = std::move(worst);
  return found;
}

std::vector<NamedStatistics> Summary::statistics(std::uint32_t end) const {
  const std::scoped_lock lock(mutex_);
  std::vector<NamedStatistics> all;
  const auto last = figures_.lower_bound(end);
  const auto replicates = static_cast<std::size_t>(std::distance(figures_.begin(), last));
  for (std::size_t k = 0; k < names_.size(); ++k) {
    NamedStatistics one = statistics_of_outcome(k, last);
    if (one.missing < replicates) all.push_back(std::move(one));
  }
  if (auto worst = worst_of(Search::loss_present, last)) all.push_back(std::move(*worst));
  return all;
}

const Statistics* find(const std::vector<NamedStatistics>& all, std::string_view name) {
  const auto at = std::ranges::find(all, name, &NamedStatistics::name);
  return at == all.end() ? nullptr : &at->statistics;
}

std::string summary_json(const std::vector<NamedStatistics>& all) {
  // Filled as the list it is: looking every name up would take time by the square of their number.
  nlohmann::ordered_json::object_t json;
  for (const NamedStatistics& one : all) {
    const Statistics& s = one.statistics;
    nlohmann::ordered_json entry = {{"mean", s.mean},
                                    {"standard_error", s.standard_error},
                                    {"q05", s.q05},
                                    {"q50", s.q50},
                                    {"q95", s.q95}};
    if (one.missing > 0) entry["missing"] = one.missing;
    if (one.small > 0) entry["below_minimum_group"] = one.small;
    if (one.worst) add_worst_off(entry, *one.worst);
    json.push_back({one.name, std::move(entry)});
  }
  return nlohmann::ordered_json(std::move(json)).dump(1) + "\n";
}

}  // namespace jtsim::output
