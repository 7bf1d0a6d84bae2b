// Evaluations as lines of JSON.
#include "src/calibration/trace_file.hpp"

#include <cmath>
#include <fstream>
#include <limits>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "output/durable_file.hpp"

namespace jtsim::app {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* format_name = "jtsim calibration trace 1";

/// JSON knows no NaN and no infinity: null.
Json numbers(const std::vector<double>& values) {
  Json list = Json::array();
  for (const double value : values) list.push_back(std::isfinite(value) ? Json(value) : Json());
  return list;
}

double number_or(const Json& value, double otherwise) {
  return value.is_null() ? otherwise : value.get<double>();
}

std::vector<double> numbers_of(const Json& list) {
  std::vector<double> values;
  for (const Json& value : list)
    values.push_back(number_or(value, std::numeric_limits<double>::quiet_NaN()));
  return values;
}

std::string line_of(const Evaluation& e, const CalibrationPlan& plan) {
  Json line{{"stage", e.stage},
            {"set", plan.overrides_at(e.point)},
            {"point", numbers(e.point)},
            {"first_replicate", e.replicates.first},
            {"replicates", e.replicates.count},
            {"objective", std::isfinite(e.objective) ? Json(e.objective) : Json()},
            {"means", numbers(e.means)},
            {"standard_errors", numbers(e.standard_errors)}};
  if (!e.refusal.empty()) line["refusal"] = e.refusal;
  return line.dump() + "\n";
}

Evaluation evaluation_of(const Json& line) {
  Evaluation e{.stage = line.at("stage").get<std::string>(),
               .point = numbers_of(line.at("point")),
               .replicates = {line.at("first_replicate").get<std::uint32_t>(),
                              line.at("replicates").get<std::uint32_t>()},
               .means = numbers_of(line.at("means")),
               .standard_errors = numbers_of(line.at("standard_errors"))};
  e.objective = number_or(line.at("objective"), std::numeric_limits<double>::infinity());
  e.refusal = line.value("refusal", "");
  return e;
}

Json head_of(const CalibrationPlan& plan) {
  Json targets = Json::array();
  for (const Target& target : plan.targets) targets.push_back(target.row.id);
  Json free = Json::array();
  for (const configs::Factor& factor : plan.factors) free.push_back(factor.path);
  return {{"format", format_name}, {"digest", plan.digest}, {"free", free}, {"targets", targets}};
}

}  // namespace

TraceFile::TraceFile(std::filesystem::path path, const CalibrationPlan& plan, bool afresh)
    : path_(std::move(path)), plan_(plan), text_(head_of(plan).dump() + "\n") {
  std::error_code error;
  if (!afresh && std::filesystem::exists(path_, error)) read();
}

void TraceFile::read() {
  std::ifstream file(path_);
  std::stringstream all;
  all << file.rdbuf();
  std::string text;
  int number = 0;
  const auto refuse = [&](const Label& what) {
    throw InputError(Problem{{path_.string(), number, 0},
                             "",
                             what,
                             tr("another -o directory, or --overwrite to begin anew")});
  };
  for (std::string line; std::getline(all, line); text += line + "\n") {
    ++number;
    const Json json = Json::parse(line, nullptr, false);
    if (json.is_discarded() || !json.is_object()) refuse(tr("the line is not JSON"));
    if (number == 1) {
      if (json.value("digest", "") != plan_.digest)
        refuse(tr("this trace is of another calibration: plan, scenario or program differ"));
      continue;
    }
    try {
      Evaluation evaluation = evaluation_of(json);
      const bool fits = evaluation.point.size() == plan_.factors.size() &&
                        evaluation.means.size() == plan_.targets.size();
      if (!fits) refuse(tr("the line has another number of parameters or targets"));
      positions_[key_of(evaluation.point, evaluation.replicates)] = all_.size();
      all_.push_back(std::move(evaluation));
    } catch (const Json::exception&) {
      refuse(tr("the line is no evaluation"));
    }
  }
  if (number == 0) return;
  text_ = text;
  read_ = all_.size();
}

std::string TraceFile::key_of(const std::vector<double>& point,
                              output::ReplicateRange replicates) const {
  // Values with ten digits, as the scenario gets them, so that equal scenarios are equal points.
  return fmt::format("{} {} {}", fmt::join(plan_.overrides_at(point), " "), replicates.first,
                     replicates.count);
}

void TraceFile::add(Evaluation evaluation) {
  text_ += line_of(evaluation, plan_);
  positions_[key_of(evaluation.point, evaluation.replicates)] = all_.size();
  all_.push_back(std::move(evaluation));
  output::write_durably(path_, text_);
}

const Evaluation* TraceFile::find(const std::vector<double>& point,
                                  output::ReplicateRange replicates) const {
  const auto found = positions_.find(key_of(point, replicates));
  return found == positions_.end() ? nullptr : &all_[found->second];
}

}  // namespace jtsim::app
