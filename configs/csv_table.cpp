// Comma-separated tables, read strictly.
#include "configs/csv_table.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "configs/utf8.hpp"

namespace jtsim::configs {

namespace {

/// Splits one line into cells.
class LineSplitter {
 public:
  explicit LineSplitter(std::string_view line) : line_(line) {}

  /// What is wrong with the line, if anything; its column is `fault_column()`.
  std::optional<Fault> split(std::vector<CsvCell>& cells) {
    int column = 1;
    while (true) {
      CsvCell cell;
      cell.column = column;
      const std::size_t begin = at_;
      const bool quoted = at_ < line_.size() && line_[at_] == '"';
      if (auto fault = quoted ? take_quoted(cell.text) : take_plain(cell.text)) return fault;
      cells.push_back(std::move(cell));
      if (at_ == line_.size()) return std::nullopt;
      ++at_;  // the comma
      column += characters(begin, at_);
    }
  }

  int fault_column() const { return 1 + characters(0, at_); }

 private:
  int characters(std::size_t begin, std::size_t end) const {
    return static_cast<int>(character_count(line_.substr(begin, end - begin)));
  }

  std::optional<Fault> take_plain(std::string& text) {
    const std::size_t end = std::min(line_.find_first_of(",\"", at_), line_.size());
    text = line_.substr(at_, end - at_);
    at_ = end;
    if (end < line_.size() && line_[end] == '"')
      return Fault{tr("a quote inside a cell without quotes"), tr("\"a \"\"quoted\"\" word\"")};
    return std::nullopt;
  }

  std::optional<Fault> take_quoted(std::string& text) {
    const std::size_t open = at_++;
    while (at_ < line_.size()) {
      const std::size_t quote = line_.find('"', at_);
      if (quote == std::string_view::npos) break;
      text += line_.substr(at_, quote - at_);
      at_ = quote + 1;
      if (at_ == line_.size() || line_[at_] == ',') return std::nullopt;
      if (line_[at_] != '"') return Fault{tr("text after the closing quote"), tr("a comma")};
      text += '"';
      ++at_;
    }
    at_ = open;
    return Fault{tr("the quote does not close on its line"), tr("a closing quote may be missing")};
  }

  std::string_view line_;
  std::size_t at_ = 0;
};

std::string_view take_line(std::string_view& text) {
  const auto end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Adds a row of the table, or takes the header; false when reading is to stop.
bool add_row(CsvTable& table, CsvRow row, std::size_t& cells, Problems& problems) {
  cells += row.cells.size();
  const Place place{table.path, row.line, 1};
  if (cells > CsvLimits::cells || row.cells.size() > CsvLimits::columns) {
    problems.add(
        {place, table.name, tr("the table is too large"),
         Sentence(tr("at most {} cells and {} columns"), CsvLimits::cells, CsvLimits::columns)});
    return false;
  }
  if (table.header.cells.empty()) {
    table.header = std::move(row);
  } else if (row.cells.size() != table.header.cells.size()) {
    problems.add(
        {place, table.name,
         Sentence(tr("{} cells under {} columns"), row.cells.size(), table.header.cells.size()),
         tr("a cell with a comma stands in quotes")});
  } else {
    table.rows.push_back(std::move(row));
  }
  return true;
}

}  // namespace

std::optional<std::size_t> CsvTable::column(std::string_view title) const {
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    if (header.cells[i].text == title) return i;
  }
  return std::nullopt;
}

Place CsvTable::place(std::size_t row, std::size_t column) const {
  return {path, rows[row].line, rows[row].cells[column].column};
}

Place CsvTable::header_place(std::size_t column) const {
  return {path, header.line, header.cells[column].column};
}

std::optional<CsvTable> parse_csv(const SourceText& source, const std::string& name,
                                  Problems& problems) {
  CsvTable table{source.path, name, {}, {}};
  std::string_view rest = source.text;
  std::size_t cells = 0;
  for (int number = 1; !rest.empty(); ++number) {
    const std::string_view line = take_line(rest);
    if (line.empty() || line.front() == '#') continue;
    CsvRow row{number, {}};
    LineSplitter splitter(line);
    if (auto fault = splitter.split(row.cells)) {
      problems.add({source.path, number, splitter.fault_column()}, name, *fault);
      if (table.header.cells.empty()) return std::nullopt;
      continue;
    }
    if (!add_row(table, std::move(row), cells, problems)) return std::nullopt;
  }
  if (!table.header.cells.empty()) return table;
  problems.add({{source.path, 1, 1}, name, tr("the table has no header"), {}});
  return std::nullopt;
}

bool check_header(const CsvTable& table, const std::vector<std::string>& titles,
                  Problems& problems) {
  const std::size_t before = problems.count();
  for (std::size_t i = 0; i < table.header.cells.size(); ++i) {
    const std::string& title = table.header.cells[i].text;
    const Place place = table.header_place(i);
    const std::string key = joined_key(table.name, shortened(title));
    if (*table.column(title) != i) {
      problems.add({place, key, tr("the column stands here twice"), {}});
    } else if (std::find(titles.begin(), titles.end(), title) == titles.end()) {
      problems.add({place, key, tr("unknown column"),
                    problems.full() ? Sentence() : name_hint(title, titles)});
    }
  }
  for (const std::string& title : titles) {
    if (table.column(title)) continue;
    problems.add({{table.path, table.header.line, 1},
                  joined_key(table.name, title),
                  tr("the column is missing"),
                  {}});
  }
  return problems.count() == before;
}

}  // namespace jtsim::configs
