// What each command does; main picks one of them.
#pragma once

#include "src/cli/command_line.hpp"
#include "src/exit_code.hpp"
#include "src/messages.hpp"

namespace jtsim::app {

/// All of them throw InputError, StorageError or LogicFault.
ExitCode execute(const RunCommand& command, const Messages& messages);
ExitCode execute(const CheckCommand& command, const Messages& messages);
ExitCode execute(const DescribeCommand& command, const Messages& messages);
ExitCode execute(const RerunCommand& command, const Messages& messages);
ExitCode execute(const CompareCommand& command, const Messages& messages);
ExitCode execute(const TraceCommand& command, const Messages& messages);
ExitCode execute(const ValidateCommand& command, const Messages& messages);
/// `validate --inputs`; `execute` calls it.
ExitCode study_inputs(const ValidateCommand& command, const Messages& messages);
ExitCode execute(const CalibrateCommand& command, const Messages& messages);
ExitCode execute(const ReportCommand& command, const Messages& messages);
ExitCode execute(const SweepCommand& command, const Messages& messages);
ExitCode execute(const BatchCommand& command, const Messages& messages);
ExitCode execute(const ExportCommand& command, const Messages& messages);
ExitCode execute(const ShownText& shown, const Messages& messages);

}  // namespace jtsim::app
