// Lists of what this room and the ones below declare, beside those that room configs makes.
#include "src/describe.hpp"

#include <string_view>

#include <fmt/format.h>

#include "agents/workers.hpp"
#include "configs/describe.hpp"
#include "configs/schema.hpp"
#include "output/register_columns.hpp"
#include "output/series.hpp"
#include "src/schedule.hpp"

namespace jtsim::app {

namespace {

using configs::Listing;

template <class T>
constexpr std::string_view type_name = "";
template <>
constexpr std::string_view type_name<std::int8_t> = "int8";
template <>
constexpr std::string_view type_name<std::int16_t> = "int16";
template <>
constexpr std::string_view type_name<std::int32_t> = "int32";
template <>
constexpr std::string_view type_name<std::uint32_t> = "uint32";
template <>
constexpr std::string_view type_name<std::int64_t> = "int64";
template <>
constexpr std::string_view type_name<double> = "float64";

// The kinds of scenario that record a series.
std::string_view kinds_text(output::Kinds kinds) {
  switch (kinds) {
    case output::Kinds::transition:
      return "transition";
    case output::Kinds::every:
      return "transition markov";
    case output::Kinds::urn:
      return "urn";
  }
  return {};
}

// The arrays over replicates, then the columns of the register of the displaced.
Listing list_series() {
  Listing list{{"name", "axes", "type", "unit", "kinds", "meaning_zh", "meaning_en"}, {}};
  const auto add = [&list](const auto& series, std::string axes, std::string_view type,
                           output::Kinds kinds) {
    list.rows.push_back({std::string(series.name), std::move(axes), std::string(type),
                         std::string(series.unit), std::string(kinds_text(kinds)),
                         std::string(in(Language::zh, series.meaning)),
                         std::string(in(Language::en, series.meaning))});
  };
  for (const output::Series& series : output::all_series()) {
    std::string axes(identifier(output::Axis::replicate));
    for (const output::Axis axis : series.axes) axes += fmt::format(" {}", identifier(axis));
    add(series, std::move(axes),
        std::visit([]<class T>(output::Fill<T>) { return type_name<T>; }, series.fill),
        series.kinds);
  }
  for (const output::RegisterColumn& column : output::register_columns()) {
    add(column, std::string(identifier(output::Axis::event)),
        std::visit([]<class T>(output::ReadColumn<T>) { return type_name<T>; }, column.read),
        output::Kinds::transition);
  }
  return list;
}

// The columns of the tables that a scenario names, then those of the workforce in memory.
Listing list_columns(Language language) {
  Listing list = configs::list_columns(language);
  const agents::Workers workers;
  const agents::ColumnList& columns = workers.columns();
  const auto add = [&list](std::string_view name, std::size_t bytes, std::string meaning) {
    std::vector<std::string> row{"workers in memory", std::string(name),
                                 fmt::format("{} bytes", bytes)};
    row.resize(list.titles.size() - 1);
    row.push_back(std::move(meaning));
    list.rows.push_back(std::move(row));
  };
  for (const agents::ColumnList::Entry& column : columns.entries())
    add(column.name, column.bytes_per_row, "");
  add("(all)", columns.bytes_per_row(),
      std::string(in(language, tr("bytes of a worker in all columns together"))));
  return list;
}

Listing list_schedule() {
  Listing list{{"phase", "what_zh", "what_en"}, {}};
  for (const Phase& phase : schedule()) {
    list.rows.push_back({std::string(phase.name), std::string(in(Language::zh, phase.what)),
                         std::string(in(Language::en, phase.what))});
  }
  return list;
}

constexpr int json_indent = 2;

std::string shown(const Listing& list, DescriptionForm form) {
  if (form == DescriptionForm::text) return configs::text_of(list);
  return configs::json_of(list).dump(json_indent) + "\n";
}

}  // namespace

std::string describe(Subject subject, DescriptionForm form, Language language) {
  switch (subject) {
    case Subject::parameters:
      return shown(configs::list_parameters(language), form);
    case Subject::policies:
      return shown(configs::list_policies(), form);
    case Subject::states:
      return shown(configs::list_states(), form);
    case Subject::series:
      return shown(list_series(), form);
    case Subject::columns:
      return shown(list_columns(language), form);
    case Subject::schedule:
      return shown(list_schedule(), form);
    case Subject::schema:
      return configs::scenario_schema().dump(json_indent) + "\n";
    case Subject::completion:
    case Subject::manual:
      // Told by the parser, which alone knows the options.
      break;
  }
  return {};
}

}  // namespace jtsim::app
