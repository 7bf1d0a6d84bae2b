// Sections and tables of a scenario that its kind does not read.
#include "configs/idle_sections.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "configs/parameter.hpp"

namespace jtsim::configs {

namespace {

/// A key that one kind alone reads.
struct Section {
  std::string key;
  ScenarioKind reader;
};

std::vector<Section> sections() {
  using enum ScenarioKind;
  std::vector<Section> all{{"budgets", transition},
                           {"policies", transition},
                           {"cascade", transition},
                           {"markov", markov},
                           {"urn", urn}};
  for_each_field<agents::Settings>([&](const auto& field) {
    all.push_back({std::string(field.text.name), transition});
  });
  for_each_field<TablePaths>([&](const auto& field) {
    const std::string name(field.text.name);
    all.push_back({joined_key("tables", name), name == "markov" ? markov : transition});
  });
  return all;
}

bool says_the_same(const Parameter& a, const Parameter& b) {
  return a.value == b.value && a.file == b.file &&
         std::ranges::equal(a.children, b.children, says_the_same);
}

const Parameter& row_at(const std::vector<Parameter>& rows, std::string_view key) {
  const std::size_t dot = key.find('.');
  const Parameter& row = *std::ranges::find(rows, key.substr(0, dot), &Parameter::name);
  return dot == std::string_view::npos ? row : row_at(row.children, key.substr(dot + 1));
}

}  // namespace

void warn_of_idle_sections(const Document& document, const Places& places, Problems& warnings) {
  std::vector<Section> idle = sections();
  std::erase_if(idle, [&](const Section& section) {
    return section.reader == document.kind || !places.contains(section.key);
  });
  if (idle.empty()) return;
  // The echo of a scenario writes every section; what is left at its defaults was not meant to have
  // an effect.
  const std::vector<Parameter> given = parameters_of_document(document);
  const std::vector<Parameter> untouched = parameters_of_document(Document{});
  for (const auto& [key, reader] : idle) {
    if (says_the_same(row_at(given, key), row_at(untouched, key))) continue;
    warnings.add({place_of(places, key), key, tr("has no effect in this kind of scenario"),
                  Sentence(tr("only the kind `{}` reads it"), identifier(reader))});
  }
}

}  // namespace jtsim::configs
