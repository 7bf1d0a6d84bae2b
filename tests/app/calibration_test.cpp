// Calibration finds planted values again, goes on from its trace, and refuses what cannot be.
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include "src/calibration/calibrate.hpp"
#include "src/calibration/fit_text.hpp"
#include "src/validation/figures.hpp"

using namespace jtsim;
using namespace jtsim::app;

namespace {

namespace fs = std::filesystem;

const fs::path tiny = fs::path(JTSIM_SOURCE_DIR) / "configs/tiny.yaml";
const char* const outcomes[]{"target.T14.year_1", "target.T18"};
/// What the targets are made with, far from the values in force.
const std::vector<std::string> truth{"income.specific_capital_loss_share=0.03",
                                     "matching.sex_exponent=2.2"};

/// A folder of its own that goes with it.
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "jtsim_calibration_XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path / name) << text;
  }
  std::string read(const std::string& name) const {
    std::stringstream text;
    text << std::ifstream(path / name).rdbuf();
    return text.str();
  }
};

/// Means of the outcomes over the fit's replicates with the true values.
std::vector<double> true_means() {
  const std::vector<configs::Scenario> scenarios{configs::load_scenario(tiny, truth)};
  const auto measured = measure(scenarios, {.replicates = {0, 4}, .threads = 2});
  std::vector<double> means;
  for (const char* outcome : outcomes)
    means.push_back(mean_of(measured->front().figures, outcome)->mean);
  return means;
}

/// Targets with the truth as evidence, and a plan; every file in `folder`.
void write_plan(const Folder& folder, const std::string& more = "") {
  static const std::vector<double> means = true_means();
  std::string table =
      "id,use,scenario,outcome,value,low,high,unit,label_zh,label_en,reason,source\n";
  for (std::size_t k = 0; k < means.size(); ++k) {
    table += fmt::format("A{0},C,tiny.yaml,{1},{2},{3},{4},,a,a,,b\n", k, outcomes[k], means[k],
                         means[k] - 0.01, means[k] + 0.01);
  }
  folder.write("targets.csv", table + "B,H,tiny.yaml,target.T13.year_1,0,0,1,,a,a,,b\n");
  folder.write("plan.yaml",
               "targets: targets.csv\n"
               "replicates: 4\ncheck_replicates: 4\ncandidates: 8\nevaluations: 40\n"
               "prior_weight: 0.0001\n"
               "factors:\n"
               "  income.specific_capital_loss_share: plausible\n"
               "  matching.sex_exponent: plausible\n" +
                   more);
}

CalibrationPlan plan_in(const Folder& folder) {
  return read_plan(
      {.scenario = tiny, .overrides = {}, .targets = folder.path / "plan.yaml", .free = {}});
}

std::optional<Fit> fit_in(const Folder& folder, std::size_t* simulated = nullptr) {
  const CalibrationPlan plan = plan_in(folder);
  TraceFile trace(folder.path / "trace.jsonl", plan, false);
  CalibrationWatch watch;
  watch.threads = 2;
  if (simulated != nullptr)
    watch.tell = [simulated](const Evaluation&, const Evaluation&) { ++*simulated; };
  return calibrate(plan, trace, watch);
}

std::string refusal(const Folder& folder) {
  try {
    plan_in(folder);
  } catch (const InputError& error) {
    return error.what();
  }
  return "nothing";
}

bool refuses(const std::string& text, const std::string& sentence) {
  INFO(text);
  const bool found = text.find(sentence) != std::string::npos;
  CHECK(found);
  return found;
}

}  // namespace

TEST_CASE("planted values are found again from the figures they made") {
  const Folder folder;
  write_plan(folder);
  const std::optional<Fit> fit = fit_in(folder);
  REQUIRE(fit);
  CHECK(fit->fitted.objective < fit->before.objective / 100);
  CHECK(fit->parameters[0].value == doctest::Approx(0.03).epsilon(0.1));
  CHECK(fit->parameters[1].value == doctest::Approx(2.2).epsilon(0.1));
  for (const FittedParameter& p : fit->parameters) {
    CHECK(p.interval.contains(p.value));
    CHECK(p.interval.low >= p.factor.range.low);
    CHECK(p.interval.high <= p.factor.range.high);
    CHECK(p.uncertainty_left < 1);
  }
  CHECK(fit->check.replicates.first == 4);

  const CalibrationPlan plan = plan_in(folder);
  folder.write("fitted.yaml", fitted_scenario(plan, *fit, tiny, folder.path));
  const configs::Scenario fitted = configs::load_scenario(folder.path / "fitted.yaml");
  CHECK(fitted.document.matching.sex_exponent == fit->parameters[1].value);
  CHECK(fitted.document.income.specific_capital_loss_share == fit->parameters[0].value);
}

