// Compact numbers, names, and the outcomes of a summary.
#include "output/report/figures.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <sstream>
#include <string_view>

#include <fmt/format.h>

#include "base/error.hpp"
#include "output/foreign_input.hpp"
#include "output/summary.hpp"

namespace jtsim::output {

namespace {

/// Outcomes whose names begin so go into the page.
constexpr std::array<std::string_view, 16> shown{
    "headline.",      "rate.",     "displaced.",    "destination_share.",
    "policy.",        "spending.", "theil_within.", "lorenz.",
    "gap.",           "loss.",     "spell.",        "in_work.",
    "theil_between.", "target.",   "inequality",    "long_term_unemployment.share."};
/// Less those that contain this: two-way tables, and what no figure shows.
constexpr std::array<std::string_view, 11> hidden{
    "_region.",    "inequality.age_band.",  "inequality.sex.",    "inequality.ethnicity.",
    "pay_",        "inequality.education.", "inequality.region.", "inequality.retired.",
    "income_diff", ".first_pay_ratio",      "found_work_share"};

bool is_shown(std::string_view name) {
  bool begins = false;
  for (const std::string_view start : shown) begins = begins || name.starts_with(start);
  for (const std::string_view part : hidden) {
    if (name.find(part) != std::string_view::npos) return false;
  }
  return begins;
}

std::string text_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) throw StorageError(tr("read"), path, 0, errno);
  return text.str();
}

Json figure_of(const Json& outcome) {
  Json figure = Json::array();
  for (const char* key : {"mean", "q05", "q95"}) figure.push_back(rounded(outcome.at(key)));
  if (outcome.contains("below_minimum_group")) figure.push_back(1);
  return figure;
}

Json worst_of(const Json& outcome) {
  Json worst;
  for (const char* key : {"group", "groups_searched", "persons", "not_distinguishable"})
    worst[key] = outcome.at(key);
  worst["mean"] = rounded(outcome.at("mean"));
  worst["interval"] = outcome.value("simultaneous_90", Json());
  return worst;
}

Json figures_of(const Json& summary) {
  Json figures = Json::object();
  Json worst;
  for (const auto& [name, outcome] : summary.items()) {
    if (name == "worst_off.loss_present") worst = worst_of(outcome);
    if (is_shown(name)) figures[name] = figure_of(outcome);
  }
  return {{"figures", std::move(figures)}, {"worst_off", std::move(worst)}};
}

}  // namespace

Json rounded(double value) {
  if (!std::isfinite(value)) return nullptr;
  const std::string text = fmt::format("{:.6g}", value);
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  if (number == std::floor(number) && std::abs(number) < 1e15)
    return static_cast<std::int64_t>(number);
  return number;
}

Json interval_of(std::vector<double> values) {
  if (values.empty()) return nullptr;
  const Statistics s = statistics_of(std::move(values));
  return {rounded(s.mean), rounded(s.q05), rounded(s.q95)};
}

Json over_replicates(std::size_t replicates, const std::function<double(std::size_t)>& of) {
  std::vector<double> values(replicates);
  for (std::size_t r = 0; r < replicates; ++r) values[r] = of(r);
  return interval_of(std::move(values));
}

Json names_json(const std::vector<Name>& names) {
  Json json = Json::array();
  for (const Name& name : names) json.push_back({name.id, name.label_zh, name.label_en});
  return json;
}

Json stored_summary(const std::filesystem::path& path) {
  const std::string text = text_of_file(path);
  try {
    Json summary = Json::parse(text);
    for (const auto& [name, outcome] : summary.items()) {
      for (const char* key : {"mean", "standard_error", "q05", "q50", "q95"}) outcome.at(key);
    }
    return summary;
  } catch (const nlohmann::json::exception& wrong) {
    throw_not_ours(path, wrong.what());
  }
}

Json summary_figures(const std::filesystem::path& path) {
  try {
    return figures_of(stored_summary(path));
  } catch (const nlohmann::json::exception& wrong) {
    throw_not_ours(path, Sentence(wrong.what()));
  }
}

}  // namespace jtsim::output
