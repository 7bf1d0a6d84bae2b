// JSON and CSV of a plan.
#include "src/sweep/plan_texts.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "configs/csv_table.hpp"
#include "configs/number_text.hpp"

namespace jtsim::app {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t leading_columns = 5;

[[noreturn]] void refuse(const std::string& where, const Sentence& what) {
  throw InputError(Problem{{where, 0, 0}, "", what, tr("plan the sweep anew")});
}

// Quoted as well where it would read as a comment or as nothing.
std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"#") == std::string::npos && !text.empty()) return text;
  std::string cell = "\"";
  for (const char c : text) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + "\"";
}

Json json_of(const PlannedFactor& f) {
  Json json{{"path", f.path}, {"unit", f.unit}, {"distribution", f.distribution},
            {"low", f.low},   {"high", f.high}, {"values", f.values}};
  if (!f.shape.empty()) json["shape"] = f.shape;
  return json;
}

PlannedFactor factor_from(const Json& json) {
  return {json.at("path"),
          json.at("unit"),
          json.at("distribution"),
          json.at("low"),
          json.at("high"),
          json.at("values"),
          json.value("shape", std::vector<double>())};
}

Json json_of(const output::KeptArray& array) {
  return Json{{"name", array.name},
              {"type", static_cast<int>(array.type)},
              {"shape", std::vector<std::uint64_t>(array.shape.begin(), array.shape.end())}};
}

output::KeptArray array_from(const Json& json) {
  output::KeptArray array{json.at("name"), output::NumberType::int32, {}};
  const int type = json.at("type");
  if (type < 0 || type > static_cast<int>(output::NumberType::float64))
    throw std::runtime_error("an array of no known type");
  array.type = static_cast<output::NumberType>(type);
  for (const Json& length : json.at("shape")) array.shape.push_back(length.get<hsize_t>());
  return array;
}

Json json_of(const configs::SweepPolicy& policy) {
  return Json{{"name", policy.name}, {"overrides", policy.overrides}};
}

template <class Rows>
Json list_of(const Rows& rows) {
  Json list = Json::array();
  for (const auto& row : rows) list.push_back(json_of(row));
  return list;
}

// What moves results.
Json meaning_of(const SweepPlan& plan) {
  return Json{{"format_version", plan_format_version},
              {"program_version", plan.program_version},
              {"git_commit", plan.git_commit},
              {"name", plan.name},
              {"design",
               {{"kind", identifier(plan.design.kind)},
                {"points", plan.design.points},
                {"levels", plan.design.levels},
                {"seed", plan.design.seed}}},
              {"factors", list_of(plan.factors)},
              {"set", plan.set},
              {"policies", list_of(plan.policies)},
              {"replicates", plan.replicates},
              {"seeds", identifier(plan.seeds)},
              {"keep", identifier(plan.keep)},
              {"outcomes", plan.outcomes},
              {"arrays", list_of(plan.arrays)}};
}

std::string points_csv(const SweepPlan& plan) {
  std::string text = "point,design_row,policy,seed,digest";
  for (const PlannedFactor& factor : plan.factors) text += "," + csv_cell(factor.path);
  text += '\n';
  for (std::uint64_t point = 0; point < plan.points(); ++point) {
    text += fmt::format("{},{},{},{},{}", point, plan.row_of(point),
                        plan.policies[plan.policy_of(point)].name, plan.point_seeds[point],
                        plan.point_digests[point]);
    for (const std::string& value : plan.values[plan.row_of(point)]) text += "," + csv_cell(value);
    text += '\n';
  }
  return text;
}

std::string design_csv(const SweepPlan& plan) {
  if (plan.unit_design.points() == 0) return "";
  std::string text;
  for (const PlannedFactor& factor : plan.factors)
    text += (text.empty() ? "" : ",") + csv_cell(factor.path);
  text += '\n';
  for (std::size_t row = 0; row < plan.unit_design.points(); ++row) {
    std::string line;
    for (const double unit : plan.unit_design.point(row))
      line += (line.empty() ? "" : ",") + configs::number_to_text(unit);
    text += line + '\n';
  }
  return text;
}

template <class T>
T from_identifier(const Json& json) {
  const std::string text = json;
  const std::optional<T> value = enum_from_text<T>(text);
  if (!value) throw std::runtime_error("unknown word " + text);
  return *value;
}

