// `jtsim check`: everything wrong with a scenario at once, or what it amounts to.
#include "configs/echo.hpp"
#include "configs/scenario.hpp"
#include "src/cli/commands.hpp"
#include "src/model.hpp"

namespace jtsim::app {

namespace {

Label verdict(std::size_t warnings) {
  if (warnings == 0) return tr("{}: nothing wrong (digest {})");
  return warnings == 1 ? tr("{}: no errors, 1 warning (digest {})")
                       : tr("{0}: no errors, {2} warnings (digest {1})");
}

}  // namespace

ExitCode execute(const CheckCommand& command, const Messages& messages) {
  const configs::Scenario scenario =
      configs::load_scenario(command.scenario.file, command.scenario.overrides);
  messages.warn(scenario.warnings);
  // Some faults show only when the labour market is put together.
  const Model model(scenario);
  if (command.echo) print(configs::echo_yaml(scenario));
  const std::size_t warnings = scenario.warnings.size();
  messages.note(say(messages.language(), verdict(warnings), command.scenario.file, scenario.digest,
                    warnings));
  return ExitCode::ok;
}

}  // namespace jtsim::app
