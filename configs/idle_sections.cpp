// Sections of a scenario that its kind does not read.
#include "configs/idle_sections.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "configs/parameter.hpp"

namespace jtsim::configs {

namespace {

/// A key that one kind alone reads.
struct Section {
  std::string_view key;
  ScenarioKind reader;
};

constexpr std::array<Section, 5> sections{{
    {"budgets", ScenarioKind::transition},
    {"policies", ScenarioKind::transition},
    {"cascade", ScenarioKind::transition},
    {"markov", ScenarioKind::markov},
    {"urn", ScenarioKind::urn},
}};

bool says_the_same(const Parameter& a, const Parameter& b) {
  return a.value == b.value && a.file == b.file &&
         std::ranges::equal(a.children, b.children, says_the_same);
}

/// The echo of a scenario writes every section; what is left at its defaults was not meant to have
/// an effect.
bool says_something(const Document& document, std::string_view key) {
  const std::vector<Parameter> given = parameters_of_document(document);
  const std::vector<Parameter> untouched = parameters_of_document(Document{});
  return !says_the_same(*std::ranges::find(given, key, &Parameter::name),
                        *std::ranges::find(untouched, key, &Parameter::name));
}

void warn(const std::string& key, ScenarioKind reader, const Places& places, Problems& warnings) {
  warnings.add({place_of(places, key), key, tr("has no effect in this kind of scenario"),
                Sentence(tr("only the kind `{}` reads it"), identifier(reader))});
}

}  // namespace

void warn_of_idle_sections(const Document& document, const Places& places, Problems& warnings) {
  for (const Section& section : sections) {
    const std::string key(section.key);
    if (section.reader == document.kind || !places.contains(key)) continue;
    if (says_something(document, key)) warn(key, section.reader, places, warnings);
  }
  if (document.kind != ScenarioKind::markov && !document.tables.markov.text.empty())
    warn("tables.markov", ScenarioKind::markov, places, warnings);
}

}  // namespace jtsim::configs
