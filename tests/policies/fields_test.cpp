// The declared parameters of all policies: defaults, ranges, and sources that exist.
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "policies/registry.hpp"

using namespace jtsim;
using namespace jtsim::policies;

namespace {

// Keys of the first column of a table of sources.
std::set<std::string> keys_of(const std::string& file) {
  std::ifstream in(std::string(JTSIM_SOURCE_DIR) + "/configs/sources/" + file);
  std::set<std::string> keys;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with('#')) keys.insert(line.substr(0, line.find(',')));
  }
  return keys;
}

bool is_known_source(std::string_view part) {
  static const std::set<std::string> references = keys_of("references.csv");
  static const std::set<std::string> facts = keys_of("seed_facts.csv");
  const std::string text(part);
  if (text.starts_with("ref:")) return references.contains(text.substr(4));
  if (text.starts_with("law:")) return references.contains(text.substr(4));
  if (text.starts_with("seed:")) return facts.contains(text.substr(5));
  if (text.starts_with("computed ")) return true;
  static const std::regex assumption(R"(assumption -?[0-9.]+-[0-9.]+)");
  return std::regex_match(text, assumption);
}

std::vector<std::string> parts_of(std::string_view source) {
  std::vector<std::string> parts;
  std::stringstream in{std::string(source)};
  for (std::string part; std::getline(in, part, ';');) {
    parts.push_back(part.substr(part.find_first_not_of(' ')));
  }
  return parts;
}

// Calls visit(field, value) for every number among the fields of `object`, nested ones included.
template <class Object, class Visit>
void each_number(const Object& object, Visit&& visit) {
  for_each_field<Object>([&](const auto& field) {
    const auto& value = object.*field.member;
    using Value = std::decay_t<decltype(value)>;
    if constexpr (Declared<Value>) {
      each_number(value, visit);
    } else if constexpr (std::is_arithmetic_v<Value> && !std::is_same_v<Value, bool>) {
      visit(field, static_cast<double>(value));
    }
  });
}

template <class Visit>
void each_number_of_all_kinds(Visit&& visit) {
  for (const Kind& kind : kinds) {
    std::visit([&](const auto& policy) { each_number(policy, visit); }, *policy_of_kind(kind.id));
  }
}

}  // namespace

TEST_CASE("every default is valid and plausible, and every range is valid") {
  std::size_t numbers = 0;
  each_number_of_all_kinds([&](const auto& field, double value) {
    CAPTURE(field.text.name);
    CHECK(field.valid.contains(value));
    CHECK(field.range.contains(value));
    CHECK(field.valid.contains(field.range.low));
    CHECK(field.valid.contains(field.range.high));
    ++numbers;
  });
  CHECK(numbers > 50);
}

TEST_CASE("every number has a meaning, a unit and a source that exists") {
  each_number_of_all_kinds([](const auto& field, double) {
    CAPTURE(field.text.name);
    CAPTURE(field.text.source);
    CHECK_FALSE(field.text.meaning.english().empty());
    CHECK_FALSE(field.text.unit.empty());
    CHECK_FALSE(field.text.source.empty());
    for (const std::string& part : parts_of(field.text.source)) CHECK(is_known_source(part));
  });
}

TEST_CASE("an assumption states the range it is swept over") {
  each_number_of_all_kinds([](const auto& field, double) {
    CAPTURE(field.text.name);
    for (const std::string& part : parts_of(field.text.source)) {
      if (!part.starts_with("assumption ")) continue;
      const std::string interval = part.substr(std::string_view("assumption ").size());
      const std::size_t dash = interval.find('-', 1);
      CHECK(std::stod(interval.substr(0, dash)) == field.range.low);
      CHECK(std::stod(interval.substr(dash + 1)) == field.range.high);
    }
  });
}

TEST_CASE("no kind declares a name twice") {
  for (const Kind& kind : kinds) {
    std::visit(
        [&](const auto& policy) {
          std::set<std::string_view> names;
          for_each_field<std::decay_t<decltype(policy)>>([&](const auto& field) {
            CAPTURE(field.text.name);
            CHECK(names.insert(field.text.name).second);
          });
        },
        *policy_of_kind(kind.id));
  }
}
