// The commands that say how far the numbers may be trusted.
#include "src/cli/parser.hpp"

namespace jtsim::app {

void Parser::add_validate() {
  CLI::App* command = add_command("validate", tr("external checks and targets with verdicts"),
                                  "  jtsim validate --quick\n"
                                  "  jtsim validate -o output/validation\n"
                                  "  jtsim validate --only V1,V6,T13\n"
                                  "  jtsim validate --inputs 200 -o output/inputs");
  add_flag(command, "--quick", validate_.is_quick,
           tr("two replicates for the targets, which then do not decide the exit code"));
  add_text(command, "--only", validate_.only,
           tr("these parts only (V1 to V6, targets, or single ones such as T13), with commas"))
      ->option_text("PARTS");
  add_number(command, "--inputs", "N",
             tr("instead: how targets vary over N draws of all uncertain parameters, and which of "
                "these matter most"));
  add_text(command, "-o,--output", validate_.directory,
           tr("directory for the tables (validation.json, validation.md; inputs.json, inputs.md)"))
      ->option_text("DIR");
  add_number(command, "--threads", "N", tr("threads"));
  add_flag(command, "--quiet", validate_.quiet, tr("show no progress and no notes"));
}

void Parser::add_calibrate() {
  CLI::App* command = add_command(
      "calibrate", tr("fit free parameters to targets"),
      "  jtsim calibrate configs/inner_mongolia.yaml configs/calibration/inner_mongolia.yaml\n"
      "  jtsim calibrate my.yaml my_targets.csv --free search.search_intensity -o output/mine");
  command->add_option("SCENARIO", calibrate_.scenario.file, say(tr("scenario file (YAML)")))
      ->option_text(" ")
      ->required();
  command
      ->add_option(
          "TARGETS", calibrate_.targets,
          say(tr("plan with targets and free parameters (YAML), or table of targets (CSV)")))
      ->option_text(" ")
      ->required();
  command
      ->add_option("path.to.key=value", calibrate_.scenario.overrides,
                   say(tr("values that replace those of the file")))
      ->option_text("...");
  add_text(command, "--free", calibrate_.free,
           tr("free parameters with commas between them; with a table of targets"))
      ->option_text("PATHS");
  add_text(command, "-o,--output", calibrate_.directory,
           tr("directory of the results (default output/calibrations/<scenario>); goes on from the "
              "trace in it"))
      ->option_text("DIR");
  add_number(command, "--threads", "N", tr("threads"));
  add_flag(command, "--overwrite", calibrate_.overwrite, tr("begin anew, whatever trace is there"));
  add_flag(command, "--quiet", calibrate_.quiet, tr("show no progress and no notes"));
}

}  // namespace jtsim::app
