// One declared parameter as a plain row, nested like the sections of a scenario.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/field.hpp"
#include "base/sentence.hpp"

namespace jtsim::configs {

struct Document;

/// The word for a file that is not named.
inline constexpr std::string_view no_file = "none";

enum class ValueType : std::uint8_t {
  /// Keys of its own: `children`.
  section,
  /// Sections under names that the user chooses: `children` those given, `prototype` what each is.
  named_sections,
  /// One of several sections, by its key `kind`: `prototype` all of them.
  kinds,
  number,
  whole,
  truth,
  choice,
  text,
  month,
  file,
};

/// One allowed text of a choice.
struct Choice {
  std::string text;
  std::string label_zh;
  std::string label_en;
};

struct Parameter {
  std::string name;
  ValueType type = ValueType::section;
  bool is_list = false;
  bool may_be_none = false;
  std::string unit;
  Sentence meaning;
  std::string source;
  /// Of numbers.
  Interval valid{0, 0};
  Interval range{0, 0};
  std::vector<Choice> choices;
  /// As YAML in one line.
  std::string value;
  /// Of a file: its name, not quoted, and the word that stands where none is named.
  std::string file;
  std::string_view word = no_file;
  std::vector<Parameter> children;
  std::vector<Parameter> prototype;

  bool is_number() const { return type == ValueType::number || type == ValueType::whole; }
};

/// All parameters of a scenario file with the values of `document`.
std::vector<Parameter> parameters_of_document(const Document& document);

/// A file name as YAML.
std::string file_name_text(const std::string& name);

}  // namespace jtsim::configs
