// Opens what a report is made of.
#include "src/report.hpp"

#include <algorithm>
#include <ctime>

#include <fmt/chrono.h>

#include "base/error.hpp"
#include "output/provenance.hpp"
#include "output/report/assets.hpp"
#include "output/report/comparison_content.hpp"
#include "output/report/map_content.hpp"
#include "output/report/page.hpp"
#include "output/report/page_texts.hpp"
#include "output/report/sweep_content.hpp"
#include "src/stored_results.hpp"
#include "src/sweep/reported.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;
using output::Json;

Problem no_report(const Sentence& what, const Sentence& allowed) {
  Problem problem;
  problem.what = what;
  problem.allowed = allowed;
  return problem;
}

Json run_of(const fs::path& directory) {
  const OpenRun run(directory);
  return output::run_content(run.reported());
}

void require_one_kind(const ReportOrder& order) {
  const bool has_sweep = std::ranges::any_of(
      order.directories, [](const fs::path& path) { return stored_at(path) == Stored::sweep; });
  if (!has_sweep) return;
  if (order.directories.size() > 1)
    throw InputError(no_report(tr("a sweep has a report of its own"),
                               tr("one sweep, or runs and one comparison")));
  if (!order.map.empty())
    throw InputError(no_report(tr("the report of a sweep has no map of the leagues"),
                               tr("--map with runs or a comparison")));
}

class Content {
 public:
  void add(const fs::path& path) {
    const fs::path directory = directory_of_results(path);
    switch (stored_at(path)) {
      case Stored::run:
        runs_.push_back(run_of(directory));
        break;
      case Stored::comparison:
        add_comparison(directory);
        break;
      case Stored::sweep:
        json_["sweep"] = output::sweep_content(reported_sweep(path, Breadth::main));
        break;
    }
  }
  void add_map(const fs::path& path) { json_["map"] = output::map_content(path); }

  ReportPage page(Language language) {
    json_["runs"] = std::move(runs_);
    const output::Provenance program = output::this_program();
    json_["program"] = {{"version", program.program_version},
                        {"commit", program.git_commit},
                        {"written", fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::time(nullptr)))}};
    json_["texts"] = output::texts_of_script(output::page_script());
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
  require_one_kind(order);
  for (const fs::path& directory : order.directories) content.add(directory);
  if (!order.map.empty()) content.add_map(order.map);
  return content.page(order.language);
}

}  // namespace jtsim::app
