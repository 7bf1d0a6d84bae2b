// Pay, prices and benefits; deaths and the retirement law.
#include <cmath>

#include <fmt/format.h>

#include "configs/rows_person.hpp"
#include "configs/tables_from_files.hpp"

namespace jtsim::configs {

namespace {

/// Price indices are stated with few digits.
constexpr double index_tolerance = 1e-3;

void read_minimum_pay(const TableContext& context) {
  const auto rows = context.reader.read<MinimumPayRow>();
  if (!rows.complete) return;
  auto& classes = context.tables.minimum_pay;
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    const MinimumPayRow& row = rows.rows[i];
    add_point(classes[static_cast<std::size_t>(row.class_ - 1)], row.month, row.yuan_per_month,
              rows.table, i, "month", context.problems());
  }
  for (std::size_t k = 0; k < classes.size(); ++k) {
    if (!classes[k].months.empty()) continue;
    report(rows.table, "class", {Sentence(tr("there is no row for class {}"), k + 1), {}},
           context.problems());
  }
}

void read_prices(const TableContext& context) {
  const auto rows = context.reader.read<CpiRow>();
  const agents::Path path = yearly_path(rows, &CpiRow::index, year_end, context.problems());
  if (path.months.empty()) return;
  context.tables.cpi = path;
  const int price_year = context.settings.income.price_year;
  const double at_price_year = path.at(year_end(price_year));
  if (std::abs(at_price_year - 100) <= index_tolerance) return;
  report(rows.table, "index",
         {Sentence(tr("{} in {}"), at_price_year, price_year), tr("100 in `income.price_year`")},
         context.problems());
}

/// One amount for every calendar year, those between two rows interpolated.
agents::Path every_year(const agents::Path& points) {
  agents::Path path;
  if (points.months.empty()) return path;
  for (int year = points.months.front().year(); year <= points.months.back().year(); ++year) {
    path.months.push_back(year_start(year));
    path.values.push_back(points.at(year_start(year)));
  }
  return path;
}

void read_benefits(const TableContext& context) {
  Problems& problems = context.problems();
  const auto assistance = context.reader.read<SocialAssistanceRow>();
  context.tables.social_assistance = every_year(yearly_path(
      assistance, &SocialAssistanceRow::yuan_per_person_per_month, year_start, problems));

  const auto duration = context.reader.read<InsuranceDurationRow>();
  std::vector<int>& from = context.tables.benefit_from_years;
  for (std::size_t i = 0; i < duration.rows.size(); ++i) {
    const InsuranceDurationRow& row = duration.rows[i];
    if (!from.empty() && row.contribution_years_from <= from.back()) {
      report(duration.table, i, "contribution_years_from",
             {Sentence(tr("{} does not come after {}"), row.contribution_years_from, from.back()),
              tr("ascending")},
             problems);
    }
    from.push_back(row.contribution_years_from);
    context.tables.benefit_months.push_back(row.months);
  }
  if (duration.complete && from.empty())
    report(duration.table, "", {tr("the table has no rows"), {}}, problems);
}

void read_contracts(const TableContext& context) {
  const auto coverage = context.reader.read<InsuranceCoverageRow>();
  if (coverage.complete)
    check_each_once(coverage.table, "contract", choices_of<agents::Contract>(), context.problems());
  for (const InsuranceCoverageRow& row : coverage.rows)
    context.tables.insurance_coverage[row.contract] = row.share;
  const auto pay = context.reader.read<PayByContractRow>();
  if (pay.complete)
    check_each_once(pay.table, "contract", choices_of<agents::Contract>(), context.problems());
  for (const PayByContractRow& row : pay.rows)
    context.tables.pay_by_contract[row.contract] = row.factor;
}

void read_experience(const TableContext& context) {
  const auto rows = context.reader.read<ExperienceRow>();
  if (!rows.complete) return;
  if (rows.rows.empty()) {
    report(rows.table, "", {tr("the table has no rows"), {}}, context.problems());
    return;
  }
  context.tables.experience_from_age = rows.rows.front().age;
  int next = rows.rows.front().age;
  for (std::size_t i = 0; i < rows.rows.size(); ++i, ++next) {
    if (rows.rows[i].age != next) {
      report(rows.table, i, "age",
             {Sentence(tr("age {} here"), rows.rows[i].age),
              Sentence(tr("{}: ages without gaps"), next)},
             context.problems());
      return;
    }
    context.tables.experience.push_back(rows.rows[i].factor);
  }
}

}  // namespace

void read_pay_tables(const TableContext& context) {
  const auto growth = context.reader.read<PayIndexRow>();
  context.tables.pay_growth =
      yearly_path(growth, &PayIndexRow::growth_per_year, year_start, context.problems());
  read_minimum_pay(context);
  read_prices(context);
  read_benefits(context);
  read_contracts(context);
  read_experience(context);
}

void read_law_tables(const TableContext& context) {
  Problems& problems = context.problems();
  const auto mortality = context.reader.read<MortalityRow>();
  if (mortality.complete)
    check_each_once(mortality.table, "sex", choices_of<agents::Sex>(), problems);
  for (const MortalityRow& row : mortality.rows) context.tables.mortality[row.sex] = row;
  const auto retirement = context.reader.read<RetirementRow>();
  if (retirement.complete)
    check_each_once(retirement.table, "group", choices_of<RetirementGroup>(), problems);
  for (const RetirementRow& row : retirement.rows)
    context.tables.retirement[index_of(row.group)] = row;
  const auto contributions = context.reader.read<RetirementContributionsRow>();
  context.tables.contribution_years =
      yearly_path(contributions, &RetirementContributionsRow::minimum_years, year_start, problems);
}

}  // namespace jtsim::configs
