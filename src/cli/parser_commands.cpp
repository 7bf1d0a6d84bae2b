// The commands with their arguments and options.
#include <fmt/format.h>

#include "src/cli/parser.hpp"

namespace jtsim::app {

void Parser::add_scenario(CLI::App* command, ScenarioChoice& into) {
  command->add_option("SCENARIO", into.file, say(tr("scenario file (YAML)")))
      ->option_text(" ")
      ->required();
  command
      ->add_option("path.to.key=value", into.overrides,
                   say(tr("values that replace those of the file")))
      ->option_text("...");
}

void Parser::add_run() {
  CLI::App* command = add_command(
      "run", tr("run a scenario and write its results"),
      "  jtsim run configs/inner_mongolia.yaml\n"
      "  jtsim run configs/inner_mongolia.yaml demand.coal_path=seed -o output/runs/seed_path\n"
      "  jtsim run configs/tiny.yaml --replicates 4 --threads 2 --json - --quiet");
  add_scenario(command, run_.scenario);
  add_text(command, "-o,--output", run_.directory,
           tr("directory of the results (default output/runs/<scenario>)"))
      ->option_text("DIR");
  add_number(command, "--replicates", "N", tr("number of replicates, instead of the scenario's"));
  add_number(command, "--first-replicate", "K",
             tr("number of the first replicate, counted from 0"));
  add_number(command, "--seed", "S", tr("seed, instead of the scenario's"));
  add_number(command, "--threads", "N",
             tr("threads (default SLURM_CPUS_PER_TASK, else the processors available)"));
  add_text(command, "--json", run_.json,
           tr("write the headline figures as JSON to a file (- for stdout)"))
      ->option_text("FILE|-");
  add_text(command, "--trace", run_.trace,
           tr("write the life lines of some workers of the first replicate to life_lines.csv: how "
              "many, or conditions as in \"20 sex=female age>=50 league=wuhai\""))
      ->option_text("N|CONDITIONS");
  add_flag(command, "--overwrite", run_.overwrite,
           tr("replace the results of an existing run directory"));
  add_flag(command, "--quiet", run_.quiet, tr("show no progress and no notes"));
}

void Parser::add_check() {
  CLI::App* command = add_command("check", tr("list everything wrong with a scenario"),
                                  "  jtsim check configs/inner_mongolia.yaml\n"
                                  "  jtsim check my.yaml search.search_intensity=0.08 --echo");
  add_scenario(command, check_.scenario);
  add_flag(command, "--echo", check_.echo, tr("print the resolved scenario with every value"));
}

void Parser::add_describe() {
  CLI::App* command = add_command("describe", tr("describe parameters, policies and output"),
                                  "  jtsim describe parameters\n"
                                  "  jtsim describe series --json\n"
                                  "  jtsim describe schema > scenario.schema.json");
  std::string words;
  for (const Subject subject : all_of_enum<Subject>())
    words += fmt::format("\n  {:<11} {}", identifier(subject), in(language_, label(subject)));
  command->add_option("SUBJECT", subject_, say(tr("one of")) + words)->option_text(" ")->required();
  add_flag(command, "--json", describe_.json, tr("as JSON"));
}

void Parser::add_rerun() {
  CLI::App* command = add_command("rerun", tr("run again from a results file alone"),
                                  "  jtsim rerun output/runs/inner_mongolia/results.h5 --verify\n"
                                  "  jtsim rerun results.h5 -o output/runs/again");
  command->add_option("RESULTS.h5", rerun_.results, say(tr("results file")))
      ->option_text(" ")
      ->required();
  add_flag(command, "--verify", rerun_.verify,
           tr("compare with the file bit for bit (exit code 0 if equal, else 1)"));
  add_text(command, "-o,--output", rerun_.directory,
           tr("directory of the new results (default output/runs/<directory>_rerun; with --verify "
              "none are kept)"))
      ->option_text("DIR");
  add_number(command, "--threads", "N", tr("threads"));
  add_flag(command, "--overwrite", rerun_.overwrite,
           tr("replace the results of an existing run directory"));
  add_flag(command, "--quiet", rerun_.quiet, tr("show no progress"));
}

void Parser::add_compare() {
  CLI::App* command = add_command(
      "compare", tr("what policies change, by paired runs"),
      "  jtsim compare output/runs/inner_mongolia output/runs/retraining_push\n"
      "  jtsim compare output/runs/no_policy output/runs/a output/runs/b -o output/runs/a_and_b");
  command->add_option("BASE_DIR", compare_.base, say(tr("run directory of the base scenario")))
      ->option_text(" ")
      ->required();
  command
      ->add_option("POLICY_DIR", compare_.policies, say(tr("run directories of policy scenarios")))
      ->option_text("...")
      ->required();
  add_text(command, "-o,--output", compare_.directory,
           tr("directory of the comparison (default beside the first policy run: "
              "<policy>_against_<base>)"))
      ->option_text("DIR");
  add_number(command, "--threads", "N", tr("threads"));
  add_text(command, "--json", compare_.json,
           tr("write comparison.json to a file as well (- for stdout)"))
      ->option_text("FILE|-");
  add_flag(command, "--overwrite", compare_.overwrite, tr("replace an earlier comparison"));
  add_flag(command, "--quiet", compare_.quiet, tr("show no progress and no notes"));
}

void Parser::add_trace() {
  CLI::App* command =
      add_command("trace", tr("tell what happens to one worker"),
                  "  jtsim trace output/runs/inner_mongolia 4711\n"
                  "  jtsim trace output/runs/inner_mongolia 4711 --replicate 3 --lang zh");
  command->add_option("DIR", trace_.directory, say(tr("run directory")))
      ->option_text(" ")
      ->required();
  command
      ->add_option("WORKER", trace_.worker,
                   say(tr("number of the worker (`displaced_worker` in results.h5, `worker` in "
                          "life_lines.csv)")))
      ->option_text(" ")
      ->required();
  add_number(command, "--replicate", "K", tr("number of the replicate (default the run's first)"));
}

void Parser::add_report() {
  CLI::App* command =
      add_command("report", tr("write a page for a browser: figures, tables, checks"),
                  "  jtsim report output/runs/inner_mongolia\n"
                  "  jtsim report output/runs/push_against_base --lang zh -o report.html\n"
                  "  jtsim report output/sweeps/mine\n"
                  "  jtsim report output/runs/inner_mongolia --map approved.geojson");
  command
      ->add_option("DIR", report_.directories,
                   say(tr("directories that `run` or `compare` wrote, one comparison at "
                          "most; or one of a sweep, or its merged file")))
      ->option_text("...")
      ->required();
  add_text(command, "-o,--output", report_.file,
           tr("file of the report (default report.html in the first directory)"))
      ->option_text("FILE");
  add_text(command, "--map", report_.map,
           tr("outlines of the leagues as GeoJSON with their approval number (property "
              "approval_number); default: schematic tiles"))
      ->option_text("FILE");
  add_flag(command, "--quiet", report_.quiet, tr("show no notes"));
}

void Parser::add_export() {
  CLI::App* command =
      add_command("export", tr("write tables for Excel, WPS and CSV readers"),
                  "  jtsim export output/runs/inner_mongolia --lang zh\n"
                  "  jtsim export output/runs/push_against_base --xlsx tables.xlsx --csv tables\n"
                  "  jtsim export output/runs/inner_mongolia --csv tables --excel-csv\n"
                  "  jtsim export output/sweeps/mine\n"
                  "  jtsim export output/runs/inner_mongolia --iamc accounts.csv");
  command
      ->add_option("DIR", export_.directory,
                   say(tr("directory that `run`, `compare` or `sweep` wrote, or the merged "
                          "file of a sweep")))
      ->option_text(" ")
      ->required();
  add_text(command, "--xlsx", export_.workbook,
           tr("workbook (default tables.xlsx in the directory; none if only --csv is given)"))
      ->option_text("FILE");
  add_text(command, "--csv", export_.csv_folder, tr("folder for CSV files, one per table"))
      ->option_text("DIR");
  add_text(command, "--iamc", export_.iamc,
           tr("yearly accounts of mining as IAMC CSV: hires, retirements, matches, unemployment"))
      ->option_text("FILE");
  add_text(command, "--iamc-region", export_.iamc_region,
           tr("what the IAMC file calls the whole region (default Region)"))
      ->option_text("NAME");
  add_flag(command, "--excel-csv", export_.is_for_excel,
           tr("CSV with byte order mark and CRLF, for opening in Excel or WPS"));
  add_flag(command, "--quiet", export_.quiet, tr("show no notes"));
}

}  // namespace jtsim::app
