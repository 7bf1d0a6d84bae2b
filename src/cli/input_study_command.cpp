// `jtsim validate --inputs N`: what the uncertainty of inputs does to targets and results.
#include <bit>
#include <filesystem>

#include "output/durable_file.hpp"
#include "src/cli/commands.hpp"
#include "src/interrupt.hpp"
#include "src/replicates.hpp"
#include "src/validation/input_study.hpp"
#include "src/validation/input_text.hpp"
#include "src/validation/validate.hpp"

namespace jtsim::app {

namespace {

constexpr std::uint32_t fewest_draws = 8;
constexpr std::uint32_t most_draws = 100'000;

InputOrder order_of(const ValidateCommand& command) {
  if (*command.inputs < fewest_draws || *command.inputs > most_draws) {
    throw InputError(Problem{{.file = std::string(command_line)},
                             "--inputs",
                             Sentence(tr("{} draws"), *command.inputs),
                             Sentence(tr("{} to {}"), fewest_draws, most_draws)});
  }
  InputOrder order;
  order.configs = shipped_configs();
  order.targets = read_all_targets(order.configs);
  order.draws = *command.inputs;
  // A quarter as many base points as draws: ten times as many runs of a third of the length.
  order.base_points = std::bit_ceil(order.draws / 4);
  order.threads = thread_count(command.threads);
  return order;
}

}  // namespace

ExitCode study_inputs(const ValidateCommand& command, const Messages& messages) {
  const std::stop_source stop;
  const InterruptWatch interrupt(stop);
  const Language language = messages.language();
  InputOrder order = order_of(command);
  order.stop = stop.get_token();
  order.tell = [&](const std::string& part, std::size_t done, std::size_t all) {
    if (!command.quiet) {
      messages.note(say(language, tr("{}: {} of {} simulations"), part, done, all));
    }
  };
  const std::optional<InputStudy> study = study_inputs(order);
  if (!study) {
    messages.warn(in(language, tr("stopped; nothing was written")));
    return ExitCode::stopped;
  }
  print(input_table(*study, language));
  if (command.directory.empty()) return ExitCode::ok;
  const std::filesystem::path path(command.directory);
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) throw StorageError(tr("create the directory"), path, 0, error.value());
  output::write_durably(path / "inputs.json", input_json(*study));
  output::write_durably(path / "inputs.md", input_markdown(*study));
  if (!command.quiet) messages.note(say(language, tr("files in {}/"), command.directory));
  return ExitCode::ok;
}

}  // namespace jtsim::app
