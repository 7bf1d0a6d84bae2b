// Reads the occupations, the network and the demand of the kind `urn`.
#include "configs/urn_inputs.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "configs/rows_urn.hpp"
#include "configs/square_table.hpp"

namespace jtsim::configs {

namespace {

using agents::UrnInputs;
using agents::UrnMode;

/// Numbers of persons and of vacancies have 32 bits.
constexpr double most_persons = 2e9;
/// What a run records: steps times occupations.
constexpr double most_recorded = 1e7;
constexpr int most_spells = 1'000;

/// Reads a table of the kind `urn`; its problems are named after the key that names the file.
class UrnReader {
 public:
  UrnReader(const Document& document, const Places& places, TableReader& reader, Problems& warnings)
      : urn_(document.urn), places_(places), reader_(reader), warnings_(warnings) {
    inputs_.settings = urn_;
    inputs_.demand = urn_.demand;
  }

  UrnInputs read() {
    check_settings();
    if (read_occupations()) {
      check_size();
      if (!urn_.proximity.text.empty()) read_proximity();
      if (std::holds_alternative<agents::TableDemand>(urn_.demand)) read_demand();
    }
    return std::move(inputs_);
  }

 private:
  Problems& problems() { return reader_.problems(); }
  void refuse(const std::string& key, Sentence what, Sentence allowed) {
    problems().add({place_of(places_, key), key, std::move(what), std::move(allowed)});
  }

  void check_settings();
  bool read_occupations();
  void read_loss_shares(const CsvTable& table);
  void check_size();
  void read_proximity();
  void read_square(const CsvTable& table);
  void read_pairs(const CsvTable& table);
  void warn_of_lone_occupations();
  void read_demand();
  NameIndex index() const { return {inputs_.occupations, true}; }

  /// The rows under the declared columns; other columns are left alone. None when a column is
  /// missing or a cell is wrong.
  template <Declared Row>
  std::optional<std::vector<Row>> rows_of(const CsvTable& table);

