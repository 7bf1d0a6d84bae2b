// Reads a plan, its table of targets and its factors.
#include "src/calibration/plan.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/sha256.hpp"
#include "base/version.hpp"
#include "configs/field_reader.hpp"
#include "configs/parameter_value.hpp"
#include "configs/parameters.hpp"

namespace jtsim::app {

namespace {

namespace cf = configs;
namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& file, const std::string& key, const Sentence& what,
                         const Sentence& allowed) {
  throw InputError(Problem{{.file = file}, key, what, allowed});
}

/// A text of lines as a map of factors without ranges.
cf::Node plausible_map(const std::vector<std::string>& paths) {
  cf::Node map;
  map.kind = cf::NodeKind::map;
  const Place place{.file = std::string(command_line)};
  map.place = place;
  for (const std::string& path : paths) {
    cf::Node nothing;
    nothing.place = place;
    map.entries.push_back({path, place, nothing});
  }
  return map;
}

class PlanReader {
 public:
  explicit PlanReader(const CalibrationWish& wish) : wish_(wish) {
    plan_.folder = wish.scenario.parent_path();
    plan_.overrides = wish.overrides;
  }

  CalibrationPlan read() {
    const cf::Scenario scenario = cf::load_scenario(wish_.scenario, wish_.overrides);
    if (scenario.document.kind != cf::ScenarioKind::transition) {
      refuse(wish_.scenario.string(), "kind", tr("only the kind `transition` is calibrated"),
             tr("kind: transition"));
    }
    if (wish_.targets.extension() == ".csv")
      read_table_alone(scenario);
    else
      read_file(scenario);
    problems_.throw_if_any(wish_.targets.parent_path());
    check_factors();
    set_start(scenario);
    read_rows();
    set_digest();
    return std::move(plan_);
  }

 private:
  void read_table_alone(const cf::Scenario& scenario) {
    if (wish_.free.empty()) {
      refuse(std::string(command_line), "--free", tr("a table of targets names no free parameters"),
             tr("--free search.search_intensity,income.skill_loss_per_month"));
    }
    plan_.settings.targets.text = wish_.targets.filename().string();
    plan_.factors = cf::read_factors(plausible_map(wish_.free), scenario.document, problems_);
    problems_.throw_if_any("");
  }

  void read_file(const cf::Scenario& scenario) {
    if (!wish_.free.empty()) {
      refuse(std::string(command_line), "--free",
             Sentence(tr("`{}` names its free parameters itself"), wish_.targets.string()),
             tr("with a table of targets (CSV) only"));
    }
    cf::FileSource source = cf::FileSource::disk(wish_.targets.parent_path());
    const std::string name = wish_.targets.filename().string();
    const cf::ReadResult file = source.read(name, cf::YamlLimits::bytes);
    if (!file.text) problems_.add({{name}, "", Sentence(tr("the file {}"), file.refusal), ""});
    const auto root = file.text ? cf::parse_yaml({name, *file.text}, problems_) : std::nullopt;
    problems_.throw_if_any(wish_.targets.parent_path());
    const cf::Node* factors = root->find(cf::factors_key);
    cf::Places places;
    cf::FieldReader(problems_, places)
        .read_fields(*root, "", plan_.settings, {std::string(cf::factors_key)});
    if (plan_.settings.targets.text.empty() || factors == nullptr) {
      problems_.add({root->place, factors == nullptr ? "factors" : "targets",
                     tr("the key is missing"),
                     tr("`targets:` names a table, `factors:` the free parameters")});
      return;
    }
    plan_.factors = cf::read_factors(*factors, scenario.document, problems_);
  }

  void check_factors() {
    for (const cf::Factor& factor : plan_.factors) {
      if (factor.distribution != cf::Distribution::list) continue;
      refuse(wish_.targets.string(), "factors." + factor.path,
             tr("a list of values cannot be fitted"), tr("a number with a range"));
    }
  }

  void set_start(const cf::Scenario& scenario) {
    const std::vector<cf::Parameter> rows = cf::parameters_of_document(scenario.document);
    for (const cf::Factor& factor : plan_.factors) {
      const auto* parameter = std::get<const cf::Parameter*>(cf::find_parameter(rows, factor.path));
      double value = 0;
      cf::set_from_text(parameter->value, {{-1e300, 1e300}, ""}, value);
      plan_.start.push_back(cf::unit_of(factor, value));
    }
  }

