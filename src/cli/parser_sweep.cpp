// `sweep` and `batch` with their arguments and options.
#include "src/cli/parser.hpp"

namespace jtsim::app {

CLI::App* Parser::add_sweep_action(CLI::App* sweep, SweepAction action, const char* examples) {
  CLI::App* command = sweep->add_subcommand(std::string(identifier(action)), say(label(action)));
  prepare(command, examples);
  sweep_actions_[command] = action;
  const bool is_plan = action == SweepAction::plan;
  const bool is_rerun = action == SweepAction::rerun;
  const char* subject = is_plan ? "SWEEP.yaml" : is_rerun ? "SWEEP.h5" : "DIR";
  const Label meaning = is_plan    ? tr("file of the sweep")
                        : is_rerun ? tr("merged file")
                        : action == SweepAction::analyse
                            ? tr("directory of the sweep, or its merged file")
                            : tr("directory of the sweep");
  command->add_option(subject, sweep_.subject, say(meaning))->option_text(" ")->required();
  add_flag(command, "--quiet", sweep_.quiet, tr("show no progress and no notes"));
  return command;
}

void Parser::add_sweep_work(CLI::App* sweep) {
  const auto add_limits = [this](CLI::App* command) {
    add_text(command, "--max-disk", sweep_.most_disk,
             tr("refuse a sweep that needs more disk, e.g. 20G"))
        ->option_text("SIZE");
    add_text(command, "--max-memory", sweep_.most_memory,
             tr("refuse a sweep that needs more memory, e.g. 4G"))
        ->option_text("SIZE");
    add_number(command, "--threads", "N", tr("threads"));
  };
  CLI::App* plan =
      add_sweep_action(sweep, SweepAction::plan,
                       "  jtsim sweep plan my_sweep.yaml -o output/sweeps/mine --max-disk 20G");
  add_text(plan, "-o,--output", sweep_.output,
           tr("directory of the sweep (default output/sweeps/<file name>)"))
      ->option_text("DIR");
  add_limits(plan);
  CLI::App* run = add_sweep_action(sweep, SweepAction::run,
                                   "  jtsim sweep run output/sweeps/mine\n"
                                   "  jtsim sweep run output/sweeps/mine --shard 2/3 --threads 8");
  add_text(run, "--shard", sweep_.shard, tr("the i-th of N shares, for other machines or jobs"))
      ->option_text("i/N");
  add_limits(run);
  add_flag(run, "--fail-fast", sweep_.fails_fast, tr("stop at the first run that fails"));
  add_flag(run, "--retry-failed", sweep_.retries_failed, tr("do failed runs again"));
  CLI::App* slurm =
      add_sweep_action(sweep, SweepAction::slurm,
                       "  jtsim sweep slurm output/sweeps/mine --cpus 8 --minutes 60\n"
                       "  sh output/sweeps/mine/slurm_submit.sh");
  add_number(slurm, "--cpus", "N", tr("processors of a task"));
  add_number(slurm, "--minutes", "M", tr("time limit of a task"));
  add_number(slurm, "--tasks", "N", tr("tasks (default: as many as the pilot suggests)"));
  add_number(slurm, "--at-once", "K", tr("tasks that may run at once (default 50)"));
}

void Parser::add_sweep_analysis(CLI::App* sweep) {
  CLI::App* analyse = add_sweep_action(
      sweep, SweepAction::analyse,
      "  jtsim sweep analyse output/sweeps/mine\n"
      "  jtsim sweep analyse output/sweeps/mine --outcomes 'stock.*.2035' --json -\n"
      "  jtsim sweep analyse output/sweeps/mine --objective in_work.36:more");
  const auto add_words = [&](const char* name, const char* words, std::vector<std::string>& into,
                             const Label& what) {
    analyse->add_option(name, into, say(what))->option_text(words)->group(say(tr("Options")));
  };
  add_words("--outcomes", "PATTERN", sweep_.outcomes,
            tr("outcomes to analyse, `*` stands for any text; may be given several times "
               "(default: all if they are at most 200, else those of the objectives)"));
  add_words("--objective", "NAME=OUTCOME[,OUTCOME...][:more]", sweep_.objectives,
            tr("what policies are compared by, the sum of outcomes; may be given several times "
               "(default: cost, unemployment, gap)"));
  add_text(analyse, "-o,--output", sweep_.output,
           tr("folder of the files (default analysis in DIR)"))
      ->option_text("DIR");
  add_text(analyse, "--json", sweep_.json_place,
           tr("write the analysis as JSON to FILE as well; - for stdout, instead of the tables"))
      ->option_text("FILE");
}

void Parser::add_sweep_results(CLI::App* sweep) {
  CLI::App* status = add_sweep_action(sweep, SweepAction::status,
                                      "  jtsim sweep status output/sweeps/mine --json");
  add_flag(status, "--json", sweep_.json, tr("as JSON"));
  add_sweep_analysis(sweep);
  CLI::App* merge =
      add_sweep_action(sweep, SweepAction::merge,
                       "  jtsim sweep merge output/sweeps/mine -o sweep.h5 --keep quantiles");
  add_text(merge, "-o,--output", sweep_.output, tr("merged file (default sweep.h5 in DIR)"))
      ->option_text("FILE");
  add_text(merge, "--keep", sweep_.keep,
           tr("every run, or means and quantiles only (default: as the sweep's file says)"))
      ->option_text("all|quantiles");
  add_flag(merge, "--partial", sweep_.is_partial, tr("merge what is there of an unfinished sweep"));
  add_flag(merge, "--overwrite", sweep_.overwrite, tr("replace an existing file"));
  CLI::App* rerun = add_sweep_action(
      sweep, SweepAction::rerun,
      "  jtsim sweep rerun sweep.h5 --point 17 --replicate 3 --verify\n"
      "  jtsim sweep rerun sweep.h5 --point 17 --replicate 3 -o output/runs/point_17");
  add_number(rerun, "--point", "P", tr("number of the point"));
  add_number(rerun, "--replicate", "R", tr("number of the replicate"));
  add_number(rerun, "--threads", "N", tr("threads"));
  add_flag(rerun, "--verify", sweep_.verify,
           tr("compare with the file bit for bit (exit code 0 if equal, else 1)"));
  add_text(rerun, "-o,--output", sweep_.output, tr("run directory for the full results of the run"))
      ->option_text("DIR");
  add_flag(rerun, "--overwrite", sweep_.overwrite,
           tr("replace the results of an existing run directory"));
}

void Parser::add_sweep() {
  CLI::App* sweep =
      add_command("sweep", tr("many points and replicates: plan, run, analyse, merge"),
                  "  jtsim sweep plan my_sweep.yaml -o output/sweeps/mine\n"
                  "  jtsim sweep run output/sweeps/mine\n"
                  "  jtsim sweep status output/sweeps/mine\n"
                  "  jtsim sweep merge output/sweeps/mine -o sweep.h5");
  sweep->require_subcommand(1);
  add_sweep_work(sweep);
  add_sweep_results(sweep);
}

void Parser::add_batch() {
  CLI::App* batch =
      add_command("batch", tr("answer requests in JSON, line by line"),
                  "  echo '{\"id\": 1, \"set\": {\"end\": \"2030-12\"}, \"replicates\": 2}' |\n"
                  "    jtsim batch configs/tiny.yaml --stdin");
  batch->add_option("SCENARIO", batch_.scenario, say(tr("scenario file (YAML)")))
      ->option_text(" ")
      ->required();
  add_flag(batch, "--stdin", batch_.from_stdin, tr("read requests from stdin"));
  add_number(batch, "--threads", "N", tr("threads"));
}

Command Parser::chosen_sweep() {
  const CLI::App* command = chosen_command();
  sweep_.action = sweep_actions_.at(command);
  const auto number_of = [&](const char* option) {
    const bool is_known = command->get_option_no_throw(option) != nullptr;
    return is_known ? number(option) : std::optional<std::uint32_t>();
  };
  sweep_.threads = number_of("--threads");
  sweep_.point = number_of("--point");
  sweep_.replicate = number_of("--replicate");
  sweep_.cpus = number_of("--cpus");
  sweep_.minutes = number_of("--minutes");
  sweep_.tasks = number_of("--tasks");
  sweep_.tasks_at_once = number_of("--at-once");
  return sweep_;
}

}  // namespace jtsim::app
