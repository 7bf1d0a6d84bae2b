// The distribution of a December's incomes as measures.
#include <algorithm>

#include "output/fills.hpp"

namespace jtsim::output {

namespace {

constexpr double not_defined = fill_value<double>;

/// Writes the measures of one group; `below_line` is a number of persons.
void write(const Distribution& incomes, std::int64_t below_line, std::span<double> row) {
  const auto set = [&](InequalityQuantity quantity, double value) {
    row[index_of(quantity)] = value;
  };
  set(InequalityQuantity::persons, incomes.weight());
  set(InequalityQuantity::mean_fen, incomes.mean());
  set(InequalityQuantity::gini, incomes.gini());
  set(InequalityQuantity::theil, incomes.theil());
  set(InequalityQuantity::p10_fen, incomes.quantile(percent_index(10)));
  set(InequalityQuantity::p50_fen, incomes.quantile(percent_index(50)));
  set(InequalityQuantity::p90_fen, incomes.quantile(percent_index(90)));
  set(InequalityQuantity::p90_p10, incomes.p90_p10());
  set(InequalityQuantity::palma, incomes.palma());
  set(InequalityQuantity::below_assistance_line,
      incomes.weight() > 0 ? static_cast<double>(below_line) / incomes.weight() : not_defined);
}

void write_lorenz(const Distribution& incomes, std::span<double> row) {
  for (std::size_t k = 0; k < lorenz_percents.size(); ++k) row[k] = incomes.lorenz(k);
}

/// The sums of incomes of a partition's groups, or of all.
std::vector<Census::Income> sums_of(const Census& census, std::span<const Axis> kept,
                                    std::size_t groups) {
  constexpr std::size_t quantities = enum_size<IncomeQuantity>;
  std::vector<std::int64_t> sums(groups * quantities, 0);
  sum_incomes(census, kept, sums);
  std::vector<Census::Income> rows(groups);
  for (std::size_t i = 0; i < sums.size(); ++i)
    rows[i / quantities].values[i % quantities] = sums[i];
  return rows;
}

std::vector<Census::Income> sums_by(const Moment& moment, Partition partition) {
  const Axis axis = axis_of(partition);
  return sums_of(*moment.census, {&axis, 1}, moment.axes.size(axis));
}

/// What is known of a group whose distribution was not taken.
void write(const Census::Income& sums, std::span<double> row) {
  std::ranges::fill(row, not_defined);
  const auto persons = static_cast<double>(sums[IncomeQuantity::persons]);
  row[index_of(InequalityQuantity::persons)] = persons;
  if (persons <= 0) return;
  row[index_of(InequalityQuantity::mean_fen)] =
      static_cast<double>(sums[IncomeQuantity::income_fen]) / persons;
  row[index_of(InequalityQuantity::below_assistance_line)] =
      static_cast<double>(sums[IncomeQuantity::below_assistance_line]) / persons;
}

}  // namespace

void fill_inequality(const Moment& moment, std::span<double> out) {
  constexpr std::size_t quantities = enum_size<InequalityQuantity>;
  const Census& census = *moment.census;
  write(census.distribution.all(),
        sums_of(census, {}, 1).front()[IncomeQuantity::below_assistance_line],
        out.subspan(index_of(Population::below_pension) * quantities, quantities));
  const auto retired = out.subspan(index_of(Population::retired) * quantities, quantities);
  std::ranges::fill(retired, not_defined);
  if (census.is_broken_down)
    write(census.pensions.distribution, census.pensions.below_line, retired);
}

void fill_lorenz(const Moment& moment, std::span<double> out) {
  constexpr std::size_t points = lorenz_percents.size();
  write_lorenz(moment.census->distribution.all(),
               out.subspan(index_of(Population::below_pension) * points, points));
  write_lorenz(moment.census->pensions.distribution,
               out.subspan(index_of(Population::retired) * points, points));
}

void fill_theil_parts(const Moment& moment, std::span<double> out) {
  constexpr std::size_t count = enum_size<TheilPart>;
  const double theil = moment.census->distribution.all().theil();
  for (const Partition partition : all_of_enum<Partition>()) {
    std::vector<GroupSum> groups;
    for (const Census::Income& sums : sums_by(moment, partition)) {
      groups.push_back({static_cast<double>(sums[IncomeQuantity::persons]),
                        static_cast<double>(sums[IncomeQuantity::income_fen])});
    }
    const TheilParts parts = theil_parts(theil, groups);
    out[index_of(partition) * count + index_of(TheilPart::within)] = parts.within;
    out[index_of(partition) * count + index_of(TheilPart::between)] = parts.between;
  }
}

void copy_inequality(const Moment& moment, Partition partition, std::span<double> out) {
  constexpr std::size_t quantities = enum_size<InequalityQuantity>;
  const std::vector<Census::Income> sums = sums_by(moment, partition);
  const auto groups = moment.census->distribution.by(partition);
  for (std::size_t g = 0; g < sums.size(); ++g) {
    const auto row = out.subspan(g * quantities, quantities);
    if (moment.census->is_broken_down) {
      write(groups[g], sums[g][IncomeQuantity::below_assistance_line], row);
    } else {
      write(sums[g], row);
    }
  }
}

void copy_lorenz(const Moment& moment, Partition partition, std::span<double> out) {
  constexpr std::size_t points = lorenz_percents.size();
  std::ranges::fill(out, not_defined);
  const auto groups = moment.census->distribution.by(partition);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    write_lorenz(groups[g], out.subspan(g * points, points));
  }
}

}  // namespace jtsim::output