  bool is_wanted(const Target& target) const {
    const std::string& id = target.row.id;
    const auto& rows = plan_.settings.rows;
    return rows.empty() || std::ranges::find(rows, id) != rows.end() ||
           std::ranges::find(rows, id.substr(0, id.find('.'))) != rows.end();
  }

  void read_rows() {
    const fs::path table = wish_.targets.parent_path() / plan_.settings.targets.text;
    const fs::path folder = plan_.folder.empty() ? "." : plan_.folder;
    std::vector<Target> all = read_targets(folder, fs::proximate(table, folder).generic_string());
    for (const std::string& row : plan_.settings.rows) check_row(row, all);
    for (Target& target : all) {
      const bool measured =
          !target.scenario.empty() && !target.outcome.empty() && target.relative_to.empty();
      if (target.row.use == Use::C && measured && is_wanted(target))
        plan_.targets.push_back(std::move(target));
    }
    if (plan_.targets.empty())
      refuse(table.string(), "use", tr("no row is to be fitted"),
             tr("rows of use C with an outcome"));
  }

  void check_row(const std::string& row, const std::vector<Target>& all) const {
    std::vector<std::string> known;
    for (const Target& target : all) {
      const bool is_fitted = target.row.use == Use::C;
      if (is_fitted) known.push_back(target.row.id);
      if (target.row.id != row && target.row.id.substr(0, target.row.id.find('.')) != row) continue;
      if (is_fitted) return;
      refuse(wish_.targets.string(), "rows",
             Sentence(tr("`{}` is of use {} and never fitted"), row, identifier(target.row.use)),
             tr("rows of use C"));
    }
    refuse(wish_.targets.string(), "rows",
           Sentence(tr("the table has no target {}"), cf::quoted_for_message(row)),
           cf::name_hint(row, known));
  }

  void set_digest() {
    const CalibrationSettings& s = plan_.settings;
    std::string text =
        fmt::format("{} {}\n{} {} {} {} {}\n", program_version, git_commit, s.replicates,
                    s.check_replicates, s.candidates, s.prior_weight, s.seed);
    for (const Target& t : plan_.targets) {
      text += fmt::format("{} {} {} {} {}\n", t.row.id, t.outcome, t.evidence, t.row.accepted.low,
                          t.row.accepted.high);
    }
    for (const cf::Factor& f : plan_.factors)
      text += fmt::format("{} {} {}\n", cf::override_at(f, 0), cf::value_at(f, 0.37),
                          cf::value_at(f, 1));
    for (const std::string& words : plan_.scenarios())
      text += words + " " + plan_.load(words, {}).digest + "\n";
    plan_.digest = sha256_of(text).substr(0, 16);
  }

  const CalibrationWish& wish_;
  CalibrationPlan plan_;
  cf::Problems problems_;
};

}  // namespace

std::vector<std::string> CalibrationPlan::scenarios() const {
  std::vector<std::string> all;
  for (const Target& target : targets) {
    if (std::ranges::find(all, target.scenario) == all.end()) all.push_back(target.scenario);
  }
  return all;
}

std::vector<std::string> CalibrationPlan::overrides_at(std::span<const double> point) const {
  std::vector<std::string> all;
  for (std::size_t j = 0; j < factors.size(); ++j)
    all.push_back(cf::override_at(factors[j], point[j]));
  return all;
}

cf::Scenario CalibrationPlan::load(const std::string& words,
                                   const std::vector<std::string>& at_point) const {
  std::vector<std::string> more = overrides;
  more.insert(more.end(), at_point.begin(), at_point.end());
  cf::Scenario scenario = load_target_scenario(folder, words, more);
  if (!settings.end || scenario.document.end <= *settings.end) return scenario;
  more.push_back("end=" + to_text(*settings.end));
  return load_target_scenario(folder, words, more);
}

CalibrationPlan read_plan(const CalibrationWish& wish) { return PlanReader(wish).read(); }

}  // namespace jtsim::app
