// The distribution of a December's incomes as measures.
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

/// Persons below the line by the groups of an axis, or altogether.
std::vector<std::int64_t> below_line(const Census& census, std::span<const Axis> kept,
                                     std::size_t groups) {
  std::vector<std::int64_t> sums(groups * enum_size<IncomeQuantity>, 0);
  sum_incomes(census, kept, sums);
  std::vector<std::int64_t> below(groups);
  for (std::size_t g = 0; g < groups; ++g) {
    below[g] =
        sums[g * enum_size<IncomeQuantity> + index_of(IncomeQuantity::below_assistance_line)];
  }
  return below;
}

}  // namespace

void fill_inequality(const Moment& moment, std::span<double> out) {
  constexpr std::size_t quantities = enum_size<InequalityQuantity>;
  const Census& census = *moment.census;
  write(census.distribution.all(), below_line(census, {}, 1).front(),
        out.subspan(index_of(Population::below_pension) * quantities, quantities));
  write(census.pensions.distribution, census.pensions.below_line,
        out.subspan(index_of(Population::retired) * quantities, quantities));
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
  for (const Partition partition : all_of_enum<Partition>()) {
    const TheilParts parts = theil_parts(moment.census->distribution.by(partition));
    out[index_of(partition) * count + index_of(TheilPart::within)] = parts.within;
    out[index_of(partition) * count + index_of(TheilPart::between)] = parts.between;
  }
}

void copy_inequality(const Moment& moment, Partition partition, std::span<double> out) {
  constexpr std::size_t quantities = enum_size<InequalityQuantity>;
  const auto groups = moment.census->distribution.by(partition);
  const Axis axis = axis_of(partition);
  const auto below = below_line(*moment.census, {&axis, 1}, groups.size());
  for (std::size_t g = 0; g < groups.size(); ++g) {
    write(groups[g], below[g], out.subspan(g * quantities, quantities));
  }
}

void copy_lorenz(const Moment& moment, Partition partition, std::span<double> out) {
  constexpr std::size_t points = lorenz_percents.size();
  const auto groups = moment.census->distribution.by(partition);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    write_lorenz(groups[g], out.subspan(g * points, points));
  }
}

}  // namespace jtsim::output
