// Reads a scenario and checks all of it.
#include "configs/scenario.hpp"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "configs/digest.hpp"
#include "configs/layers.hpp"
#include "configs/markov_inputs.hpp"
#include "configs/overrides.hpp"
#include "configs/policy_inputs.hpp"
#include "configs/tables_from_files.hpp"
#include "configs/urn_inputs.hpp"

namespace jtsim::configs {

namespace {

/// Worker ids have 32 bits, of which every league and month takes so many for its entrants.
constexpr std::uint64_t ids_per_league_month = 65'536;
constexpr std::uint64_t worker_ids = std::uint64_t{1} << 32;

/// What a load needs and produces on the way.
struct Loading {
  FileSource source;
  Problems problems;
  Problems warnings;
  Scenario scenario;

  Place place(const std::string& key) const { return place_of(scenario.places, key); }
};

/// The merged text of all layers into declared values.
void read_document(Loading& loading, const std::string& main,
                   const std::vector<Override>& overrides) {
  std::optional<Node> root = read_file_layers(loading.source, main, loading.problems);
  if (!root) loading.problems.throw_if_any(loading.source.directory());
  for (const Override& override_ : overrides) lay_over(*root, tree_of(override_));
  loading.scenario.places[""] = root->place;
  FieldReader(loading.problems, loading.scenario.places)
      .read_fields(*root, "", loading.scenario.document);
}

void refuse_choice(Loading& loading, const std::string& key, std::string_view choice,
                   const std::string& instead) {
  loading.problems.add({loading.place(key), key,
                        Sentence(tr("`{}` is not part of this version of jtsim"), choice),
                        Sentence(instead)});
}

void check_run(Loading& loading) {
  const Document& document = loading.scenario.document;
  if (document.population.scope == agents::Scope::region)
    refuse_choice(loading, "population.scope", identifier(document.population.scope), "coal");
  if (document.end <= document.start) {
    loading.problems.add({loading.place("end"),
                          "end",
                          Sentence(tr("{} is not after the start {}"), to_text(document.end),
                                   to_text(document.start)),
                          {}});
  }
}

bool names_tables(const Document& document) {
  bool any = false;
  for_each_field<TablePaths>(
      [&](const auto& field) { any = any || !(document.tables.*(field.member)).text.empty(); });
  return any;
}

void check_worker_ids(Loading& loading) {
  const agents::Inputs& inputs = loading.scenario.inputs;
  std::uint64_t ids = 0;
  for (const agents::Mine& mine : inputs.tables.mines)
    ids += static_cast<std::uint64_t>(mine.headcount);
  const auto months = static_cast<std::uint64_t>(std::max(0, inputs.months()));
  ids += (months + 1) * inputs.tables.leagues.size() * ids_per_league_month;
  if (ids <= worker_ids) return;
  loading.problems.add({loading.place("end"), "end",
                        Sentence(tr("{} months with {} leagues and the staff of all mines need "
                                    "more than {} numbers of workers"),
                                 months, inputs.tables.leagues.size(), worker_ids),
                        tr("fewer months, leagues or workers")});
}

void read_inputs(Loading& loading) {
  Scenario& scenario = loading.scenario;
  const Document& document = scenario.document;
  scenario.inputs.start = document.start;
  scenario.inputs.end = document.end;
  scenario.inputs.settings = document;
  TableReader reader(loading.source, document.tables, scenario.places, loading.problems);
  if (document.kind == ScenarioKind::markov) {
    scenario.markov = read_markov(document, scenario.places, reader);
    return;
  }
  if (document.kind == ScenarioKind::urn) {
    scenario.urn = read_urn(document, scenario.places, reader, loading.warnings);
    return;
  }
  if (!names_tables(document)) {
    loading.problems.add({loading.place("tables"), "tables", tr("the section is missing"),
                          tr("the CSV file of every table that `describe columns` lists")});
    return;
  }
  const std::size_t before = loading.problems.count();
  scenario.inputs.tables = read_tables(reader, document, document.start, loading.warnings);
  const bool complete = loading.problems.count() == before;
  if (complete) check_worker_ids(loading);
  add_policies(document, complete ? NameChecks::all : NameChecks::none, scenario, loading.problems);
}

Scenario load(FileSource source, const std::string& main, std::vector<std::string> texts) {
  Loading loading{std::move(source), {}, {}, {}};
  const std::vector<Override> overrides = parse_overrides(texts, loading.problems);
  read_document(loading, main, overrides);
  check_run(loading);
  read_inputs(loading);
  loading.problems.throw_if_any(loading.source.directory());
  loading.scenario.warnings = loading.warnings.seen_from_outside(loading.source.directory());
  loading.scenario.inputs_read = loading.source.files_read();
  if (!texts.empty()) loading.scenario.inputs_read.push_back(overrides_record(texts));
  loading.scenario.digest = digest_of(loading.scenario);
  return std::move(loading.scenario);
}

}  // namespace

Scenario load_scenario(const std::filesystem::path& path,
                       const std::vector<std::string>& overrides) {
  return load_scenario_with(path,
                            rebased_overrides(overrides, {.from = {}, .to = path.parent_path()}));
}

Scenario load_scenario_with(const std::filesystem::path& path,
                            const std::vector<std::string>& overrides) {
  if (!path.has_filename()) {
    throw InputError(
        Problem{{path.string(), 0, 0},
                "",
                path.empty() ? tr("no scenario file is named") : tr("a folder is no scenario"),
                tr("the path of a YAML file")});
  }
  return load(FileSource::disk(path.parent_path()), path.filename().generic_string(), overrides);
}

Scenario load_scenario(const std::vector<SourceText>& inputs_read,
                       const std::vector<std::string>& more) {
  expect(!inputs_read.empty(), "a scenario in memory has at least one file");
  std::vector<std::string> overrides = recorded_overrides(inputs_read);
  overrides.insert(overrides.end(), more.begin(), more.end());
  return load(FileSource::memory(inputs_read), inputs_read.front().path, std::move(overrides));
}

}  // namespace jtsim::configs
