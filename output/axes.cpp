// Fills the coordinates: numbers from the run's months, names from enums and tables.
#include "output/axes.hpp"

#include <chrono>

#include "agents/portfolio.hpp"
#include "base/error.hpp"
#include "base/inequality.hpp"

namespace jtsim::output {

namespace {

/// Identifiers that cannot be enumerators because they begin with a digit.
std::vector<Name> spell_bands() {
  std::vector<Name> names = names_of<SpellBand>();
  constexpr std::array<std::string_view, 4> identifiers{"under_6m", "6_12m", "12_24m", "24m_plus"};
  for (std::size_t i = 0; i < names.size(); ++i) names[i].id = identifiers[i];
  return names;
}

std::vector<Name> states_and_entrant() {
  std::vector<Name> names = names_of<agents::State>();
  names.push_back(name_of(agents::entrant_identifier, tr("entrant")));
  return names;
}

template <class Rows>
std::vector<Name> names_in(const Rows& rows) {
  std::vector<Name> names;
  for (const auto& row : rows) names.push_back(row.name);
  return names;
}

template <class Numbers>
Coordinate numbers_of(const Numbers& numbers, std::string_view units) {
  return {.numbers{numbers.begin(), numbers.end()}, .names{}, .units = units};
}

}  // namespace

Name name_of(std::string_view identifier, const Label& label) {
  return {std::string(identifier), std::string(in(Language::zh, label)),
          std::string(in(Language::en, label))};
}

std::vector<Name> age_band_names() {
  std::vector<Name> names = names_of<agents::AgeBand>();
  for (Name& name : names) name.id = name.label_en;
  return names;
}

std::int32_t days_to_month_end(Month month) {
  using namespace std::chrono;
  const year_month_day_last last =
      year{month.year()} / std::chrono::month{static_cast<unsigned>(month.month_of_year())} /
      std::chrono::last;
  return static_cast<std::int32_t>(sys_days{last}.time_since_epoch().count());
}

Axes::Axes(const agents::Inputs& inputs, ReplicateRange replicates)
    : replicates_(replicates), start_(inputs.start), end_(inputs.end) {
  set_replicates();
  set_years();
  coordinates_[Axis::horizon] = numbers_of(agents::horizons_months, "months");
  coordinates_[Axis::pair_horizon] = numbers_of(pair_horizons_months, "months");
  coordinates_[Axis::loss_year] = numbers_of(agents::loss_years, "year");
  coordinates_[Axis::earnings_year] = numbers_of(agents::earnings_years, "year");
  coordinates_[Axis::lorenz_percent] = numbers_of(lorenz_percents, "percent");
  coordinates_[Axis::event].units = "1";
  set_names(inputs);
}

Axes::Axes(const agents::UrnInputs& inputs, ReplicateRange replicates) : replicates_(replicates) {
  set_replicates();
  Coordinate& step = coordinates_[Axis::step];
  step.units = "1";
  for (int i = 0; i < inputs.settings.steps; ++i) step.numbers.push_back(i);
  coordinates_[Axis::rate].names = names_of<agents::UrnRate>();
  coordinates_[Axis::quantity].names = names_of<agents::UrnQuantity>();
  coordinates_[Axis::occupation].names = names_in(inputs.occupations);
}

void Axes::set_replicates() {
  Coordinate& numbers = coordinates_[Axis::replicate];
  numbers.units = "1";
  for (std::uint32_t i = 0; i < replicates_.count; ++i)
    numbers.numbers.push_back(static_cast<std::int32_t>(replicates_.first + i));
}

void Axes::set_years() {
  Coordinate& time = coordinates_[Axis::time];
  time.units = days_units;
  Coordinate& stock_year = coordinates_[Axis::stock_year];
  for (Month month = start_; month <= end_; month = month + 1) {
    time.numbers.push_back(days_to_month_end(month));
    if (month.is_year_end()) stock_year.numbers.push_back(month.year());
  }
  Coordinate& year = coordinates_[Axis::year];
  if (end_ > start_) {
    for (int y = (start_ + 1).year(); y <= end_.year(); ++y) year.numbers.push_back(y);
  }
  year.units = stock_year.units = "year";
  coordinates_[Axis::displaced_year] = year;
}

void Axes::set_names(const agents::Inputs& inputs) {
  using namespace agents;
  const auto set = [this](Axis axis, std::vector<Name> names) {
    coordinates_[axis].names = std::move(names);
  };
  set(Axis::region, names_in(inputs.tables.leagues));
  set(Axis::ethnicity, names_in(inputs.tables.ethnicities));
  set(Axis::mine, names_in(inputs.tables.mines));
  set(Axis::policy, names_in(inputs.policies));
  set(Axis::line, names_in(inputs.budget_lines));
  set(Axis::state, names_of<State>());
  set(Axis::from_state, states_and_entrant());
  set(Axis::to_state, names_of<State>());
  set(Axis::sex, names_of<Sex>());
  set(Axis::age_band, age_band_names());
  set(Axis::education, names_of<Education>());
  set(Axis::sector, names_of<Sector>());
  set(Axis::item, names_of<AccountItem>());
  set(Axis::quantity, names_of<BudgetItem>());
  set(Axis::background_quantity, names_of<BackgroundItem>());
  set(Axis::counter, names_of<Counter>());
  set(Axis::payer, names_of<Payer>());
  set(Axis::destination_kind, names_of<Destination>());
  set(Axis::spell_band, spell_bands());
  set(Axis::form, names_of<Form>());
  set(Axis::income_quantity, names_of<IncomeQuantity>());
  set(Axis::population, names_of<Population>());
  set(Axis::inequality_quantity, names_of<InequalityQuantity>());
  set(Axis::partition, names_of<Partition>());
  set(Axis::theil_part, names_of<TheilPart>());
  set(Axis::mine_quantity, names_of<MineQuantity>());
  set(Axis::loss_quantity, names_of<LossQuantity>());
  set(Axis::earnings_quantity, names_of<EarningsQuantity>());
  set(Axis::spell_quantity, names_of<SpellQuantity>());
  set(Axis::callback_quantity, names_of<CallbackQuantity>());
  set(Axis::contract, names_of<Contract>());
  set(Axis::investment_item, names_of<InvestmentItem>());
  set(Axis::project_quantity, names_of<ProjectQuantity>());
}

std::size_t Axes::year_index(Month month) const {
  expect(month > start_ && month <= end_, "a year of the run is asked for");
  return static_cast<std::size_t>(month.year() - (start_ + 1).year());
}

std::size_t Axes::stock_year_index(Month december) const {
  const Coordinate& years = coordinates_[Axis::stock_year];
  expect(december.is_year_end() && december >= start_ && december <= end_,
         "a December of the run is asked for");
  return static_cast<std::size_t>(december.year() - years.numbers.front());
}

}  // namespace jtsim::output