TEST_CASE("a calibration that was cut short goes on from its trace to the same fit") {
  const Folder whole;
  write_plan(whole);
  std::size_t all = 0;
  const std::optional<Fit> fit = fit_in(whole, &all);
  REQUIRE(fit);
  const std::string trace = whole.read("trace.jsonl");
  // The head and the first five points.
  std::size_t end = 0;
  for (int line = 0; line < 6; ++line) end = trace.find('\n', end) + 1;
  whole.write("trace.jsonl", trace.substr(0, end));
  std::size_t again = 0;
  const std::optional<Fit> resumed = fit_in(whole, &again);
  REQUIRE(resumed);
  CHECK(again == all - 5);
  CHECK(whole.read("trace.jsonl") == trace);
  CHECK(resumed->fitted.point == fit->fitted.point);
  // And a third time nothing is simulated.
  std::size_t none = 0;
  CHECK(fit_in(whole, &none)->fitted.objective == fit->fitted.objective);
  CHECK(none == 0);
}

TEST_CASE("a stopped calibration keeps what it has") {
  const Folder folder;
  write_plan(folder);
  const CalibrationPlan plan = plan_in(folder);
  TraceFile trace(folder.path / "trace.jsonl", plan, false);
  std::stop_source stop;
  CalibrationWatch watch;
  watch.threads = 2;
  watch.stop = stop.get_token();
  watch.tell = [&](const Evaluation& last, const Evaluation&) {
    if (last.stage == "search") stop.request_stop();
  };
  CHECK_FALSE(calibrate(plan, trace, watch));
  CHECK(trace.all().size() == 10);
  CHECK(TraceFile(folder.path / "trace.jsonl", plan, false).read_from_disk() == 10);
}

TEST_CASE("a trace of another plan, or a damaged one, is refused") {
  const Folder folder;
  write_plan(folder);
  fit_in(folder);
  const std::string trace = folder.read("trace.jsonl");
  const auto open = [&] {
    try {
      TraceFile(folder.path / "trace.jsonl", plan_in(folder), false);
    } catch (const InputError& error) {
      return std::string(error.what());
    }
    return std::string("nothing");
  };
  CHECK(open() == "nothing");
  folder.write("trace.jsonl", trace.substr(0, trace.size() - 20));
  refuses(open(), "the line is not JSON");
  folder.write("trace.jsonl", trace + "{\"stage\": 1}\n");
  refuses(open(), "the line is no evaluation");
  folder.write("trace.jsonl", trace);
  write_plan(folder, "seed: 2\n");
  refuses(open(), "another calibration");
  CHECK(TraceFile(folder.path / "trace.jsonl", plan_in(folder), true).all().empty());
}

TEST_CASE("held-out rows are never fitted, and unknown ones are named") {
  const Folder folder;
  write_plan(folder, "rows: [B]\n");
  refuses(refusal(folder), "`B` is of use H and never fitted");
  write_plan(folder, "rows: [A7]\n");
  refuses(refusal(folder), "the table has no target `A7` (did you mean `A0`?)");
  write_plan(folder, "row: [A0]\n");
  refuses(refusal(folder), "did you mean `rows`?");
  write_plan(folder, "  demand.closure_rule: {values: [oldest_first, pro_rata]}\n");
  refuses(refusal(folder), "a list of values cannot be fitted");
}

TEST_CASE("a table of targets needs its free parameters named") {
  const Folder folder;
  write_plan(folder);
  CalibrationWish wish{.scenario = tiny,
                       .overrides = {"matching.sex_exponent=1"},
                       .targets = folder.path / "targets.csv",
                       .free = {}};
  CHECK_THROWS_WITH_AS(read_plan(wish), doctest::Contains("names no free parameters"), InputError);
  wish.free = {"matching.sex_exponent"};
  const CalibrationPlan plan = read_plan(wish);
  CHECK(plan.factors.size() == 1);
  CHECK(plan.targets.size() == 2);
  CHECK(plan.start.front() == doctest::Approx(1 / 2.7));
  wish.free = {"matching.sex_exponnent"};
  CHECK_THROWS_WITH_AS(read_plan(wish), doctest::Contains("did you mean `sex_exponent`?"),
                       InputError);
}
