// Puts the numbers of one run together.
#include "output/report/run_content.hpp"

#include <fstream>

#include "output/distribution_outcomes.hpp"
#include "output/foreign_input.hpp"

namespace jtsim::output {

namespace {

namespace fs = std::filesystem;

std::string name_of(const fs::path& directory) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(directory, error);
  return (error ? directory : whole).filename().string();
}

Json axes_json(const Axes& axes) {
  Json json;
  for (const Axis axis : {Axis::year, Axis::stock_year, Axis::horizon, Axis::lorenz_percent})
    json[std::string(identifier(axis))] = axes[axis].numbers;
  for (const Axis axis :
       {Axis::region, Axis::sex, Axis::ethnicity, Axis::age_band, Axis::education, Axis::line,
        Axis::policy, Axis::payer, Axis::counter, Axis::destination_kind, Axis::partition})
    json[std::string(identifier(axis))] = names_json(axes[axis].names);
  json["headline"] = names_json(names_of<agents::Headline>());
  return json;
}

Json targets_json() {
  Json json = Json::array();
  for (const Target& target : targets()) {
    json.push_back({{"outcome", target.outcome},
                    {"label", {in(Language::zh, target.meaning), in(Language::en, target.meaning)}},
                    {"low", target.low},
                    {"high", target.high},
                    {"use", std::string(1, target.use)}});
  }
  return json;
}

}  // namespace

Json run_record(const fs::path& directory) {
  std::ifstream file(directory / "run.json");
  const Json record = Json::parse(file, nullptr, false);
  if (!record.is_object()) return nullptr;
  Json kept = Json::object();
  for (const char* key : {"started", "command_line", "results_sha256", "seconds"}) {
    if (record.contains(key)) kept[key] = record[key];
  }
  return kept;
}

Json run_identity(const ReportedRun& run) {
  const configs::Document& document = run.scenario.document;
  const Provenance& provenance = run.stored.provenance;
  return {{"name", name_of(run.directory)},
          {"directory", run.directory.string()},
          {"label", {document.label_zh, document.label_en}},
          {"kind", identifier(document.kind)},
          {"program_version", provenance.program_version},
          {"git_commit", provenance.git_commit},
          {"scenario_digest", provenance.scenario_digest},
          {"generator", provenance.generator},
          // Beyond 2^53 a number of JavaScript is not exact.
          {"seed", std::to_string(provenance.seed)},
          {"first_replicate", run.stored.replicates.first},
          {"replicates", run.stored.replicates.count},
          {"replicates_complete", run.stored.replicates_complete},
          {"start", to_text(document.start)},
          {"end", to_text(document.end)},
          {"price_year", document.income.price_year},
          {"minimum_group", document.output.minimum_group},
          {"record", run_record(run.directory)}};
}

Json run_content(const ReportedRun& run) {
  const fs::path results = run.directory / "results.h5";
  Json json = run_identity(run);
  json["axes"] = axes_json(run.layout.axes());
  json.update(summary_figures(run.directory / "summary.json"));
  json["targets"] = targets_json();
  reading(results, [&] {
    const StoredArrays arrays(results, run.layout, run.stored.replicates_complete);
    json["money"] = money_figures(arrays);
    json["leagues"] = league_figures(arrays);
    json["paths"] = paths_of_displaced(arrays);
    json["checks"] = identity_checks(arrays);
    return 0;
  });
  return json;
}

}  // namespace jtsim::output
