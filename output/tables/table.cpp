// Looking things up in tables.
#include "output/tables/table.hpp"

#include <algorithm>

namespace jtsim::output {

Name named(std::string_view id, const Label& label) {
  return {std::string(id), std::string(in(Language::zh, label)),
          std::string(in(Language::en, label))};
}

std::string_view label_in(Language language, const Name& name) {
  const bool is_zh = language == Language::zh;
  const std::string& wanted = is_zh ? name.label_zh : name.label_en;
  const std::string& other = is_zh ? name.label_en : name.label_zh;
  if (!wanted.empty()) return wanted;
  return other.empty() ? name.id : other;
}

std::size_t column_of(const Table& table, std::string_view id) {
  const auto at = std::ranges::find(table.columns, id, &Column::id);
  return static_cast<std::size_t>(at - table.columns.begin());
}

std::string key_text(const Cell& cell) {
  struct Text {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(Month month) const { return to_text(month); }
    std::string operator()(const Figure&) const { return ""; }
    std::string operator()(Unit unit) const { return std::string(identifier(unit)); }
    std::string operator()(const Name& name) const { return name.id; }
    std::string operator()(const std::string& text) const { return text; }
  };
  return std::visit(Text{}, cell);
}

}  // namespace jtsim::output
