// From a point of the plan to the result of a run.
#include "src/sweep/point.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "base/error.hpp"
#include "output/chunk_codec.hpp"

namespace jtsim::app {

namespace {

// A model of the reference scenario with its tables takes a few megabytes.
constexpr std::uint64_t most_kept_models = 32;

// What a run needs of a scenario; the texts of its files are the plan's.
configs::Scenario resolved(const SweepPlan& plan, std::uint64_t point) {
  configs::Scenario scenario = configs::load_scenario(plan.inputs, plan.overrides_of(point));
  if (scenario.digest != plan.point_digests[point]) {
    throw InputError(Problem{{},
                             fmt::format("point {}", point),
                             Sentence(tr("its digest is {} but was {} when the sweep was planned"),
                                      scenario.digest, plan.point_digests[point]),
                             tr("use the program that planned it, or plan anew")});
  }
  scenario.inputs_read = {};
  return scenario;
}

bool names_equal(const std::vector<output::Outcome>& outcomes,
                 const std::vector<std::string>& names) {
  return std::ranges::equal(outcomes, names, {}, &output::Outcome::name);
}

}  // namespace

bool fits(std::string_view text, std::string_view pattern) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return text == pattern;
  if (!text.starts_with(pattern.substr(0, star))) return false;
  text.remove_prefix(star);
  pattern.remove_prefix(star + 1);
  for (std::size_t skipped = 0; skipped <= text.size(); ++skipped) {
    if (fits(text.substr(skipped), pattern)) return true;
  }
  return false;
}

const OutcomeChoice& OutcomeChoices::choice_for(const std::vector<output::Outcome>& outcomes) {
  const std::lock_guard lock(mutex_);
  for (const OutcomeChoice& choice : choices_) {
    if (names_equal(outcomes, choice.all)) return choice;
  }
  OutcomeChoice& choice = choices_.emplace_back();
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const std::string& name = outcomes[i].name;
    choice.all.push_back(name);
    const bool is_kept = std::ranges::any_of(
        patterns_, [&](const std::string& pattern) { return fits(name, pattern); });
    if (!is_kept) continue;
    choice.kept.push_back(i);
    choice.names.push_back(name);
  }
  return choice;
}

PointModel::PointModel(const SweepPlan& plan, std::uint64_t point)
    : plan_(plan),
      scenario_(resolved(plan, point)),
      model_(scenario_),
      layout_(model_.layout({0, plan.replicates})) {}

std::vector<std::vector<std::byte>> PointModel::packed_arrays(
    output::ReplicateResult& result) const {
  std::vector<std::vector<std::byte>> arrays;
  for (const output::KeptArray& kept : plan_.arrays) {
    const std::size_t at = layout_.find(kept.name);
    if (at == layout_.entries().size() || output::kept_array(layout_.entries()[at]) != kept)
      throw LogicFault("a point has other arrays than its plan");
    arrays.push_back(
        output::pack_chunk(output::bytes_of(result.values[at]), output::bytes_of(kept.type)));
  }
  return arrays;
}

std::optional<FinishedRun> PointModel::simulate(std::uint32_t replicate,
                                                const Observation& observation,
                                                OutcomeChoices& choices) const {
  const auto started = std::chrono::steady_clock::now();
  std::optional<output::ReplicateResult> recorded = result(replicate, observation);
  if (!recorded) return std::nullopt;
  FinishedRun finished;
  if (!plan_.outcomes.empty()) {
    const std::vector<output::Outcome> outcomes = output::outcomes_of(layout_, *recorded);
    finished.choice = &choices.choice_for(outcomes);
    for (const std::size_t i : finished.choice->kept)
      finished.run.outcomes.push_back(outcomes[i].value);
    finished.run.outcome_count = static_cast<std::uint32_t>(finished.choice->names.size());
  }
  finished.run.arrays = packed_arrays(*recorded);
  finished.run.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  return finished;
}

PointModels::PointModels(const SweepPlan& plan)
    : plan_(plan), slots_(plan.points() <= most_kept_models ? plan.points() : 0) {}

const PointModel& PointModels::kept(std::uint64_t point) {
  Slot& slot = slots_[point];
  const std::lock_guard lock(slot.mutex);
  if (!slot.model) slot.model = std::make_unique<PointModel>(plan_, point);
  return *slot.model;
}

}  // namespace jtsim::app
