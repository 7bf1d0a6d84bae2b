// Opens what a report is made of.
#include "src/report.hpp"

#include <ctime>
#include <fstream>

#include <fmt/chrono.h>

#include "base/error.hpp"
#include "output/provenance.hpp"
#include "output/report/comparison_content.hpp"
#include "output/report/map_content.hpp"
#include "output/report/page.hpp"
#include "output/report/run_content.hpp"
#include "src/model.hpp"
#include "src/rerun.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;
using output::Json;

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

Problem no_report(const Sentence& what, const Sentence& allowed) {
  Problem problem;
  problem.what = what;
  problem.allowed = allowed;
  return problem;
}

Json run_of(const fs::path& directory) {
  const output::StoredRun stored = output::read_stored_run(directory / "results.h5");
  const configs::Scenario scenario = scenario_of(stored);
  const output::Layout layout = Model(scenario).layout(stored.replicates);
  return output::run_content({directory, stored, scenario, layout});
}

/// The directory of a run that a comparison names: relative names hold where it was made, or the
/// run lies beside the comparison.
fs::path found_run(const fs::path& named, const fs::path& comparison) {
  for (const fs::path& place :
       {named, fs::absolute(comparison).lexically_normal().parent_path() / named.filename()}) {
    if (is_file(place / "results.h5") && is_file(place / "summary.json")) return place;
  }
  return {};
}

class Content {
 public:
  void add(const fs::path& path) {
    const fs::path directory = path.filename() == "results.h5" ? path.parent_path() : path;
    if (is_file(directory / "results.h5")) {
      runs_.push_back(run_of(directory));
    } else if (is_file(directory / "comparison.json")) {
      add_comparison(directory);
    } else {
      throw InputError(
          no_report(Sentence(tr("{} holds neither results.h5 nor comparison.json"), path.string()),
                    tr("directories that `jtsim run` or `jtsim compare` wrote")));
    }
  }
  void add_map(const fs::path& path) { json_["map"] = output::map_content(path); }

  ReportPage page(Language language) {
    json_["runs"] = std::move(runs_);
    const output::Provenance program = output::this_program();
    json_["program"] = {{"version", program.program_version},
                        {"commit", program.git_commit},
                        {"written", fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::time(nullptr)))}};
    return {output::report_page(json_, language), std::move(absent_)};
  }

 private:
  void add_comparison(const fs::path& directory) {
    if (json_.contains("comparison"))
      throw InputError(no_report(tr("two comparisons do not fit into one report"),
                                 tr("one comparison, and any number of runs")));
    output::ComparisonContent content = output::comparison_content(directory);
    std::vector<std::string> digests{content.json["base"]["scenario_digest"]};
    for (const Json& side : content.json["sides"]) digests.push_back(side["scenario_digest"]);
    for (std::size_t i = 0; i < content.runs.size(); ++i)
      add_compared(found_run(content.runs[i], directory), digests[i], content.runs[i]);
    json_["comparison"] = std::move(content.json);
  }
  void add_compared(const fs::path& place, const std::string& digest, const fs::path& named) {
    if (!place.empty()) {
      Json run = run_of(place);
      if (run["scenario_digest"] == digest) {
        runs_.push_back(std::move(run));
        return;
      }
    }
    absent_.push_back(named);
  }

  Json json_ = Json::object();
  Json runs_ = Json::array();
  std::vector<fs::path> absent_;
};

}  // namespace

ReportPage report_of(const ReportOrder& order) {
  Content content;
  for (const fs::path& directory : order.directories) content.add(directory);
  if (!order.map.empty()) content.add_map(order.map);
  return content.page(order.language);
}

}  // namespace jtsim::app
