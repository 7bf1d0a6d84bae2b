// Checks that many tables share.
#include "configs/table_checks.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include <fmt/format.h>

#include "configs/value_text.hpp"

namespace jtsim::configs {

namespace {

std::string joined_cells(const CsvTable& table, std::size_t row,
                         const std::vector<std::string>& columns) {
  std::string text;
  for (const std::string& column : columns) {
    if (!text.empty()) text += ", ";
    text += cell_text(table, row, column);
  }
  return text;
}

Slot* find_slot(std::vector<Slot>& slots, const std::string& attribute, const std::string& group) {
  const auto found = std::find_if(slots.begin(), slots.end(), [&](const Slot& slot) {
    return slot.attribute == attribute && slot.group == group;
  });
  return found == slots.end() ? nullptr : &*found;
}

/// Why no slot has this attribute and group.
void report_no_slot(const CsvTable& table, std::size_t row, const std::vector<Slot>& slots,
                    Problems& problems) {
  const std::string& attribute = cell_text(table, row, "attribute");
  std::vector<std::string> attributes;
  std::vector<std::string> groups;
  for (const Slot& slot : slots) {
    if (attributes.empty() || attributes.back() != slot.attribute)
      attributes.push_back(slot.attribute);
    if (slot.attribute == attribute) groups.push_back(slot.group);
  }
  const bool attribute_known = !groups.empty();
  const std::string column = attribute_known ? "group" : "attribute";
  const std::string& text = cell_text(table, row, column);
  report(table, row, column,
         {Sentence(tr("unknown {} {}"), column, quoted_for_message(text)),
          name_hint(text, attribute_known ? groups : attributes)},
         problems);
}

}  // namespace

void NameIndex::add(const std::string& id) {
  positions_.emplace(id, ids_.size());
  ids_.push_back(id);
}

std::optional<std::size_t> NameIndex::find(const CsvTable& table, std::size_t row,
                                           std::string_view column, Problems& problems) const {
  if (!complete_) return std::nullopt;
  const std::string& text = cell_text(table, row, column);
  const auto found = positions_.find(text);
  if (found != positions_.end()) return found->second;
  report(table, row, column,
         {Sentence(tr("there is no {}"), quoted_for_message(text)),
          problems.full() ? Sentence() : name_hint(text, ids_)},
         problems);
  return std::nullopt;
}

const std::string& cell_text(const CsvTable& table, std::size_t row, std::string_view column) {
  return table.rows[row].cells[table.column(column).value()].text;
}

void report(const CsvTable& table, std::size_t row, std::string_view column, const Fault& fault,
            Problems& problems) {
  problems.add(table.place(row, table.column(column).value()), joined_key(table.name, column),
               fault);
}

void report(const CsvTable& table, std::string_view column, const Fault& fault,
            Problems& problems) {
  const std::size_t position = table.column(column).value_or(0);
  const std::string key = column.empty() ? table.name : joined_key(table.name, column);
  problems.add(table.header_place(position), key, fault);
}

bool check_ids(const CsvTable& table, std::size_t most, Problems& problems) {
  const std::size_t before = problems.count();
  bool any_empty = false;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string& id = cell_text(table, row, "id");
    any_empty = any_empty || id.empty();
    if (!id.empty() && !is_identifier(id)) {
      report(table, row, "id",
             {Sentence(tr("{} cannot be an identifier"), quoted_for_message(id)),
              tr("letters a-z, digits and `_`, beginning with a letter")},
             problems);
    }
  }
  if (!any_empty) check_unique(table, {"id"}, problems);
  if (table.rows.empty()) report(table, "", {tr("the table has no rows"), {}}, problems);
  if (table.rows.size() > most) {
    report(table, "",
           {Sentence(tr("{} rows"), table.rows.size()), Sentence(tr("at most {}"), most)},
           problems);
  }
  return !any_empty && problems.count() == before;
}

void check_unique(const CsvTable& table, const std::vector<std::string>& columns,
                  Problems& problems) {
  std::unordered_map<std::string, std::size_t> seen;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string text = joined_cells(table, row, columns);
    const auto [first, is_new] = seen.emplace(text, row);
    if (is_new) continue;
    report(table, row, columns.front(),
           {Sentence(tr("{} stands here twice"), quoted_for_message(text)),
            Sentence(tr("first in line {}"), table.rows[first->second].line)},
           problems);
  }
}

void check_each_once(const CsvTable& table, const std::string& column,
                     const std::vector<std::string>& texts, Problems& problems) {
  check_unique(table, {column}, problems);
  const std::size_t position = table.column(column).value();
  std::unordered_set<std::string> present;
  for (const CsvRow& row : table.rows) present.insert(row.cells[position].text);
  for (const std::string& text : texts) {
    if (!present.contains(text))
      report(table, column, {Sentence(tr("there is no row for `{}`"), text), {}}, problems);
  }
}

void check_sum_is_one(const CsvTable& table, std::string_view column, double sum,
                      const Sentence& whose, Problems& problems) {
  if (std::abs(sum - 1) <= sum_tolerance) return;
  report(table, column,
         {Sentence(tr("the shares {} add to {:.9g}"), whose, sum),
          Sentence(tr("1 within {}"), sum_tolerance)},
         problems);
}

void add_point(agents::Path& path, Month month, double value, const CsvTable& table,
               std::size_t row, std::string_view column, Problems& problems) {
  if (!path.months.empty() && month <= path.months.back()) {
    report(table, row, column,
           {Sentence(tr("{} does not come after {}"), to_text(month), to_text(path.months.back())),
            tr("points of a path in the order of time, each once")},
           problems);
    return;
  }
  path.months.push_back(month);
  path.values.push_back(value);
}

void fill_slots(const CsvTable& table, std::span<const double> values, std::string_view column,
                std::vector<Slot> slots, Problems& problems) {
  check_unique(table, {"attribute", "group"}, problems);
  for (std::size_t row = 0; row < values.size() && !problems.full(); ++row) {
    Slot* slot =
        find_slot(slots, cell_text(table, row, "attribute"), cell_text(table, row, "group"));
    if (slot == nullptr) {
      report_no_slot(table, row, slots, problems);
      continue;
    }
    slot->is_filled = true;
    if (auto fault = check_number(values[row], {slot->valid, {}})) {
      report(table, row, column, *fault, problems);
    } else {
      *slot->target = values[row];
    }
  }
  for (const Slot& slot : slots) {
    if (slot.is_filled) continue;
    report(table, "",
           {Sentence(tr("there is no row for `{}`, `{}`"), slot.attribute, slot.group), {}},
           problems);
  }
}

}  // namespace jtsim::configs
