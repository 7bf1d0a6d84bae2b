// Tables, JSON and YAML of a fit.
#include "src/calibration/fit_text.hpp"

#include <cmath>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "configs/describe.hpp"
#include "configs/number_text.hpp"
#include "configs/overrides.hpp"
#include "configs/parameter.hpp"
#include "src/speech.hpp"

namespace jtsim::app {

namespace {

using Json = nlohmann::ordered_json;

std::string short_text(double value) {
  return std::isnan(value) ? "-" : fmt::format("{:.5g}", value);
}

std::string interval_text(const Interval& interval) {
  return fmt::format("{} .. {}", short_text(interval.low), short_text(interval.high));
}

bool is_met(const Target& target, double mean) { return target.row.accepted.contains(mean); }

configs::Listing parameter_listing(const Fit& fit, Language language) {
  const auto text = [&](const Label& label) { return std::string(in(language, label)); };
  configs::Listing listing{
      {text(tr("parameter")), text(tr("before")), text(tr("fitted")), text(tr("90 % interval")),
       text(tr("plausible range")), text(tr("uncertainty left")), text(tr("unit"))},
      {}};
  for (const FittedParameter& p : fit.parameters) {
    listing.rows.push_back({p.factor.path, short_text(p.before), short_text(p.value),
                            interval_text(p.interval), interval_text(p.factor.range),
                            fmt::format("{:.0f} %", 100 * p.uncertainty_left), p.factor.unit});
  }
  return listing;
}

configs::Listing target_listing(const CalibrationPlan& plan, const Fit& fit, Language language) {
  const auto text = [&](const Label& label) { return std::string(in(language, label)); };
  configs::Listing listing{{text(tr("target")), text(tr("evidence")), text(tr("accepted")),
                            text(tr("calibration", "before")), text(tr("calibration", "fitted")),
                            text(tr("fresh replicates")), text(tr("verdict")), text(tr("what"))},
                           {}};
  for (std::size_t k = 0; k < plan.targets.size(); ++k) {
    const Target& target = plan.targets[k];
    const Verdict verdict = is_met(target, fit.check.means[k]) ? Verdict::pass : Verdict::fail;
    listing.rows.push_back({target.row.id, short_text(target.evidence),
                            interval_text(target.row.accepted), short_text(fit.before.means[k]),
                            short_text(fit.fitted.means[k]), short_text(fit.check.means[k]),
                            text(label(verdict)), in(language, target.row.what)});
  }
  return listing;
}

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(); }

/// Keys under keys, each with the text that follows its colon.
struct Section {
  std::map<std::string, Section> children;
  std::string value;
};

void put(Section& root, const std::string& path, std::string value) {
  Section* section = &root;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    section = &section->children[path.substr(begin, end - begin)];
    begin = end + 1;
  }
  section->value = std::move(value);
}

std::string yaml_of(const Section& section, std::size_t level) {
  std::string text;
  for (const auto& [key, child] : section.children) {
    text += std::string(2 * level, ' ') + key + ":";
    text += child.children.empty() ? " " + child.value + "\n" : "\n" + yaml_of(child, level + 1);
  }
  return text;
}

}  // namespace

std::size_t met_targets(const CalibrationPlan& plan, const Fit& fit) {
  std::size_t met = 0;
  for (std::size_t k = 0; k < plan.targets.size(); ++k)
    met += is_met(plan.targets[k], fit.check.means[k]) ? 1U : 0U;
  return met;
}

std::string fit_table(const CalibrationPlan& plan, const Fit& fit, Language language) {
  return text_of(parameter_listing(fit, language)) + "\n" +
         text_of(target_listing(plan, fit, language));
}

std::string fit_markdown(const CalibrationPlan& plan, const Fit& fit) {
  return markdown_of(parameter_listing(fit, Language::en)) + "\n" +
         markdown_of(target_listing(plan, fit, Language::en));
}

std::string fit_json(const CalibrationPlan& plan, const Fit& fit) {
  Json json{{"digest", plan.digest},
            {"evaluations", fit.evaluations},
            {"objective_before", number(fit.before.objective)},
            {"objective", number(fit.fitted.objective)},
            {"parameters", Json::array()},
            {"targets", Json::array()}};
  for (const FittedParameter& p : fit.parameters) {
    json["parameters"].push_back({{"path", p.factor.path},
                                  {"unit", p.factor.unit},
                                  {"before", p.before},
                                  {"value", p.value},
                                  {"low", p.interval.low},
                                  {"high", p.interval.high},
                                  {"plausible_low", p.factor.range.low},
                                  {"plausible_high", p.factor.range.high},
                                  {"uncertainty_left", p.uncertainty_left}});
  }
  for (std::size_t k = 0; k < plan.targets.size(); ++k) {
    const Target& target = plan.targets[k];
    json["targets"].push_back({{"id", target.row.id},
                               {"outcome", target.outcome},
                               {"scenario", target.scenario},
                               {"evidence", target.evidence},
                               {"low", target.row.accepted.low},
                               {"high", target.row.accepted.high},
                               {"before", number(fit.before.means[k])},
                               {"fitted", number(fit.fitted.means[k])},
                               {"fresh", number(fit.check.means[k])},
                               {"fresh_standard_error", number(fit.check.standard_errors[k])},
                               {"met", is_met(target, fit.check.means[k])}});
  }
  return json.dump(2) + "\n";
}

std::string fitted_scenario(const CalibrationPlan& plan, const Fit& fit,
                            const std::filesystem::path& scenario,
                            const std::filesystem::path& directory) {
  Section root;
  for (const std::string& override_ :
       configs::rebased_overrides(plan.overrides, {.from = {}, .to = directory})) {
    const std::size_t equals = override_.find('=');
    put(root, override_.substr(0, equals),
        override_.substr(equals + 1) + "  # set on the command line");
  }
  for (const FittedParameter& p : fit.parameters) {
    put(root, p.factor.path,
        fmt::format("{}  # calibrated, 90 % interval {}", configs::number_to_text(p.value),
                    interval_text(p.interval)));
  }
  const std::filesystem::path base = std::filesystem::proximate(
      std::filesystem::canonical(scenario), std::filesystem::canonical(directory));
  return fmt::format(
      "# Fitted by `jtsim calibrate`; trace.jsonl has every point, calibration.json the fit.\n"
      "extends: {}\n\n{}",
      configs::file_name_text(base.generic_string()), yaml_of(root, 0));
}

}  // namespace jtsim::app
