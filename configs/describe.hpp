// What users can set and what comes out of tables, listed from the declarations themselves.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/language.hpp"

namespace jtsim::configs {

/// A list with named columns, to be shown as text or as JSON.
struct Listing {
  std::vector<std::string> titles;
  std::vector<std::vector<std::string>> rows;
  /// Of columns that have one language.
  Language language = Language::en;
};

/// Every parameter of a scenario file: path, type, unit, default, allowed values, plausible range,
/// its distribution, meaning and source. `<name>` in a path stands for a name the user chooses.
Listing list_parameters(Language language = Language::en);
/// The kinds of policies: identifier, Chinese and English name, when they act, number of
/// parameters, meaning in both languages.
Listing list_policies();
/// The closed lists of the model (states, groups, payers, destinations, ...): list, identifier,
/// labels.
Listing list_states();
/// The columns of every table: table, column, type, unit, allowed values, meaning.
Listing list_columns(Language language = Language::en);

/// Aligned columns with a line of titles.
std::string text_of(const Listing& listing);
/// A table in Markdown.
std::string markdown_of(const Listing& listing);
/// A list of objects, one per row, with the titles as keys.
nlohmann::ordered_json json_of(const Listing& listing);

}  // namespace jtsim::configs
