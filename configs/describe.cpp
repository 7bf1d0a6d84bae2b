// What users can set and what comes out of tables, as lists.
#include "configs/describe.hpp"

#include <fmt/format.h>

#include "base/text_width.hpp"
#include "configs/document.hpp"
#include "configs/factors.hpp"
#include "configs/parameters.hpp"
#include "configs/problems.hpp"
#include "configs/rows_urn.hpp"
#include "configs/table_list.hpp"
#include "configs/table_reader.hpp"

namespace jtsim::configs {

namespace {

std::string plain_type(const Parameter& row) {
  switch (row.type) {
    case ValueType::section:
      return "section";
    case ValueType::named_sections:
      return "named sections";
    case ValueType::kinds:
      return "section by kind";
    case ValueType::number:
      return "number";
    case ValueType::whole:
      return "whole number";
    case ValueType::truth:
      return "true or false";
    case ValueType::choice:
      return "choice";
    case ValueType::text:
      return "text";
    case ValueType::month:
      return "month";
    case ValueType::file:
      return "file";
  }
  return {};
}

std::string type_text(const Parameter& row) {
  std::string text = (row.is_list ? "list of " : "") + plain_type(row);
  return row.may_be_none ? text + " or none" : text;
}

std::string interval_text(const Interval& interval) {
  return fmt::format("{} to {}", number_to_text(interval.low), number_to_text(interval.high));
}

std::string allowed_values(const Parameter& row) {
  if (row.is_number()) return interval_text(row.valid);
  if (row.type == ValueType::truth) return "true | false";
  if (row.type == ValueType::file) return "name of a CSV file";
  std::string text;
  for (const Choice& choice : row.choices) text += (text.empty() ? "" : " | ") + choice.text;
  return text;
}

std::string plausible_range(const Parameter& row, Language language) {
  if (!row.is_number()) return std::string(in(language, tr("any allowed")));
  if (row.range.low == row.range.high) return std::string(in(language, tr("fixed")));
  return interval_text(row.range);
}

/// What is chosen has no source but the one who chooses; the numbers of a file name theirs.
std::string source_of(const Parameter& row, Language language) {
  if (!row.source.empty()) return row.source;
  const Label source =
      row.type == ValueType::file ? tr("each row of the file") : tr("choice of the user");
  return std::string(in(language, source));
}

void add_leaf(const Parameter& row, const std::string& path, Listing& listing) {
  listing.rows.push_back(
      {path, type_text(row), row.unit.empty() ? "-" : row.unit, row.value, allowed_values(row),
       plausible_range(row, listing.language),
       has_plausible_range(row) ? std::string(identifier(plausible_distribution(row))) : "",
       row.meaning.told(listing.language), source_of(row, listing.language)});
}

/// The key `kind` of a section, then the keys that each kind has.
void add_kinds(const Parameter& row, const std::string& path, Listing& listing) {
  Parameter kind;
  kind.type = ValueType::choice;
  kind.meaning = row.meaning;
  kind.value = row.children.front().value;
  for (const Parameter& alternative : row.prototype)
    kind.choices.push_back({alternative.name, "", alternative.meaning.told(Language::en)});
  add_leaf(kind, joined_key(path, std::string(kind_key)), listing);
  for (const Parameter& alternative : row.prototype) {
    for (Parameter field : alternative.children) {
      field.meaning = Sentence(tr("kind {}: {}"), alternative.name, field.meaning);
      add_leaf(field, joined_key(path, field.name), listing);
    }
  }
}

void add_rows(const std::vector<Parameter>& rows, const std::string& path, Listing& listing) {
  for (const Parameter& row : rows) {
    const std::string key = joined_key(path, row.name);
    if (row.type == ValueType::section) {
      add_rows(row.children, key, listing);
    } else if (row.type == ValueType::kinds) {
      add_kinds(row, key, listing);
    } else if (row.type != ValueType::named_sections) {
      add_leaf(row, key, listing);
    } else if (row.prototype.front().type == ValueType::kinds) {
      for (const Parameter& kind : row.prototype.front().prototype)
        add_rows(kind.children, joined_key(key, "<" + kind.name + ">"), listing);
    } else {
      add_rows(row.prototype.front().children, joined_key(key, "<name>"), listing);
    }
  }
}

/// The row of the sections under `policies`.
Parameter kinds_of_policies() {
  for (const Parameter& row : parameters_of_document(Document{})) {
    if (row.name == "policies") return row.prototype.front();
  }
  throw LogicFault("a scenario has policies");
}

template <class Enum>
void add_enum(const std::string& name, Listing& listing) {
  for (const Enum value : all_of_enum<Enum>()) {
    listing.rows.push_back({name, choices_of<Enum>()[index_of(value)],
                            std::string(in(Language::zh, label(value))),
                            std::string(in(Language::en, label(value)))});
  }
}

template <Declared Row>
void add_declared_columns(const std::string& table, Listing& listing) {
  for (const Parameter& row : parameters_of(Row{})) {
    listing.rows.push_back({table, row.name, type_text(row), row.unit, allowed_values(row),
                            row.meaning.told(listing.language)});
  }
}

template <TableRow Row>
void add_columns(Listing& listing) {
  const std::string table = table_name(Row::path);
  add_declared_columns<Row>(table, listing);
  if constexpr (requires { Row::each_column; }) {
    listing.rows.push_back({table, std::string(Row::each_column.name), "number",
                            std::string(Row::each_column.unit), interval_text(Row::each_valid),
                            std::string(in(listing.language, Row::each_column.meaning))});
  }
  listing.rows.push_back(
      {table, std::string(source_column), "text", "", "",
       std::string(in(listing.language, tr("where the numbers of the row come from")))});
}

}  // namespace

Listing list_parameters(Language language) {
  Listing listing{
      {"path", "type", "unit", "default", "allowed", "range", "distribution", "meaning", "source"},
      {},
      language};
  add_rows(parameters_of_document(Document{}), "", listing);
  return listing;
}

Listing list_policies() {
  Listing listing{
      {"kind", "label_zh", "label_en", "step", "parameters", "meaning_zh", "meaning_en"}, {}};
  const Parameter kinds = kinds_of_policies();
  for (std::size_t i = 0; i < policies::kind_count; ++i) {
    const policies::Kind& kind = policies::kinds[i];
    listing.rows.push_back(
        {std::string(kind.id), std::string(in(Language::zh, kind.label)),
         std::string(in(Language::en, kind.label)), std::string(in(Language::en, label(kind.step))),
         fmt::format("{}", kinds.prototype[i].children.size()),
         std::string(in(Language::zh, kind.meaning)), std::string(in(Language::en, kind.meaning))});
  }
  return listing;
}

Listing list_states() {
  Listing listing{{"list", "identifier", "label_zh", "label_en"}, {}};
  add_enum<agents::State>("state", listing);
  add_enum<agents::Headline>("headline", listing);
  add_enum<agents::Sector>("sector", listing);
  add_enum<agents::Form>("form", listing);
  add_enum<agents::Destination>("destination", listing);
  add_enum<agents::Sex>("sex", listing);
  add_enum<agents::AgeBand>("age_band", listing);
  add_enum<agents::Education>("education", listing);
  add_enum<agents::Hukou>("hukou", listing);
  add_enum<agents::Contract>("contract", listing);
  add_enum<agents::Category>("category", listing);
  add_enum<agents::Ownership>("ownership", listing);
  add_enum<agents::Method>("method", listing);
  add_enum<agents::Stage>("stage", listing);
  add_enum<agents::Technology>("technology", listing);
  add_enum<agents::Payer>("payer", listing);
  add_enum<agents::Counter>("counter", listing);
  add_enum<agents::Reason>("reason", listing);
  return listing;
}

Listing list_columns(Language language) {
  Listing listing{{"table", "column", "type", "unit", "allowed", "meaning"}, {}, language};
  std::apply(
      [&listing](const auto&... row) { (add_columns<std::decay_t<decltype(row)>>(listing), ...); },
      TableRows{});
  const auto add_urn = [&listing](const auto& row) {
    using Row = std::decay_t<decltype(row)>;
    add_declared_columns<Row>(std::string(Row::table), listing);
  };
  add_urn(UrnOccupationRow{});
  add_urn(UrnProximityRow{});
  add_urn(UrnDemandRow{});
  return listing;
}

std::string text_of(const Listing& listing) {
  std::vector<std::vector<std::string>> lines{listing.titles};
  lines.insert(lines.end(), listing.rows.begin(), listing.rows.end());
  std::vector<std::size_t> widths(listing.titles.size(), 0);
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i)
      widths[i] = std::max(widths[i], text_width(line[i]));
  }
  std::string text;
  for (const auto& line : lines) {
    std::string shown;
    for (std::size_t i = 0; i < line.size(); ++i)
      shown += line[i] + std::string(widths[i] - text_width(line[i]) + 2, ' ');
    text += shown.substr(0, shown.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::string markdown_of(const Listing& listing) {
  std::string text = fmt::format("| {} |\n|", fmt::join(listing.titles, " | "));
  for (std::size_t i = 0; i < listing.titles.size(); ++i) text += "---|";
  text += "\n";
  for (const auto& row : listing.rows) text += fmt::format("| {} |\n", fmt::join(row, " | "));
  return text;
}

nlohmann::ordered_json json_of(const Listing& listing) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& row : listing.rows) {
    nlohmann::ordered_json object;
    for (std::size_t i = 0; i < row.size(); ++i) object[listing.titles[i]] = row[i];
    list.push_back(std::move(object));
  }
  return list;
}

}  // namespace jtsim::configs
