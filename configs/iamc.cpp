// From a row per variable to a row per year.
#include "configs/iamc.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

#include <fmt/format.h>

#include "configs/number_text.hpp"

namespace jtsim::configs {

namespace {

constexpr std::array<std::string_view, 5> iamc_titles{"model", "scenario", "region", "variable",
                                                      "unit"};

/// A unit and what its numbers are multiplied by.
struct Scale {
  std::string_view unit;
  double factor;
};

/// A variable of IAMC and the technology of our table that it is; empty: the table has none.
struct Variable {
  std::string_view name;
  std::string_view technology;
};

/// One of our tables that may come in this format.
struct Shape {
  std::string_view table;
  std::span<const Variable> variables;
  std::span<const Scale> scales;
  std::string_view value_title;
};

constexpr std::array<Variable, 2> coal{{{"Production|Coal", ""}, {"Resource|Extraction|Coal", ""}}};
constexpr std::array<Variable, 4> capacity{{{"Capacity|Electricity|Wind", "wind"},
                                            {"Capacity|Electricity|Solar", "solar"},
                                            {"Capacity|Electricity|Solar|PV", "solar"},
                                            {"Capacity|Electricity|Storage", "storage"}}};
constexpr std::array<Scale, 6> tonnes{
    {{"Mt/yr", 1e6}, {"Mt", 1e6}, {"kt/yr", 1e3}, {"kt", 1e3}, {"t/yr", 1}, {"t", 1}}};
constexpr std::array<Scale, 2> megawatts{{{"GW", 1e3}, {"MW", 1}}};
constexpr std::array<Shape, 2> shapes{
    {{"coal_output", coal, tonnes, "output_t"},
     {"new_energy_capacity", capacity, megawatts, "capacity_mw"}}};

const Shape* shape_of(std::string_view table) {
  const auto found = std::ranges::find(shapes, table, &Shape::table);
  return found == shapes.end() ? nullptr : &*found;
}

std::string small_letters(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return small;
}

/// "NZ 2060 (low)" becomes "nz_2060_low".
std::string identifier_of(std::string_view text) {
  std::string id;
  for (const char c : small_letters(text)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) id += c;
    if (!plain && !id.empty() && id.back() != '_') id += '_';
  }
  while (!id.empty() && id.back() == '_') id.pop_back();
  return !id.empty() && id.front() >= 'a' ? id : "s_" + id;
}

class Conversion {
 public:
  Conversion(const CsvTable& table, const Shape& shape, Problems& problems)
      : table_(table), shape_(shape), problems_(problems) {
    result_.path = table.path;
    result_.name = table.name;
    add_title("path");
    if (has_technology()) add_title("technology");
    for (const std::string_view title :
         {std::string_view("year"), shape.value_title, std::string_view("source")})
      add_title(title);
  }

  CsvTable run() {
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      const auto variable = std::ranges::find(shape_.variables, cell(row, 3), &Variable::name);
      if (variable == shape_.variables.end()) continue;
      found_ = true;
      const auto scale = std::ranges::find(shape_.scales, cell(row, 4), &Scale::unit);
      if (scale == shape_.scales.end()) {
        report(row, 4,
               Sentence(tr("{} is no unit of this table"), quoted_for_message(cell(row, 4))),
               fmt::format("{}", fmt::join(units(), " | ")));
        continue;
      }
      if (is_other_region(row)) continue;
      for (std::size_t column = iamc_titles.size(); column < table_.header.cells.size(); ++column)
        add_point(row, column, *variable, scale->factor);
    }
    if (!found_) {
      problems_.add({table_.header_place(3), table_.name, tr("no row has a variable of this table"),
                     fmt::format("{}", fmt::join(names(), " | "))});
    }
    return std::move(result_);
  }

 private:
  bool has_technology() const { return !shape_.variables.front().technology.empty(); }
  const std::string& cell(std::size_t row, std::size_t column) const {
    return table_.rows[row].cells[column].text;
  }
  void add_title(std::string_view title) {
    result_.header.cells.push_back({std::string(title), 1});
  }
  void report(std::size_t row, std::size_t column, Sentence what, Sentence allowed) {
    problems_.add({table_.place(row, column), table_.name, std::move(what), std::move(allowed)});
  }
  std::vector<std::string_view> units() const {
    std::vector<std::string_view> all;
    for (const Scale& scale : shape_.scales) all.push_back(scale.unit);
    return all;
  }
  std::vector<std::string_view> names() const {
    std::vector<std::string_view> all;
    for (const Variable& variable : shape_.variables) all.push_back(variable.name);
    return all;
  }

  /// Only one region can be meant; the first is taken.
  bool is_other_region(std::size_t row) {
    if (region_.empty()) region_ = cell(row, 2);
    if (cell(row, 2) == region_) return false;
    report(row, 2, Sentence(tr("a second region beside {}"), quoted_for_message(region_)),
           tr("a file with the rows of one region"));
    return true;
  }

  void add_point(std::size_t row, std::size_t column, const Variable& variable, double factor) {
    const std::string& text = cell(row, column);
    if (text.empty()) return;
    const Parsed<double> number = number_from_text(text);
    if (const Fault* fault = std::get_if<Fault>(&number)) {
      report(row, column, fault->what, fault->allowed);
      return;
    }
    CsvRow point{.line = table_.rows[row].line, .cells = {}};
    const auto add = [&](std::string value, std::size_t from) {
      point.cells.push_back({std::move(value), table_.rows[row].cells[from].column});
    };
    add(identifier_of(cell(row, 1)), 1);
    if (has_technology()) add(std::string(variable.technology), 3);
    add(table_.header.cells[column].text, column);
    add(number_to_text(std::get<double>(number) * factor), column);
    add(fmt::format("{}, {}", cell(row, 0), cell(row, 1)), 0);
    result_.rows.push_back(std::move(point));
  }

  const CsvTable& table_;
  const Shape& shape_;
  Problems& problems_;
  CsvTable result_;
  std::string region_;
  /// A row has a variable of this table.
  bool found_ = false;
};

}  // namespace

bool is_iamc(const CsvTable& table) {
  if (table.header.cells.size() <= iamc_titles.size()) return false;
  for (std::size_t i = 0; i < iamc_titles.size(); ++i) {
    if (small_letters(table.header.cells[i].text) != iamc_titles[i]) return false;
  }
  return true;
}

bool reads_iamc(std::string_view table_name) { return shape_of(table_name) != nullptr; }

CsvTable from_iamc(const CsvTable& table, Problems& problems) {
  const Shape* shape = shape_of(table.name);
  expect(shape != nullptr, "this table may be in IAMC format");
  return Conversion(table, *shape, problems).run();
}

}  // namespace jtsim::configs
