// `jtsim report`: runs and comparisons as one page for a browser.
#include <filesystem>

#include "output/directory_files.hpp"
#include "output/durable_file.hpp"
#include "src/cli/commands.hpp"
#include "src/report.hpp"
#include "src/stored_results.hpp"

namespace jtsim::app {

ExitCode execute(const ReportCommand& command, const Messages& messages) {
  const Language language = messages.language();
  const ReportPage page =
      report_of({.directories = {command.directories.begin(), command.directories.end()},
                 .map = command.map,
                 .language = language});
  for (const std::filesystem::path& run : page.absent) {
    messages.warn(
        say(language,
            tr("{}/ of this comparison is not there or another run by now: the report has "
               "the figures of the comparison alone"),
            run.string()));
  }
  std::filesystem::path place = command.file;
  if (place.empty()) {
    place = directory_of_results(command.directories.front()) / output::report_name;
  }
  output::write_durably(place, page.html);
  if (!command.quiet)
    messages.note(say(language, tr("report: {} (open it in a browser)"), place.string()));
  return ExitCode::ok;
}

}  // namespace jtsim::app
