// The commands that say how far the numbers may be trusted.
#include "src/cli/parser.hpp"

namespace jtsim::app {

void Parser::add_validate() {
  CLI::App* command = add_command(
      "validate",
      {"外部检验与目标值:数值、范围和结论", "external checks and targets with verdicts"},
      "  jtsim validate --quick\n"
      "  jtsim validate -o output/validation\n"
      "  jtsim validate --only V1,V6,T13\n"
      "  jtsim validate --inputs 200 -o output/inputs");
  add_flag(command, "--quick", validate_.is_quick,
           {"目标值只用2次重复模拟(不决定退出码)",
            "two replicates for the targets, which then do not decide the exit code"});
  add_text(command, "--only", validate_.only,
           {"只做这些(V1 至 V6、targets、T13 等,逗号分隔)",
            "these parts only (V1 to V6, targets, or single ones such as T13), with commas"})
      ->option_text("PARTS");
  add_number(command, "--inputs", "N",
             {"改为:N 组参数下目标值的变化,以及哪些参数影响最大",
              "instead: how targets vary over N draws of all uncertain parameters, and which of "
              "these matter most"});
  add_text(command, "-o,--output", validate_.directory,
           {"把表写入此目录(validation.json、validation.md;inputs.json、inputs.md)",
            "directory for the tables (validation.json, validation.md; inputs.json, inputs.md)"})
      ->option_text("DIR");
  add_number(command, "--threads", "N", {"线程数", "threads"});
  add_flag(command, "--quiet", validate_.quiet,
           {"不显示进度和提示", "show no progress and no notes"});
}

void Parser::add_calibrate() {
  CLI::App* command = add_command(
      "calibrate", {"把自由参数拟合到目标值", "fit free parameters to targets"},
      "  jtsim calibrate configs/inner_mongolia.yaml configs/calibration/inner_mongolia.yaml\n"
      "  jtsim calibrate my.yaml my_targets.csv --free search.search_intensity -o output/mine");
  command
      ->add_option("SCENARIO", calibrate_.scenario.file,
                   say({"情景文件(YAML)", "scenario file (YAML)"}))
      ->option_text(" ")
      ->required();
  command
      ->add_option("TARGETS", calibrate_.targets,
                   say({"校准方案(YAML)或目标表(CSV)",
                        "plan with targets and free parameters (YAML), or table of targets (CSV)"}))
      ->option_text(" ")
      ->required();
  command
      ->add_option("path.to.key=value", calibrate_.scenario.overrides,
                   say({"覆盖情景中的值,可多个", "values that replace those of the file"}))
      ->option_text("...");
  add_text(command, "--free", calibrate_.free,
           {"自由参数(逗号分隔;仅用于目标表)",
            "free parameters with commas between them; with a table of targets"})
      ->option_text("PATHS");
  add_text(command, "-o,--output", calibrate_.directory,
           {"结果目录(默认 output/calibrations/<情景名>);其中已有轨迹时继续",
            "directory of the results (default output/calibrations/<scenario>); goes on from the "
            "trace in it"})
      ->option_text("DIR");
  add_number(command, "--threads", "N", {"线程数", "threads"});
  add_flag(command, "--overwrite", calibrate_.overwrite,
           {"不用已有的轨迹,重新开始", "begin anew, whatever trace is there"});
  add_flag(command, "--quiet", calibrate_.quiet,
           {"不显示进度和提示", "show no progress and no notes"});
}

}  // namespace jtsim::app
