// Takes from comparison.json what the figures need.
#include "output/report/comparison_content.hpp"

#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "base/error.hpp"
#include "output/comparison.hpp"
#include "output/foreign_input.hpp"

namespace jtsim::output {

namespace {

namespace fs = std::filesystem;

Json number(const Json& value) { return value.is_number() ? rounded(value) : Json(); }

/// The numbers of one outcome under the given keys, in their order.
Json numbers(const Json& outcome, std::initializer_list<const char*> keys) {
  Json row = Json::array();
  for (const char* key : keys) row.push_back(number(outcome.at(key)));
  return row;
}

Json effect(const Json& o) { return numbers(o, {"base", "policy", "difference", "low", "high"}); }
Json mean(const Json& o) { return numbers(o, {"mean", "low", "high"}); }

template <class Of>
Json each(const Json& outcomes, Of&& of) {
  Json json = Json::object();
  for (const auto& [name, outcome] : outcomes.items()) json[name] = of(outcome);
  return json;
}

Json cost(const Json& o) {
  Json row = numbers(o, {"estimate", "low", "high"});
  row.push_back(o.at("interval").get<std::string>());
  return row;
}

/// Names of the outcomes that rest on few persons.
Json small_ones(const Json& outcomes) {
  Json names = Json::array();
  for (const auto& [name, outcome] : outcomes.items()) {
    if (outcome.is_object() && outcome.value("below_minimum_group", false)) names.push_back(name);
  }
  return names;
}

Json group(const Json& o) {
  Json json{{"label", {o.at("label_zh"), o.at("label_en")}},
            {"persons", number(o.at("persons"))},
            {"small", o.at("below_minimum_group").get<bool>()},
            {"small_outcomes", small_ones(o)},
            {"winners", mean(o.at("winners"))},
            {"losers", mean(o.at("losers"))}};
  for (const GroupOutcome& outcome : all_group_outcomes())
    json[std::string(outcome.name)] = effect(o.at(std::string(outcome.name)));
  return json;
}

/// As far as it decides what is told.
configs::ScenarioDifferences differences(const Json& run) {
  configs::ScenarioDifferences found;
  for (const auto change : all_of_enum<configs::PolicyChange>()) {
    for (const Json& name : run.at("policies").at(std::string(identifier(change))))
      found.policies.push_back({name.get<std::string>(), change});
  }
  found.means = run.at("budgets_and_cascade").get<std::vector<std::string>>();
  return found;
}

Json identity(const Json& run) {
  return {{"name", run.at("name")},
          {"directory", run.at("directory")},
          {"label", {run.at("label_zh"), run.at("label_en")}},
          {"scenario_digest", run.at("scenario_digest")}};
}

Json side(const Json& run) {
  Json json = identity(run);
  for (const char* key : {"policies", "budgets_and_cascade", "other_differences"})
    json[key] = run.at(key);
  json["effects"] = each(run.at("effects"), effect);
  json["small_effects"] = small_ones(run.at("effects"));
  json["measures"] = each(run.at("measures"), mean);
  json["small_measures"] = small_ones(run.at("measures"));
  json["costs"] = each(run.at("costs"), cost);
  json["small_costs"] = small_ones(run.at("costs"));
  const configs::ScenarioDifferences differing = differences(run);
  json["tells_costs"] = differing.differs_in_policies();
  json["tells_crowding_out"] = differing.adds_or_changes_policies();
  json["in_work"] = each(run.at("region_in_work_by_year"), effect);
  json["groups"] = each(run.at("groups"), group);
  return json;
}

/// Names, labels and units of a table of outcomes.
template <class Rows>
Json labels(const Rows& rows) {
  Json json = Json::object();
  for (const auto& row : rows)
    json[std::string(row.name)] = {in(Language::zh, row.label), in(Language::en, row.label),
                                   row.unit};
  return json;
}

ComparisonContent content_of(const Json& stored) {
  ComparisonContent content;
  Json& json = content.json;
  for (const char* key : {"program_version", "git_commit", "first_replicate", "replicates",
                          "confidence", "price_year", "minimum_group"})
    json[key] = stored.at(key);
  json["seed"] = std::to_string(stored.at("seed").get<std::uint64_t>());
  json["base"] = identity(stored.at("base"));
  content.runs.emplace_back(stored.at("base").at("directory").get<std::string>());
  json["sides"] = Json::array();
  for (const Json& run : stored.at("policy_runs")) {
    json["sides"].push_back(side(run));
    content.runs.emplace_back(run.at("directory").get<std::string>());
  }
  json["labels"] = {{"effects", labels(all_effects())},
                    {"measures", labels(all_measures())},
                    {"costs", labels(all_costs())},
                    {"group_outcomes", labels(all_group_outcomes())}};
  return content;
}

}  // namespace

ComparisonContent comparison_content(const fs::path& directory) {
  return reading_comparison(directory, [&](const Json& stored) {
    ComparisonContent content = content_of(stored);
    content.json["name"] = directory.lexically_normal().filename().string();
    content.json["directory"] = directory.string();
    return content;
  });
}

Json parsed_comparison(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw StorageError(tr("file", "open"), path, 0, errno);
  Json stored = Json::parse(file);
  if (stored.at("format_version") != comparison_format_version)
    throw ForeignFile("format_version", tr("is one that this program does not read"));
  return stored;
}

}  // namespace jtsim::output
