// `jtsim batch`: requests on stdin, answers on stdout.
#include <iostream>
#include <string>

#include "configs/problems.hpp"
#include "src/batch.hpp"
#include "src/cli/commands.hpp"
#include "src/replicates.hpp"

namespace jtsim::app {

ExitCode execute(const BatchCommand& command, const Messages& messages) {
  if (!command.from_stdin) {
    throw InputError(Problem{{.file = std::string(command_line)},
                             "--stdin",
                             tr("is missing"),
                             tr("requests are read from stdin")});
  }
  const BatchBase base{command.scenario, thread_count(command.threads)};
  // What is wrong with the scenario itself is told at once, not with every request.
  messages.warn(configs::load_scenario(base.scenario).warnings);
  // Nothing is on disk: a signal may end the program at any time.
  for (std::string line; std::getline(std::cin, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    print(batch_answer(base, line, {}));
  }
  return ExitCode::ok;
}

}  // namespace jtsim::app