  const UrnDocument& urn_;
  const Places& places_;
  TableReader& reader_;
  Problems& warnings_;
  UrnInputs inputs_;
};

template <Declared Row>
std::optional<std::vector<Row>> UrnReader::rows_of(const CsvTable& table) {
  const std::size_t before = problems().count();
  std::vector<Row> rows(table.rows.size());
  for_each_field<Row>([&](const auto& field) {
    const auto column = table.column(field.text.name);
    if (!column) {
      problems().add({table.header_place(0), joined_key(table.name, field.text.name),
                      tr("the column is missing"),
                      Sentence(tr("it holds: {}"), field.text.meaning)});
      return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::string& text = table.rows[i].cells[*column].text;
      const std::optional<Fault> fault =
          text.empty()
              ? Fault{tr("the cell is empty"), {}}
              : set_from_text(text, {field.valid, field.text.unit}, rows[i].*(field.member));
      if (fault)
        problems().add(table.place(i, *column), joined_key(table.name, field.text.name), *fault);
    }
  });
  if (problems().count() != before) return std::nullopt;
  return rows;
}

void UrnReader::check_settings() {
  if (inputs_.long_term_steps() <= most_spells) return;
  refuse("urn.long_term_weeks",
         Sentence(tr("{} weeks are more than {} steps of {} weeks"), urn_.long_term_weeks,
                  most_spells, urn_.step_weeks),
         Sentence(tr("at most {} steps"), most_spells));
}

bool UrnReader::read_occupations() {
  const auto table = reader_.open_file(urn_.occupations, "urn.occupations");
  if (!table) return false;
  const std::size_t before = problems().count();
  const auto rows = rows_of<UrnOccupationRow>(*table);
  if (!rows) return false;
  check_unique(*table, {"id"}, problems());
  if (rows->empty()) report(*table, "", {tr("the table has no rows"), {}}, problems());
  if (rows->size() > agents::most_occupations) {
    report(*table, "",
           {Sentence(tr("{} rows"), rows->size()),
            Sentence(tr("at most {}"), agents::most_occupations)},
           problems());
  }
  for (const UrnOccupationRow& row : *rows)
    inputs_.occupations.push_back({{row.id, row.id, row.id}, row.employment, 0});
  if (std::holds_alternative<agents::SigmoidDemand>(urn_.demand)) read_loss_shares(*table);
  return problems().count() == before;
}

void UrnReader::read_loss_shares(const CsvTable& table) {
  const std::string& title = std::get<agents::SigmoidDemand>(urn_.demand).loss_column;
  const auto column = table.column(title);
  if (!column) {
    std::vector<std::string> known;
    for (const CsvCell& cell : table.header.cells) known.push_back(cell.text);
    refuse("urn.demand.loss_column",
           Sentence(tr("`{}` has no column {}"), table.path, quoted_for_message(title)),
           name_hint(title, known));
    return;
  }
  bool all_lost = true;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const std::optional<Fault> fault =
        set_from_text(table.rows[i].cells[*column].text, {share_interval, "share"},
                      inputs_.occupations[i].loss_share);
    if (fault) problems().add(table.place(i, *column), joined_key(table.name, title), *fault);
    all_lost = all_lost && inputs_.occupations[i].loss_share == 1;
  }
  if (all_lost && !table.rows.empty())
    report(table, title, {tr("all demand is lost, nothing is left to share the total"), {}},
           problems());
}

void UrnReader::check_size() {
  double persons = 0;
  for (const agents::UrnOccupation& occupation : inputs_.occupations)
    persons += occupation.employment * urn_.workers_scale * (1 + urn_.du);
  const bool whole = urn_.mode == UrnMode::agents;
  if (whole && persons > most_persons) {
    refuse("urn.workers_scale", Sentence(tr("gives {:.6g} workers"), persons),
           Sentence(tr("at most {:.0f} in the mode `agents`"), most_persons));
  }
  const agents::UrnStocks start = agents::initial_stocks(inputs_);
  if (std::ranges::all_of(start.employed, [](double e) { return e <= 0; }))
    refuse("urn.occupations", tr("nobody is employed at the start"), tr("a larger workers_scale"));
  const double recorded = static_cast<double>(urn_.steps) * static_cast<double>(inputs_.count());
  if (recorded > most_recorded) {
    refuse("urn.steps", Sentence(tr("{} steps of {} occupations"), urn_.steps, inputs_.count()),
           Sentence(tr("at most {:.0f} steps times occupations"), most_recorded));
  }
}

void UrnReader::read_proximity() {
  const auto table = reader_.open_file(urn_.proximity, "urn.proximity");
  if (!table) return;
  const std::size_t n = inputs_.count();
  inputs_.proximity = {n, std::vector<double>(n * n, 0.0)};
  const std::size_t before = problems().count();
  if (table->column("from") && table->column("to")) {
    read_pairs(*table);
  } else {
    read_square(*table);
  }
  if (problems().count() == before) warn_of_lone_occupations();
}

void UrnReader::read_square(const CsvTable& table) {
  const NameIndex names = index();
  const std::string key_column = table.header.cells.front().text;
  std::vector<std::string> titles{key_column};
  titles.insert(titles.end(), names.ids().begin(), names.ids().end());
  if (table.column(source_column)) titles.emplace_back(source_column);
  if (!check_header(table, titles, problems())) return;
  constexpr Interval weights{0, 1e12};
  auto square = square_of(table, names, key_column, {weights, "1"}, problems());
  if (square) inputs_.proximity = std::move(square->matrix);
}

void UrnReader::read_pairs(const CsvTable& table) {
  const auto rows = rows_of<UrnProximityRow>(table);
  if (!rows) return;
  check_unique(table, {"from", "to"}, problems());
  const NameIndex names = index();
  for (std::size_t i = 0; i < rows->size(); ++i) {
    const auto from = names.find(table, i, "from", problems());
    const auto to = names.find(table, i, "to", problems());
    if (from && to) inputs_.proximity(*from, *to) = (*rows)[i].proximity;
  }
}

void UrnReader::warn_of_lone_occupations() {
  for (std::size_t from = 0; from < inputs_.count(); ++from) {
    const auto row = std::span(inputs_.proximity.values).subspan(from * inputs_.count());
    const bool lone =
        std::ranges::all_of(row.first(inputs_.count()), [](double a) { return a == 0; });
    if (!lone) continue;
    warnings_.add({place_of(places_, "urn.proximity"),
                   "urn.proximity",
                   Sentence(tr("the unemployed of {} can apply nowhere"),
                            quoted_for_message(inputs_.occupations[from].name.id)),
                   {}});
  }
}

void UrnReader::read_demand() {
  const std::string key(UrnDemandRow::table);
  const auto table = reader_.open_file(std::get<agents::TableDemand>(urn_.demand).table, key);
  if (!table) return;
  const auto rows = rows_of<UrnDemandRow>(*table);
  if (!rows) return;
  check_unique(*table, {"step", "id"}, problems());
  if (rows->empty()) report(*table, "", {tr("the table has no rows"), {}}, problems());
  const NameIndex names = index();
  for (std::size_t i = 0; i < rows->size(); ++i) {
    const auto occupation = names.find(*table, i, "id", problems());
    if (!occupation) continue;
    inputs_.points.push_back(
        {(*rows)[i].step, *occupation, (*rows)[i].demand * urn_.workers_scale});
  }
  std::ranges::stable_sort(inputs_.points, {}, &agents::DemandPoint::step);
}

}  // namespace

agents::UrnInputs read_urn(const Document& document, const Places& places, TableReader& reader,
                           Problems& warnings) {
  return UrnReader(document, places, reader, warnings).read();
}

std::vector<FilePath> files_of(const UrnDocument& urn) {
  const auto* demand = std::get_if<agents::TableDemand>(&urn.demand);
  return {urn.occupations, urn.proximity, demand == nullptr ? FilePath{} : demand->table};
}

}  // namespace jtsim::configs
