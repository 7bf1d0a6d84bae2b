// The commands with their arguments and options.
#include <fmt/format.h>

#include "src/cli/parser.hpp"

namespace jtsim::app {

void Parser::add_scenario(CLI::App* command, ScenarioChoice& into) {
  command->add_option("SCENARIO", into.file, say({"情景文件(YAML)", "scenario file (YAML)"}))
      ->option_text(" ")
      ->required();
  command
      ->add_option("path.to.key=value", into.overrides,
                   say({"覆盖情景中的值,可多个", "values that replace those of the file"}))
      ->option_text("...");
}

void Parser::add_run() {
  CLI::App* command = add_command(
      "run", {"运行情景并写出结果", "run a scenario and write its results"},
      "  jtsim run configs/inner_mongolia.yaml\n"
      "  jtsim run configs/inner_mongolia.yaml demand.coal_path=seed -o output/runs/seed_path\n"
      "  jtsim run configs/tiny.yaml --replicates 4 --threads 2 --json - --quiet");
  add_scenario(command, run_.scenario);
  add_text(command, "-o,--output", run_.directory,
           {"结果目录(默认 output/runs/<情景名>)",
            "directory of the results (default output/runs/<scenario>)"})
      ->option_text("DIR");
  add_number(command, "--replicates", "N",
             {"重复模拟次数", "number of replicates, instead of the scenario's"});
  add_number(command, "--first-replicate", "K",
             {"首个重复模拟的序号(从 0 起)", "number of the first replicate, counted from 0"});
  add_number(command, "--seed", "S", {"随机种子", "seed, instead of the scenario's"});
  add_number(command, "--threads", "N",
             {"线程数(默认 SLURM_CPUS_PER_TASK 或可用处理器数)",
              "threads (default SLURM_CPUS_PER_TASK, else the processors available)"});
  add_text(command, "--json", run_.json,
           {"把主要结果以 JSON 写入文件(- 为标准输出)",
            "write the headline figures as JSON to a file (- for stdout)"})
      ->option_text("FILE|-");
  add_text(command, "--trace", run_.trace,
           {"把部分劳动者在首次重复模拟中的经历写入 life_lines.csv:人数或条件,如 "
            "\"20 sex=female age>=50 league=wuhai\"",
            "write the life lines of some workers of the first replicate to life_lines.csv: how "
            "many, or conditions as in \"20 sex=female age>=50 league=wuhai\""})
      ->option_text("N|CONDITIONS");
  add_flag(command, "--overwrite", run_.overwrite,
           {"替换已有的结果目录", "replace the results of an existing run directory"});
  add_flag(command, "--quiet", run_.quiet, {"不显示进度和提示", "show no progress and no notes"});
}

void Parser::add_check() {
  CLI::App* command =
      add_command("check", {"检查情景并一次列出全部问题", "list everything wrong with a scenario"},
                  "  jtsim check configs/inner_mongolia.yaml\n"
                  "  jtsim check my.yaml search.search_intensity=0.08 --echo");
  add_scenario(command, check_.scenario);
  add_flag(command, "--echo", check_.echo,
           {"打印解析后的完整情景", "print the resolved scenario with every value"});
}

void Parser::add_describe() {
  CLI::App* command = add_command(
      "describe", {"说明程序的参数、政策和输出", "describe parameters, policies and output"},
      "  jtsim describe parameters\n"
      "  jtsim describe series --json\n"
      "  jtsim describe schema > scenario.schema.json");
  std::string words;
  for (const Subject subject : all_of_enum<Subject>())
    words += fmt::format("\n  {:<11} {}", identifier(subject), in(language_, label(subject)));
  command->add_option("SUBJECT", subject_, say({"对象:", "one of"}) + words)
      ->option_text(" ")
      ->required();
  add_flag(command, "--json", describe_.json, {"以 JSON 输出", "as JSON"});
}

void Parser::add_rerun() {
  CLI::App* command =
      add_command("rerun", {"仅凭结果文件重新运行", "run again from a results file alone"},
                  "  jtsim rerun output/runs/inner_mongolia/results.h5 --verify\n"
                  "  jtsim rerun results.h5 -o output/runs/again");
  command->add_option("RESULTS.h5", rerun_.results, say({"结果文件", "results file"}))
      ->option_text(" ")
      ->required();
  add_flag(command, "--verify", rerun_.verify,
           {"与原文件逐位比较(一致为 0,否则为 1)",
            "compare with the file bit for bit (exit code 0 if equal, else 1)"});
  add_text(command, "-o,--output", rerun_.directory,
           {"结果目录(默认 output/runs/<目录名>_rerun;--verify 时不保留)",
            "directory of the new results (default output/runs/<directory>_rerun; with --verify "
            "none are kept)"})
      ->option_text("DIR");
  add_number(command, "--threads", "N", {"线程数", "threads"});
  add_flag(command, "--overwrite", rerun_.overwrite,
           {"替换已有的结果目录", "replace the results of an existing run directory"});
  add_flag(command, "--quiet", rerun_.quiet, {"不显示进度", "show no progress"});
}

void Parser::add_compare() {
  CLI::App* command = add_command(
      "compare", {"成对比较:政策带来的变化及区间", "what policies change, by paired runs"},
      "  jtsim compare output/runs/inner_mongolia output/runs/retraining_push\n"
      "  jtsim compare output/runs/no_policy output/runs/a output/runs/b -o output/runs/a_and_b");
  command
      ->add_option("BASE_DIR", compare_.base,
                   say({"基准情景的结果目录", "run directory of the base scenario"}))
      ->option_text(" ")
      ->required();
  command
      ->add_option("POLICY_DIR", compare_.policies,
                   say({"政策情景的结果目录,可多个", "run directories of policy scenarios"}))
      ->option_text("...")
      ->required();
  add_text(command, "-o,--output", compare_.directory,
           {"比较结果目录(默认在首个政策情景旁:<政策>_against_<基准>)",
            "directory of the comparison (default beside the first policy run: "
            "<policy>_against_<base>)"})
      ->option_text("DIR");
  add_number(command, "--threads", "N", {"线程数", "threads"});
  add_text(command, "--json", compare_.json,
           {"把 comparison.json 也写入文件(- 为标准输出)",
            "write comparison.json to a file as well (- for stdout)"})
      ->option_text("FILE|-");
  add_flag(command, "--overwrite", compare_.overwrite,
           {"替换已有的比较结果", "replace an earlier comparison"});
  add_flag(command, "--quiet", compare_.quiet,
           {"不显示进度和提示", "show no progress and no notes"});
}

void Parser::add_trace() {
  CLI::App* command =
      add_command("trace", {"讲述一名劳动者的经历", "tell what happens to one worker"},
                  "  jtsim trace output/runs/inner_mongolia 4711\n"
                  "  jtsim trace output/runs/inner_mongolia 4711 --replicate 3 --lang zh");
  command->add_option("DIR", trace_.directory, say({"结果目录", "run directory"}))
      ->option_text(" ")
      ->required();
  command
      ->add_option("WORKER", trace_.worker,
                   say({"劳动者编号(results.h5 的 displaced_worker 或 life_lines.csv 的 worker)",
                        "number of the worker (`displaced_worker` in results.h5, `worker` in "
                        "life_lines.csv)"}))
      ->option_text(" ")
      ->required();
  add_number(command, "--replicate", "K",
             {"重复模拟的序号(默认首个)", "number of the replicate (default the run's first)"});
}

void Parser::add_validate() {
  CLI::App* command = add_command(
      "validate",
      {"外部检验与目标值:数值、范围和结论", "external checks and targets with verdicts"},
      "  jtsim validate --quick\n"
      "  jtsim validate -o output/validation\n"
      "  jtsim validate --only V1,V6,T13");
  add_flag(command, "--quick", validate_.is_quick,
           {"目标值只用2次重复模拟(不决定退出码)",
            "two replicates for the targets, which then do not decide the exit code"});
  add_text(command, "--only", validate_.only,
           {"只做这些(V1 至 V6、targets、T13 等,逗号分隔)",
            "these parts only (V1 to V6, targets, or single ones such as T13), with commas"})
      ->option_text("PARTS");
  add_text(command, "-o,--output", validate_.directory,
           {"把表写入此目录(validation.json、validation.md)",
            "directory for the table (validation.json, validation.md)"})
      ->option_text("DIR");
  add_number(command, "--threads", "N", {"线程数", "threads"});
  add_flag(command, "--quiet", validate_.quiet,
           {"不显示进度和提示", "show no progress and no notes"});
}

void Parser::add_report() {
  CLI::App* command = add_command(
      "report",
      {"写出可在浏览器中打开的报告", "write a page for a browser: figures, tables, checks"},
      "  jtsim report output/runs/inner_mongolia\n"
      "  jtsim report output/runs/push_against_base --lang zh -o report.html\n"
      "  jtsim report output/runs/inner_mongolia --map approved.geojson");
  command
      ->add_option("DIR", report_.directories,
                   say({"运行结果目录或比较结果目录,可多个",
                        "directories that `run` or `compare` wrote; one comparison at most"}))
      ->option_text("...")
      ->required();
  add_text(command, "-o,--output", report_.file,
           {"报告文件(默认为首个目录中的 report.html)",
            "file of the report (default report.html in the first directory)"})
      ->option_text("FILE");
  add_text(command, "--map", report_.map,
           {"盟市边界 GeoJSON,须含审图号(属性 approval_number);默认为示意格",
            "outlines of the leagues as GeoJSON with their approval number (property "
            "approval_number); default: schematic tiles"})
      ->option_text("FILE");
  add_flag(command, "--quiet", report_.quiet, {"不显示提示", "show no notes"});
}

void Parser::add_export() {
  CLI::App* command = add_command(
      "export", {"导出表格:Excel 工作簿和 CSV", "write tables for Excel, WPS and CSV readers"},
      "  jtsim export output/runs/inner_mongolia --lang zh\n"
      "  jtsim export output/runs/push_against_base --xlsx tables.xlsx --csv tables\n"
      "  jtsim export output/runs/inner_mongolia --csv tables --excel-csv");
  command
      ->add_option("DIR", export_.directory,
                   say({"运行结果目录或比较结果目录", "directory that `run` or `compare` wrote"}))
      ->option_text(" ")
      ->required();
  add_text(command, "--xlsx", export_.workbook,
           {"Excel 工作簿(默认为该目录中的 tables.xlsx;只给 --csv 时不写)",
            "workbook (default tables.xlsx in the directory; none if only --csv is given)"})
      ->option_text("FILE");
  add_text(command, "--csv", export_.csv_folder,
           {"CSV 文件的目录,每张表一个文件", "folder for CSV files, one per table"})
      ->option_text("DIR");
  add_flag(command, "--excel-csv", export_.is_for_excel,
           {"CSV 带 BOM 和 CRLF 换行,便于 Excel、WPS 直接打开",
            "CSV with byte order mark and CRLF, for opening in Excel or WPS"});
  add_flag(command, "--quiet", export_.quiet, {"不显示提示", "show no notes"});
}

}  // namespace jtsim::app
