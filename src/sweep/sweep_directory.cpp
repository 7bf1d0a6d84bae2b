// Writes and reads a plan; names parts.
#include "src/sweep/sweep_directory.hpp"

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "output/directory_files.hpp"
#include "output/durable_file.hpp"
#include "src/sweep/plan_texts.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;

// The plan comes last: what it names is there.
constexpr const char* plan_name = "plan.json";
constexpr const char* points_name = "plan.csv";
constexpr const char* design_name = "design.csv";
constexpr const char* inputs_name = "inputs.json";
constexpr const char* file_name = "sweep.yaml";

std::string inputs_json(const std::vector<configs::SourceText>& inputs) {
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const configs::SourceText& input : inputs)
    json.push_back({{"path", input.path}, {"text", input.text}});
  return json.dump(1) + "\n";
}

std::string text_of(const fs::path& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file || !text) throw StorageError(tr("read"), path, 0, errno);
  return std::move(text).str();
}

std::vector<configs::SourceText> inputs_in(const fs::path& path) {
  std::vector<configs::SourceText> inputs;
  try {
    for (const auto& input : nlohmann::json::parse(text_of(path)))
      inputs.push_back({input.at("path"), input.at("text")});
  } catch (const nlohmann::json::exception& error) {
    throw InputError(Problem{{path.string(), 0, 0}, "", error.what(), tr("plan the sweep anew")});
  }
  return inputs;
}

}  // namespace

void SweepDirectory::write_plan(const SweepPlan& plan, const std::string& sweep_file) const {
  output::made_directory(path_);
  if (fs::exists(path_ / plan_name)) {
    throw InputError(
        Problem{{path_.string(), 0, 0},
                "",
                tr("the directory holds a sweep already"),
                tr("continue it with `jtsim sweep run`, or choose another one with -o")});
  }
  output::made_directory(parts());
  const PlanTexts texts = texts_of(plan);
  output::write_durably(path_ / file_name, sweep_file);
  output::write_durably(path_ / inputs_name, inputs_json(texts.inputs));
  output::write_durably(path_ / points_name, texts.points);
  if (!texts.design.empty()) output::write_durably(path_ / design_name, texts.design);
  output::write_durably(path_ / plan_name, texts.plan);
}

SweepPlan SweepDirectory::read_plan() const {
  if (!fs::exists(path_ / plan_name)) {
    throw InputError(Problem{{path_.string(), 0, 0},
                             "",
                             Sentence(tr("is no directory of a sweep: it has no {}"), plan_name),
                             tr("jtsim sweep plan SWEEP.yaml -o DIR")});
  }
  PlanTexts texts;
  texts.plan = text_of(path_ / plan_name);
  texts.points = text_of(path_ / points_name);
  if (fs::exists(path_ / design_name)) texts.design = text_of(path_ / design_name);
  texts.inputs = inputs_in(path_ / inputs_name);
  return plan_from(texts, path_.string());
}

std::string part_name(const PartNumber& number) {
  return fmt::format("{:06}-{}.h5", number.block, number.generation);
}

std::optional<PartNumber> part_number(const std::string& name) {
  PartNumber number;
  if (std::sscanf(name.c_str(), "%u-%u", &number.block, &number.generation) != 2)
    return std::nullopt;
  if (part_name(number) != name) return std::nullopt;
  return number;
}

}  // namespace jtsim::app
