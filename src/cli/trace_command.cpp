// `jtsim trace`: one worker's life line as text.
#include <cstdio>

#include "configs/number_text.hpp"
#include "configs/problems.hpp"
#include "output/life_line_table.hpp"
#include "src/cli/commands.hpp"
#include "src/interrupt.hpp"
#include "src/trace.hpp"

namespace jtsim::app {

namespace {

WorkerId worker_of(const std::string& text) {
  const configs::Parsed<std::uint64_t> parsed = configs::unsigned_from_text(text);
  const auto* number = std::get_if<std::uint64_t>(&parsed);
  if (number != nullptr && *number <= std::numeric_limits<WorkerId>::max())
    return static_cast<WorkerId>(*number);
  const auto* fault = std::get_if<configs::Fault>(&parsed);
  throw InputError(Problem{{.file = std::string(command_line)},
                           "WORKER",
                           fault == nullptr ? Sentence(tr("too large")) : fault->what,
                           tr("the number of a worker")});
}

}  // namespace

ExitCode execute(const TraceCommand& command, const Messages& messages) {
  const std::stop_source stop;
  const InterruptWatch interrupt(stop);
  const WorkerId worker = worker_of(command.worker);
  const StoredExperiment experiment = read_experiment(command.directory);
  const std::uint32_t replicate = command.replicate.value_or(experiment.stored.replicates.first);
  const auto lines = follow_again(experiment, replicate, worker, stop.get_token());
  if (!lines) return ExitCode::stopped;
  print(output::life_line_text(*lines, experiment.scenario.inputs, messages.language()));
  return ExitCode::ok;
}

}  // namespace jtsim::app