void read_meaning(const Json& json, SweepPlan& plan) {
  if (json.at("format_version") != plan_format_version)
    throw std::runtime_error("it is of another version of jtsim");
  plan.program_version = json.at("program_version");
  plan.git_commit = json.at("git_commit");
  plan.name = json.at("name");
  const Json& design = json.at("design");
  plan.design.kind = from_identifier<configs::DesignKind>(design.at("kind"));
  plan.design.points = design.at("points");
  plan.design.levels = design.at("levels");
  plan.design.seed = design.at("seed");
  for (const Json& factor : json.at("factors")) plan.factors.push_back(factor_from(factor));
  plan.set = json.at("set");
  for (const Json& policy : json.at("policies"))
    plan.policies.push_back({policy.at("name"), policy.at("overrides")});
  plan.replicates = json.at("replicates");
  plan.seeds = from_identifier<configs::SweepSeeds>(json.at("seeds"));
  plan.keep = from_identifier<configs::SweepKeep>(json.at("keep"));
  plan.outcomes = json.at("outcomes");
  for (const Json& array : json.at("arrays")) plan.arrays.push_back(array_from(array));
  plan.runs_per_part = json.at("runs_per_part");
  const Json& cost = json.at("cost_of_a_run");
  plan.cost = {cost.at("seconds"), cost.at("bytes"), cost.at("bytes_of_memory_per_thread"),
               cost.at("bytes_of_memory_of_program")};
  plan.digest = json.at("digest");
}

configs::CsvTable table_of(const std::string& text, const std::string& name) {
  configs::Problems problems;
  auto table = configs::parse_csv({name, text}, name, problems);
  problems.throw_if_any({});
  return std::move(*table);
}

void read_points(const std::string& text, SweepPlan& plan) {
  const configs::CsvTable table = table_of(text, "plan.csv");
  const std::size_t columns = leading_columns + plan.factors.size();
  const std::size_t policies = plan.policies.size();
  if (table.header.cells.size() != columns || policies == 0 || table.rows.empty() ||
      table.rows.size() % policies != 0 || plan.replicates == 0 || plan.runs_per_part == 0) {
    throw std::runtime_error("its points do not fit");
  }
  const std::size_t rows = table.rows.size() / policies;
  for (std::size_t point = 0; point < table.rows.size(); ++point) {
    const auto& cells = table.rows[point].cells;
    const auto seed = configs::unsigned_from_text(cells[3].text);
    if (!std::holds_alternative<std::uint64_t>(seed)) throw std::runtime_error("a seed is no seed");
    plan.point_seeds.push_back(std::get<std::uint64_t>(seed));
    plan.point_digests.push_back(cells[4].text);
    if (point >= rows) continue;
    std::vector<std::string>& row = plan.values.emplace_back();
    for (std::size_t i = leading_columns; i < columns; ++i) row.push_back(cells[i].text);
  }
}

void read_design(const std::string& text, SweepPlan& plan) {
  if (text.empty()) return;
  const configs::CsvTable table = table_of(text, "design.csv");
  plan.unit_design.dimensions = plan.factors.size();
  for (const configs::CsvRow& row : table.rows) {
    for (const configs::CsvCell& cell : row.cells) {
      const auto unit = configs::number_from_text(cell.text);
      if (!std::holds_alternative<double>(unit)) throw std::runtime_error("a coordinate is none");
      plan.unit_design.coordinates.push_back(std::get<double>(unit));
    }
  }
}

}  // namespace

std::string digest_of(const SweepPlan& plan) {
  Sha256 digest;
  const auto add = [&](std::string_view text) {
    digest.add(fmt::format("{}:", text.size()));
    digest.add(text);
  };
  add(meaning_of(plan).dump());
  add(points_csv(plan));
  add(design_csv(plan));
  for (const configs::SourceText& input : plan.inputs) {
    add(input.path);
    add(input.text);
  }
  return digest.finish();
}

PlanTexts texts_of(const SweepPlan& plan) {
  Json json = meaning_of(plan);
  json["runs_per_part"] = plan.runs_per_part;
  json["cost_of_a_run"] = {{"seconds", plan.cost.seconds},
                           {"bytes", plan.cost.bytes},
                           {"bytes_of_memory_per_thread", plan.cost.thread_bytes},
                           {"bytes_of_memory_of_program", plan.cost.program_bytes}};
  json["digest"] = plan.digest;
  return {json.dump(1) + "\n", points_csv(plan), design_csv(plan), plan.inputs};
}

SweepPlan plan_from(const PlanTexts& texts, const std::string& where) {
  SweepPlan plan;
  try {
    read_meaning(Json::parse(texts.plan), plan);
    read_points(texts.points, plan);
    read_design(texts.design, plan);
  } catch (const std::exception& error) {
    refuse(where, {tr("the plan cannot be read: {}"), error.what()});
  }
  plan.inputs = texts.inputs;
  if (plan.inputs.empty()) refuse(where, tr("the plan has no scenario"));
  if (digest_of(plan) != plan.digest) refuse(where, tr("the plan was changed after it was made"));
  return plan;
}

}  // namespace jtsim::app
