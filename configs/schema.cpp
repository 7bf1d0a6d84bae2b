// The JSON Schema of scenario files.
#include "configs/schema.hpp"

#include <fmt/format.h>

#include "configs/document.hpp"
#include "configs/kinds.hpp"
#include "configs/layers.hpp"
#include "configs/parameter.hpp"
#include "configs/value_text.hpp"

namespace jtsim::configs {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view identifier_pattern = "^[a-z][a-z0-9_]*$";
constexpr std::string_view month_pattern = "^(19[0-9]{2}|2[01][0-9]{2}|2200)-(0[1-9]|1[0-2])$";

Json schema_of(const Parameter& row);

/// Whole numbers without a decimal point.
Json number_json(const Parameter& row, double value) {
  constexpr double exact_up_to = 9.2e18;
  if (row.type != ValueType::whole || std::abs(value) >= exact_up_to) return value;
  return static_cast<std::int64_t>(value);
}

Json choices_json(const Parameter& row) {
  Json texts = Json::array();
  for (const Choice& choice : row.choices) texts.push_back(choice.text);
  return texts;
}

/// One value, lists and descriptions apart.
Json scalar_schema(const Parameter& row) {
  switch (row.type) {
    case ValueType::number:
    case ValueType::whole:
      return {{"type", row.type == ValueType::whole ? "integer" : "number"},
              {"minimum", number_json(row, row.valid.low)},
              {"maximum", number_json(row, row.valid.high)}};
    case ValueType::truth:
      return {{"type", "boolean"}};
    case ValueType::choice:
      return {{"enum", choices_json(row)}};
    case ValueType::month:
      return {{"type", "string"}, {"pattern", month_pattern}};
    case ValueType::file:
      return {{"type", "string"}, {"minLength", 1}};
    // A name of a person's choice may look like a number to YAML.
    case ValueType::text:
      return {{"type", {"string", "number", "boolean"}}};
    case ValueType::section:
    case ValueType::named_sections:
    case ValueType::kinds:
      break;
  }
  return Json::object();
}

Json leaf_schema(const Parameter& row) {
  Json schema = scalar_schema(row);
  if (row.may_be_none) schema = {{"anyOf", {{{"const", no_value}}, schema}}};
  if (row.is_list) schema = {{"type", "array"}, {"items", schema}};
  return schema;
}

/// Meaning, unit and source in one line.
std::string description_of(const Parameter& row) {
  std::string text = row.meaning.told(Language::en);
  if (!row.unit.empty()) text += fmt::format(" [{}]", row.unit);
  if (row.is_number() && row.range.low != row.range.high) {
    text += fmt::format("; plausible {} to {}", number_to_text(row.range.low),
                        number_to_text(row.range.high));
  }
  if (!row.source.empty()) text += fmt::format("; source: {}", row.source);
  for (const Choice& choice : row.choices)
    text += fmt::format("; {}: {} {}", choice.text, choice.label_zh, choice.label_en);
  return text;
}

Json section_schema(const std::vector<Parameter>& rows) {
  Json properties = Json::object();
  for (const Parameter& row : rows) properties[row.name] = schema_of(row);
  return {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
}

/// A condition on one key of a section.
Json section_of(std::string_view key, const Json& schema) {
  Json properties = Json::object();
  properties[key] = schema;
  Json section = Json::object();
  section["properties"] = properties;
  return section;
}

/// A section whose `kind` decides; without it (the file extends another one) only the names of keys
/// are checked.
Json kinds_schema(const Parameter& prototype) {
  Json names = Json::array();
  Json all_keys = Json::object();
  Json branches = Json::array();
  for (const Parameter& kind : prototype.prototype) {
    names.push_back(kind.name);
    Json own = section_schema(kind.children);
    own["properties"][kind_key] = {{"const", kind.name}};
    own["title"] = kind.meaning.told(Language::en);
    for (const Parameter& field : kind.children) all_keys[field.name] = true;
    Json is_this_kind = section_of(kind_key, {{"const", kind.name}});
    is_this_kind["required"] = Json::array({kind_key});
    branches.push_back({{"if", is_this_kind}, {"then", own}});
  }
  all_keys[kind_key] = {{"enum", names}, {"description", "which keys there are"}};
  return {{"type", "object"},
          {"properties", all_keys},
          {"additionalProperties", false},
          {"allOf", branches}};
}

Json named_schema(const Parameter& row) {
  const Parameter& prototype = row.prototype.front();
  return {{"type", "object"},
          {"propertyNames", {{"pattern", identifier_pattern}}},
          {"additionalProperties", prototype.type == ValueType::kinds
                                       ? kinds_schema(prototype)
                                       : section_schema(prototype.children)}};
}

Json default_of(const Parameter& row) {
  if (row.type == ValueType::number || row.type == ValueType::whole || row.type == ValueType::truth)
    return Json::parse(row.value, nullptr, false);
  const bool is_text = row.type == ValueType::text && !row.is_list;
  return is_text && row.value.starts_with('"') ? Json::parse(row.value) : Json(row.value);
}

Json schema_of(const Parameter& row) {
  Json schema;
  if (row.type == ValueType::section) {
    schema = section_schema(row.children);
  } else if (row.type == ValueType::named_sections) {
    schema = named_schema(row);
  } else if (row.type == ValueType::kinds) {
    schema = kinds_schema(row);
  } else {
    schema = leaf_schema(row);
    if (!row.is_list && row.type != ValueType::file) schema["default"] = default_of(row);
  }
  schema["description"] = description_of(row);
  return schema;
}

}  // namespace

nlohmann::ordered_json scenario_schema() {
  Json schema = section_schema(parameters_of_document(Document{}));
  Json extends = {{"type", "string"},
                  {"minLength", 1},
                  {"description", "another scenario file, which this one changes"}};
  schema["properties"][extends_key] = std::move(extends);
  Json head = {{"$schema", "http://json-schema.org/draft-07/schema#"},
               {"title", "jtsim scenario"},
               {"description", "Written by `jtsim describe schema`; do not edit."}};
  head.update(schema);
  return head;
}

std::string schema_text() { return scenario_schema().dump(2) + "\n"; }

}  // namespace jtsim::configs
