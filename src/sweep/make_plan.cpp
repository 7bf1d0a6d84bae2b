// Lays points out and resolves each of them.
#include "src/sweep/make_plan.hpp"

#include <algorithm>
#include <map>
#include <mutex>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "base/sha256.hpp"
#include "configs/csv_table.hpp"
#include "configs/overrides.hpp"
#include "configs/scenario.hpp"
#include "output/provenance.hpp"
#include "src/model.hpp"
#include "src/sweep/design_rows.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view outcomes_word = "outcomes";
// A sweep of another kind than `transition` has no such array and needs no word about it.
constexpr std::string_view usual_array = "stock";

fs::path scenario_of(const configs::SweepFile& file) {
  return file.folder / file.document.scenario.text;
}

void plan_overrides(const configs::SweepFile& file, SweepPlan& plan) {
  const configs::Rebasing rebasing{file.folder, scenario_of(file).parent_path()};
  plan.set = configs::rebased_overrides(file.set, rebasing);
  for (const configs::SweepPolicy& policy : file.policies)
    plan.policies.push_back({policy.name, configs::rebased_overrides(policy.overrides, rebasing)});
}

// A seed of a point's own.
std::uint64_t own_seed(std::uint64_t seed, std::uint64_t point) {
  constexpr std::size_t digits = 16;
  constexpr int base = 16;
  return std::stoull(sha256_of(fmt::format("seed {} point {}", seed, point)).substr(0, digits),
                     nullptr, base);
}

[[noreturn]] void refuse_point(const SweepPlan& plan, std::uint64_t point,
                               const InputError& error) {
  std::vector<Problem> problems = error.problems();
  for (Problem& problem : problems) {
    problem.what =
        Sentence(tr("point {} ({}, design row {}): {}"), point,
                 plan.policies[plan.policy_of(point)].name, plan.row_of(point), problem.what);
  }
  throw InputError(std::move(problems));
}

// Gathers what points read; from any thread.
class InputTexts {
 public:
  void add(const std::vector<configs::SourceText>& files) {
    const std::lock_guard lock(mutex_);
    for (const configs::SourceText& file : files) {
      if (file.path == command_line) continue;
      const auto at = texts_.emplace(file.path, file.text).first;
      if (at->second != file.text)
        throw InputError(
            Problem{{file.path, 0, 0}, "", tr("changed while it was read"), tr("try again")});
    }
  }

  // The scenario comes first, the others by name: their order must not hang on threads.
  std::vector<configs::SourceText> take(const std::string& scenario) {
    std::vector<configs::SourceText> files{{scenario, texts_.at(scenario)}};
    for (const auto& [path, text] : texts_) {
      if (path != scenario) files.push_back({path, text});
    }
    return files;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::string> texts_;
};

std::vector<output::KeptArray> wanted_arrays(const std::vector<std::string>& record,
                                             const output::Layout& layout) {
  std::vector<output::KeptArray> arrays;
  for (const std::string& name : record) {
    if (name == outcomes_word) continue;
    const std::size_t at = layout.find(name);
    if (at < layout.entries().size()) {
      arrays.push_back(output::kept_array(layout.entries()[at]));
    } else if (name != usual_array) {
      std::vector<std::string> known{std::string(outcomes_word)};
      for (const auto& entry : layout.entries()) known.emplace_back(entry.series->name);
      throw InputError(Problem{{},
                               "record",
                               Sentence(tr("there is no array `{}`"), name),
                               configs::name_hint(name, known)});
    }
  }
  return arrays;
}

void require_equal_arrays(const SweepPlan& plan, const output::Layout& layout) {
  for (const output::KeptArray& kept : plan.arrays) {
    const std::size_t at = layout.find(kept.name);
    const bool is_equal =
        at < layout.entries().size() && output::kept_array(layout.entries()[at]) == kept;
    if (is_equal) continue;
    throw InputError(Problem{{},
                             "record",
                             Sentence(tr("`{}` has another shape than at point 0"), kept.name),
                             tr("leave it out of `record`")});
  }
}

// Reads every point once.
class Resolution {
 public:
  Resolution(const configs::SweepFile& file, std::uint64_t base_seed, SweepPlan& plan)
      : path_(scenario_of(file)),
        record_(file.document.record),
        base_seed_(base_seed),
        plan_(plan) {}

  void resolve() {
    plan_.point_digests.resize(plan_.points());
    plan_.point_seeds.resize(plan_.points());
    // The first point says which arrays there are.
    resolve_point(0);
    constexpr std::size_t points_at_once = 8;
    parallel_blocks(plan_.points(), points_at_once, [&](const Block& block) {
      for (std::size_t point = std::max<std::size_t>(block.begin, 1); point < block.end; ++point)
        resolve_point(point);
    });
    plan_.inputs = texts_.take(path_.filename().generic_string());
  }

 private:
  void resolve_point(std::uint64_t point) {
    try {
      take(point);
    } catch (const InputError& error) {
      refuse_point(plan_, point, error);
    }
  }

  void take(std::uint64_t point) {
    const bool is_own = plan_.seeds == configs::SweepSeeds::independent;
    if (is_own) plan_.point_seeds[point] = own_seed(base_seed_, point);
    const configs::Scenario scenario =
        configs::load_scenario_with(path_, plan_.overrides_of(point));
    plan_.point_seeds[point] = scenario.document.seed;
    plan_.point_digests[point] = scenario.digest;
    const output::Layout layout = layout_of(scenario, {0, plan_.replicates});
    if (point == 0) plan_.arrays = wanted_arrays(record_, layout);
    require_equal_arrays(plan_, layout);
    texts_.add(scenario.inputs_read);
  }

  fs::path path_;
  std::vector<std::string> record_;
  std::uint64_t base_seed_;
  SweepPlan& plan_;
  InputTexts texts_;
};

void require_moderate(const SweepPlan& plan) {
  const bool is_moderate = plan.rows() > 0 && plan.points() <= most_points &&
                           plan.runs() <= most_runs &&
                           plan.points() * (plan.factors.size() + 5) <= configs::CsvLimits::cells;
  if (is_moderate) return;
  throw InputError(
      Problem{{},
              "design",
              Sentence(tr("{} points and {} runs"), plan.points(), plan.runs()),
              Sentence(tr("at least one, at most {} points and {} runs"), most_points, most_runs)});
}

}  // namespace

SweepPlan make_plan(const configs::SweepFile& file, const std::string& name) {
  SweepPlan plan;
  plan.name = name;
  plan.design = file.document.design;
  plan.replicates = static_cast<std::uint32_t>(file.document.replicates);
  plan.seeds = file.document.seeds;
  plan.keep = file.document.keep;
  if (std::ranges::find(file.document.record, outcomes_word) != file.document.record.end())
    plan.outcomes = file.document.outcomes;
  const output::Provenance program = output::this_program();
  plan.program_version = program.program_version;
  plan.git_commit = program.git_commit;
  plan_overrides(file, plan);
  const configs::Scenario base = configs::load_scenario_with(scenario_of(file), plan.set);
  lay_out_design(file, base.document, plan);
  require_moderate(plan);
  Resolution(file, base.document.seed, plan).resolve();
  return plan;
}

}  // namespace jtsim::app
