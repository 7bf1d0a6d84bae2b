// `jtsim check`: everything wrong with a scenario at once, or what it amounts to.
#include "configs/echo.hpp"
#include "configs/scenario.hpp"
#include "src/cli/commands.hpp"
#include "src/model.hpp"

namespace jtsim::app {

ExitCode execute(const CheckCommand& command, const Messages& messages) {
  const configs::Scenario scenario =
      configs::load_scenario(command.scenario.file, command.scenario.overrides);
  messages.warn(scenario.warnings);
  // Some faults show only when the labour market is put together.
  const Model model(scenario);
  if (command.echo) print(configs::echo_yaml(scenario));
  messages.note(say(messages.language(), tr("{}: nothing wrong (digest {})"), command.scenario.file,
                    scenario.digest));
  return ExitCode::ok;
}

}  // namespace jtsim::app
