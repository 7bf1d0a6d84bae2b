// Reads a scenario and checks all of it.
#include "configs/scenario.hpp"

#include <algorithm>
#include <cstdint>
#include <set>

#include <fmt/format.h>

#include "configs/digest.hpp"
#include "configs/idle_sections.hpp"
#include "configs/layers.hpp"
#include "configs/markov_inputs.hpp"
#include "configs/overrides.hpp"
#include "configs/policy_inputs.hpp"
#include "configs/reported.hpp"
#include "configs/tables_from_files.hpp"
#include "configs/urn_inputs.hpp"

namespace jtsim::configs {

namespace {

/// Worker ids have 32 bits, of which every league and month takes so many for its entrants.
constexpr std::uint64_t ids_per_league_month = 65'536;
constexpr std::uint64_t worker_ids = std::uint64_t{1} << 32;

/// Whether a key may be set more than once, the last time holding.
enum class Repeats : std::uint8_t { refused, allowed };

/// What a load needs and produces on the way.
struct Loading {
  FileSource source;
  Problems problems;
  Problems warnings;
  Scenario scenario;

  Place place(const std::string& key) const { return place_of(scenario.places, key); }
};

void refuse_repeats(const std::vector<Override>& overrides, Problems& problems) {
  std::set<std::string> seen;
  for (const Override& override_ : overrides) {
    if (seen.insert(override_.key_path).second) continue;
    problems.add({override_.value.place, override_.key_path, tr("the key stands here twice"),
                  tr("each key once")});
  }
}

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

void check_unemployed(Loading& loading) {
  const agents::PopulationSettings& population = loading.scenario.document.population;
  const std::string unemployed = "population.registered_unemployed";
  const std::string labour_force = "population.urban_labour_force";
  if (population.registered_unemployed < population.urban_labour_force ||
      is_reported(loading.problems, unemployed) || is_reported(loading.problems, labour_force)) {
    return;
  }
  loading.problems.add({loading.place(unemployed), unemployed,
                        Sentence(tr("{} registered unemployed of an urban labour force of {}"),
                                 population.registered_unemployed, population.urban_labour_force),
                        Sentence(tr("fewer than `{}`"), labour_force)});
}

void check_run(Loading& loading) {
  const Document& document = loading.scenario.document;
  if (document.kind == ScenarioKind::transition) check_unemployed(loading);
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
  const std::size_t before = loading.problems.count();
  if (names_tables(document)) {
    scenario.inputs.tables = read_tables(reader, document, document.start, loading.warnings);
    if (loading.problems.count() == before) check_worker_ids(loading);
  } else if (!is_reported(loading.problems, "tables")) {
    loading.problems.add({loading.place("tables"), "tables", tr("the section is missing"),
                          tr("the CSV file of every table that `describe columns` lists")});
  }
  add_policies(document, scenario, loading.problems, loading.warnings);
}

/// Without the file that it extends, or without its kind, too little of a scenario is known to ask
/// what it lacks.
bool is_known_enough(const Loading& loading) {
  return !is_reported(loading.problems, extends_key) && !is_reported(loading.problems, "kind");
}

Scenario load(FileSource source, const std::string& main, const std::vector<std::string>& texts,
              Repeats repeats) {
  Loading loading{std::move(source), {}, {}, {}};
  const std::vector<Override> overrides = parse_overrides(texts, loading.problems);
  if (repeats == Repeats::refused) refuse_repeats(overrides, loading.problems);
  read_document(loading, main, overrides);
  if (is_known_enough(loading)) {
    check_run(loading);
    read_inputs(loading);
    warn_of_idle_sections(loading.scenario.document, loading.scenario.places, loading.warnings);
  }
  loading.problems.throw_if_any(loading.source.directory());
  loading.scenario.warnings = loading.warnings.seen_from_outside(loading.source.directory());
  loading.scenario.inputs_read = loading.source.files_read();
  if (!texts.empty()) loading.scenario.inputs_read.push_back(overrides_record(texts));
  loading.scenario.digest = digest_of(loading.scenario);
  return std::move(loading.scenario);
}

Scenario load_from_disk(const std::filesystem::path& path,
                        const std::vector<std::string>& overrides, Repeats repeats) {
  if (!path.has_filename()) {
    throw InputError(
        Problem{{path.string(), 0, 0},
                "",
                path.empty() ? tr("no scenario file is named") : tr("a folder is no scenario"),
                tr("the path of a YAML file")});
  }
  return load(FileSource::disk(path.parent_path()), path.filename().generic_string(), overrides,
              repeats);
}

}  // namespace

Scenario load_scenario(const std::filesystem::path& path,
                       const std::vector<std::string>& overrides) {
  return load_from_disk(path, rebased_overrides(overrides, {.from = {}, .to = path.parent_path()}),
                        Repeats::refused);
}

Scenario load_scenario_with(const std::filesystem::path& path,
                            const std::vector<std::string>& overrides) {
  // A point of a sweep sets what its policy, or the sweep for all its points, has set before.
  return load_from_disk(path, overrides, Repeats::allowed);
}

Scenario load_scenario(const std::vector<SourceText>& inputs_read,
                       const std::vector<std::string>& more) {
  expect(!inputs_read.empty(), "a scenario in memory has at least one file");
  std::vector<std::string> overrides = recorded_overrides(inputs_read);
  overrides.insert(overrides.end(), more.begin(), more.end());
  return load(FileSource::memory(inputs_read), inputs_read.front().path, overrides,
              Repeats::allowed);
}

}  // namespace jtsim::configs
