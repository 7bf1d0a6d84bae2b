// `jtsim describe`, `--help` and `--version`: what the program says about itself.
#include "src/cli/commands.hpp"
#include "src/describe.hpp"

namespace jtsim::app {

ExitCode execute(const DescribeCommand& command, const Messages& messages) {
  print(describe(command.subject, command.json ? DescriptionForm::json : DescriptionForm::text,
                 messages.language()));
  return ExitCode::ok;
}

ExitCode execute(const ShownText& shown, const Messages&) {
  print(shown.text);
  return ExitCode::ok;
}

}  // namespace jtsim::app
