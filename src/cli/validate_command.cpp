// `jtsim validate`: the external checks and the targets, each with its verdict.
#include <filesystem>

#include "configs/problems.hpp"
#include "output/durable_file.hpp"
#include "src/cli/commands.hpp"
#include "src/replicates.hpp"
#include "src/validation/validate.hpp"
#include "src/validation/validation_table.hpp"

namespace jtsim::app {

namespace {

// The parts of "V1,T13".
std::vector<std::string> parts_of(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    if (end > begin) parts.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

void write(const std::string& directory, const Findings& findings) {
  const std::filesystem::path path(directory);
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) throw StorageError(tr("create the directory"), path, 0, error.value());
  output::write_durably(path / "validation.json", validation_json(findings));
  output::write_durably(path / "validation.md", validation_markdown(findings));
}

void refuse_nothing(const ValidateCommand& command, const Findings& findings) {
  if (!findings.empty()) return;
  throw InputError(Problem{{.file = std::string(command_line)},
                           "--only",
                           {tr("`{}` names no check and no target"), command.only},
                           tr("V1 to V6, targets, or a target such as T13")});
}

}  // namespace

ExitCode execute(const ValidateCommand& command, const Messages& messages) {
  if (command.inputs) return study_inputs(command, messages);
  const Language language = messages.language();
  ValidationOrder order;
  order.threads = thread_count(command.threads);
  order.effort = command.is_quick ? Effort::quick : Effort::full;
  order.only = parts_of(command.only);
  order.configs = shipped_configs();
  order.tell = [&](const std::string& part) {
    if (!command.quiet) messages.note(say(language, tr("checking {}"), part));
  };
  const Findings findings = validate(order);
  refuse_nothing(command, findings);
  print(validation_table(findings, language));
  if (!command.directory.empty()) {
    write(command.directory, findings);
    if (!command.quiet) messages.note(say(language, tr("files in {}/"), command.directory));
  }
  if (is_sound(findings, order.effort)) return ExitCode::ok;
  messages.warn(in(language, tr("some checks failed")));
  return ExitCode::failure;
}

}  // namespace jtsim::app
