// `jtsim describe`, `--help` and `--version`: what the program says about itself.
#include "src/cli/commands.hpp"
#include "src/describe.hpp"

namespace jtsim::app {

ExitCode execute(const DescribeCommand& command, const Messages&) {
  print(describe(command.subject, command.json ? DescriptionForm::json : DescriptionForm::text));
  return ExitCode::ok;
}

ExitCode execute(const ShownText& shown, const Messages&) {
  print(shown.text);
  return ExitCode::ok;
}

}  // namespace jtsim::app
