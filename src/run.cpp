// From a scenario to the files of its run.
#include "src/run.hpp"

#include <algorithm>
#include <chrono>
#include <limits>

#include <fmt/format.h>

#include "base/parallel.hpp"
#include "base/sha256.hpp"
#include "configs/echo.hpp"
#include "output/durable_file.hpp"
#include "output/life_line_table.hpp"
#include "output/provenance.hpp"
#include "output/results_file.hpp"
#include "src/model.hpp"
#include "src/replicates.hpp"

namespace jtsim::app {

namespace {

using output::ReplicateRange;

output::Provenance provenance_of(const configs::Scenario& scenario) {
  output::Provenance provenance = output::this_program();
  provenance.seed = scenario.document.seed;
  provenance.scenario_digest = scenario.digest;
  provenance.scenario = configs::echo_yaml(scenario);
  provenance.files = scenario.inputs_read;
  return provenance;
}

ReplicateRange simulated_replicates(const RunOrder& order) {
  return {order.replicates.first, std::min(order.replicates.count, order.leading)};
}

// Where the replicates go.
struct Sinks {
  output::ResultsFile& file;
  output::Summary& summary;
  // Of the first replicate, or null.
  agents::LifeLines* life_lines;
};

// Simulates the replicates side by side; the file puts them in order.
void simulate_into(const Sinks& sinks, const Model& model, const output::Layout& layout,
                   const RunOrder& order, const RunWatch& watch) {
  const ReplicateRange simulated = simulated_replicates(order);
  const std::uint32_t crew = std::min(order.threads, simulated.count);
  // What threads are left over helps inside the replicates.
  const std::size_t threads_inside = std::max<std::size_t>(1, order.threads / crew);
  ReplicateWork work;
  work.run = [&](std::uint32_t replicate) {
    const bool is_first = replicate == order.replicates.first;
    const Observation observation{watch.stop, &watch.progress.months_done,
                                  is_first ? sinks.life_lines : nullptr};
    std::optional<output::ReplicateResult> result;
    ThreadLimit(threads_inside).run([&] {
      result = model.simulate(layout, replicate, observation);
    });
    if (!result) return Outcome::given_up;
    sinks.summary.add(*result);
    sinks.file.add(std::move(*result));
    ++watch.progress.replicates_done;
    return Outcome::done;
  };
  work.release = [&] { sinks.file.stop(); };
  work.look = [&] { watch.progress.look(); };
  run_replicates(simulated, crew, work, watch.stop);
}

// The resolved scenario, to be loaded from where it stands.
std::string echo_for(const configs::Scenario& scenario, const RunOrder& order) {
  if (!order.scenario_folder) return configs::echo_yaml(scenario);
  const std::filesystem::path& folder = *order.scenario_folder;
  return configs::echo_yaml(
      scenario, configs::EchoFolders{std::filesystem::canonical(folder.empty() ? "." : folder),
                                     std::filesystem::canonical(order.directory)});
}

}  // namespace

ReplicateRange replicates_of(const configs::Scenario& scenario, std::uint32_t first) {
  const auto count = static_cast<std::uint32_t>(scenario.document.replicates);
  constexpr auto last = static_cast<std::uint32_t>(std::numeric_limits<std::int32_t>::max());
  if (first > last - count) {
    throw InputError(Problem{{.file = std::string(command_line)},
                             "--first-replicate",
                             Sentence(tr("{} is too large"), first),
                             Sentence(tr("0 to {}"), last - count)});
  }
  return {first, count};
}

Workload workload_of(const configs::Scenario& scenario, const RunOrder& order) {
  const bool in_steps = scenario.urn.has_value();
  const auto months = static_cast<std::uint64_t>(
      in_steps ? scenario.urn->settings.steps : scenario.document.end - scenario.document.start);
  const std::uint32_t replicates = simulated_replicates(order).count;
  return {replicates, months * replicates};
}

RunReport run(const configs::Scenario& scenario, const RunOrder& order, const RunWatch& watch) {
  const auto started = std::chrono::system_clock::now();
  const Model model(scenario);
  const output::Layout layout = model.layout(order.replicates);
  const output::RunDirectory directory(order.directory, order.existing);
  const output::Provenance provenance = provenance_of(scenario);
  output::ResultsFile file(layout, provenance,
                           {.path = directory.results(),
                            .keep_register = model.keeps_register(order.replicates.first),
                            .threads = order.threads});
  output::Summary summary(layout, scenario.document.output.minimum_group);
  std::optional<agents::LifeLines> life_lines;
  if (order.life_lines) life_lines.emplace(*order.life_lines);
  simulate_into({file, summary, life_lines ? &*life_lines : nullptr}, model, layout, order, watch);

  RunReport report{.axes = layout.axes(), .complete = file.close()};
  report.seconds =
      std::chrono::duration<double>(std::chrono::system_clock::now() - started).count();
  report.price_year = scenario.inputs.settings.income.price_year;
  const bool was_stopped = report.complete < simulated_replicates(order).count;
  if (was_stopped && directory.holds_complete_run()) {
    report.complete = 0;
    report.earlier_kept = true;
  }
  if (report.complete == 0) return report;
  report.followed_nobody = life_lines && life_lines->persons().empty();
  report.statistics = summary.statistics(order.replicates.first + report.complete);
  directory.publish(
      {.scenario = echo_for(scenario, order),
       .summary = output::summary_json(report.statistics),
       .record = {.command_line = order.command_line,
                  .program_version = provenance.program_version,
                  .git_commit = provenance.git_commit,
                  .scenario_digest = scenario.digest,
                  .results_digest = sha256_of_file(output::part_of(directory.results())),
                  .first_replicate = order.replicates.first,
                  .replicates = report.complete,
                  .threads = order.threads,
                  .started = std::chrono::system_clock::to_time_t(started),
                  .seconds = report.seconds},
       .life_lines = life_lines ? std::optional(output::life_line_csv(*life_lines, scenario.inputs,
                                                                      order.replicates.first))
                                : std::nullopt});
  return report;
}

}  // namespace jtsim::app
