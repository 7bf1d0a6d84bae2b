// Applies the rules on sizes, first lines and forbidden words to one file.
#include "tests/architecture/rules.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>
#include <string_view>

#include "tests/architecture/functions.hpp"
#include "tests/architecture/includes.hpp"

namespace {

// Tables of data that may exceed the limits: a file, or one function of it.
struct Exemption {
  std::string_view path;
  std::string_view function;
};
constexpr std::array<Exemption, 0> exemptions = {};

bool is_exempt(const std::string& path, std::string_view function) {
  return std::ranges::any_of(exemptions, [&](const Exemption& exemption) {
    return exemption.path == path && exemption.function == function;
  });
}

struct ForbiddenWord {
  std::string_view rooms;  // space before and behind each name
  std::regex pattern;
  std::string_view problem;
};

constexpr std::string_view program_rooms = " base agents policies configs output src ";
constexpr std::string_view model_rooms = " agents policies ";
constexpr std::string_view all_rooms = " base agents policies configs output src tests bench ";

const std::vector<ForbiddenWord>& forbidden_words() {
  static const std::vector<ForbiddenWord> words = {
      {program_rooms, std::regex(R"(\bstd::(\w+_distribution|random_device|shuffle|sample)\b)"),
       "randomness of the standard library instead of base/random.hpp"},
      {program_rooms,
       std::regex(R"(\b(mt19937(_64)?|minstd_rand0?|ranlux\w+|default_random_engine)\b)"),
       "an engine of its own instead of base/random.hpp"},
      {program_rooms, std::regex(R"(\b([dlm]rand48|s?rand(om)?)\s*\()"),
       "randomness of the C library instead of base/random.hpp"},
      {model_rooms, std::regex(R"(\bdefault\s*:(?!:))"),
       "default: hides a missing case of an enumeration"},
      {model_rooms, std::regex(R"(\bvirtual\b)"), "virtual functions in the model"},
      {program_rooms, std::regex(R"(^\s*#\s*define\b)"), "a macro of our own"},
      {all_rooms,
       std::regex(
           R"(\b(class|struct|union|enum|using|concept)\s+(\w+\s+)*\w*(Manager|Helper|Util|Utils|Data|Info)\b(?!\s*::))"),
       "a type name that says nothing (Manager, Helper, Util, Data, Info)"},
  };
  return words;
}

// Put together from halves, so that this file does not contain what it looks for.
const std::vector<std::string>& foreign_paths() {
  static const std::vector<std::string> paths = {
      std::string("../sha") + "red",  std::string("/work/sha") + "red",
      std::string("/work/ma") + "in", std::string("/work/ste") + "er",
      std::string(".libr") + "ary",   std::string("sub") + "agent",
      std::string("/tmp/br") + "ief"};
  return paths;
}

// A statement taken for a function: the scanner did not recognise the head of the body around it.
bool is_statement(std::string_view name) {
  constexpr std::array<std::string_view, 5> statements = {"if", "for", "while", "switch", "catch"};
  return std::ranges::find(statements, name) != statements.end();
}

std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

}  // namespace

std::vector<Fault> file_length_faults(const SourceText& source) {
  const auto lines = static_cast<int>(split_lines(source.text).size());
  if (lines <= max_file_lines || is_exempt(source.path, "")) return {};
  return {{source.path, max_file_lines + 1, "file of " + std::to_string(lines) + " lines"}};
}

std::vector<Fault> function_length_faults(const SourceText& source) {
  std::vector<Fault> faults;
  for (const FoundFunction& function : find_functions(source)) {
    if (is_statement(function.name)) {
      faults.push_back({source.path, function.line,
                        "a function around this line has a head that functions.cpp cannot read"});
    }
    if (function.lines <= max_function_lines || is_exempt(source.path, function.name)) continue;
    faults.push_back({source.path, function.line,
                      function.name + " of " + std::to_string(function.lines) + " lines"});
  }
  return faults;
}

std::vector<Fault> first_line_faults(const SourceText& source) {
  std::vector<Fault> faults;
  std::string last;
  for (const std::string& line : split_lines(source.text)) {
    if (!line.starts_with("//")) break;
    last = line;
  }
  if (!last.starts_with("// ")) {
    faults.push_back({source.path, 1, "the first line says in one sentence what the file is for"});
  } else if (!last.ends_with(".")) {
    faults.push_back({source.path, 1, "the first comment ends with a full stop"});
  }
  const bool header = !source.path.ends_with(".cpp");
  if (header && source.code.find("#pragma once") == std::string::npos) {
    faults.push_back({source.path, 1, "a header without #pragma once"});
  }
  return faults;
}

std::vector<Fault> word_faults(const SourceText& source) {
  std::vector<Fault> faults;
  const std::string room = " " + room_of_path(source.path) + " ";
  const std::vector<std::string> lines = split_lines(source.code);
  for (const ForbiddenWord& word : forbidden_words()) {
    if (word.rooms.find(room) == std::string_view::npos) continue;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!std::regex_search(lines[i], word.pattern)) continue;
      faults.push_back({source.path, static_cast<int>(i) + 1, std::string(word.problem)});
    }
  }
  return faults;
}

std::vector<Fault> foreign_path_faults(const SourceText& file) {
  std::vector<Fault> faults;
  const std::string text = lower_case(file.text);
  for (const std::string& path : foreign_paths()) {
    const std::size_t found = text.find(path);
    if (found == std::string::npos) continue;
    faults.push_back({file.path, line_at(text, found), "a path or word of the workplace: " + path});
  }
  return faults;
}
