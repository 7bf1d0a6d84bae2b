// Adds arrays up along the axes that a table does not keep.
#include "output/tables/array_tables.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "output/summary.hpp"
#include "output/tables/outcome_tables.hpp"

namespace jtsim::output {

namespace {

enum class Months : std::uint8_t { all, decembers };
enum class Zeros : std::uint8_t { kept, left_out };

/// One table of an array: the axes it keeps are its keys, the others are summed.
struct ArrayPlan {
  std::string_view id;
  Label name;
  Label meaning;
  std::string_view series;
  AxisList keys;
  Unit unit;
  /// Units of the table per unit of the array.
  double scale = 1;
  /// Of an array by month.
  Months months = Months::all;
  /// Of an array by horizon: month 0 alone.
  bool at_displacement = false;
  /// Rows that are 0 in every replicate.
  Zeros zeros = Zeros::kept;
};

constexpr double yuan_per_fen = 0.01;

constexpr auto plans = std::to_array<ArrayPlan>({
    {"persons_by_month",
     tr("Persons by month"),
     tr("persons in every state at months' ends"),
     "stock",
     {Axis::state, Axis::time},
     Unit::persons},
    {"persons_by_league",
     tr("Persons by league"),
     tr("persons by league and state in December"),
     "stock",
     {Axis::region, Axis::state, Axis::time},
     Unit::persons,
     1,
     Months::decembers},
    {"displaced_by_league",
     tr("Displacements by league"),
     tr("displacement events by league and year"),
     "destination_by_region",
     {Axis::region, Axis::displaced_year},
     Unit::events,
     1,
     Months::all,
     true},
    {"flows",
     tr("Flows"),
     tr("moves between states by year; those that never happen are left out"),
     "flow",
     {Axis::from_state, Axis::to_state, Axis::year},
     Unit::events,
     1,
     Months::all,
     false,
     Zeros::left_out},
    {"policies_by_year",
     tr("Policies by year"),
     tr("counts of policies by year; work counts stand in the year of serving and are empty where "
        "the horizon is not reached"),
     "policy_count",
     {Axis::policy, Axis::counter, Axis::year},
     Unit::events},
    {"spending_by_payer",
     tr("Spending by year"),
     tr("spending by payer and year"),
     "policy_spending",
     {Axis::payer, Axis::year},
     Unit::yuan,
     yuan_per_fen},
    {"spending_by_policy",
     tr("Spending by policy"),
     tr("spending by policy, payer and year; what is always 0 is left out"),
     "policy_spending",
     {Axis::policy, Axis::payer, Axis::year},
     Unit::yuan,
     yuan_per_fen,
     Months::all,
     false,
     Zeros::left_out},
    {"budgets",
     tr("Budgets"),
     tr("budget, reserved and spent by line and year; a budget without limit is empty"),
     "budget_line",
     {Axis::line, Axis::quantity, Axis::year},
     Unit::yuan,
     yuan_per_fen},
});

using Index = std::vector<std::size_t>;

/// The rows of one table in the making.
class Sums {
 public:
  Sums(const ArrayPlan& plan, const StoredArrays& arrays, const Layout::Entry& entry)
      : plan_(plan), axes_(arrays.axes()), kept_(entry.series->axes), shape_(entry.shape) {
    keep_positions();
    std::size_t rows = 1;
    for (const Axis axis : plan.keys) rows *= extent(axis);
    sums_.assign(rows, std::vector<std::optional<std::int64_t>>(arrays.replicates()));
  }

  void add(std::span<const std::int64_t> numbers, std::size_t replicate) {
    Index index(shape_.size(), 0);
    for (const std::int64_t number : numbers) {
      if (const std::optional<std::size_t> row = row_of(index)) {
        std::optional<std::int64_t>& sum = sums_[*row][replicate];
        if (number != fill_value<std::int64_t> && number != fill_value<std::int32_t>)
          sum = sum.value_or(0) + number;
      }
      advance(index);
    }
  }

  Table table() const {
    Table table{.id = std::string(plan_.id),
                .name = plan_.name,
                .meaning = plan_.meaning,
                .columns{},
                .rows{}};
    for (const Axis axis : plan_.keys) table.columns.push_back(key_column(axis));
    for (Column& column : figure_columns()) {
      if (column.id != "below_minimum_group") table.columns.push_back(std::move(column));
    }
    Index key(plan_.keys.size(), 0);
    for (const auto& values : sums_) {
      if (plan_.zeros == Zeros::kept || is_anything(values)) table.rows.push_back(row(key, values));
      for (std::size_t k = key.size(); k-- > 0;) {
        if (++key[k] < extent(plan_.keys.axes[k])) break;
        key[k] = 0;
      }
    }
    return table;
  }

 private:
  static bool is_anything(const std::vector<std::optional<std::int64_t>>& values) {
    return std::ranges::any_of(values, [](const auto& v) { return v.value_or(0) != 0; });
  }

  bool takes_decembers(Axis axis) const {
    return axis == Axis::time && plan_.months == Months::decembers;
  }

  /// Months of the array that an axis of the table has.
  std::size_t extent(Axis axis) const {
    if (takes_decembers(axis)) return axes_.size(Axis::stock_year);
    return axes_.size(axis);
  }

  void keep_positions() {
    for (const Axis axis : plan_.keys) {
      const auto at = std::ranges::find(kept_, axis);
      positions_.push_back(static_cast<std::size_t>(at - kept_.begin()));
    }
    const auto horizon = std::ranges::find(kept_, Axis::horizon);
    if (plan_.at_displacement) horizon_ = static_cast<std::size_t>(horizon - kept_.begin());
  }

  /// The row that an element counts in; nothing if it counts in none.
  std::optional<std::size_t> row_of(const Index& index) const {
    if (horizon_ && index[*horizon_] != 0) return std::nullopt;
    std::size_t row = 0;
    for (std::size_t k = 0; k < positions_.size(); ++k) {
      const Axis axis = plan_.keys.axes[k];
      std::size_t at = index[positions_[k]];
      if (takes_decembers(axis)) {
        const Month month = axes_.start() + static_cast<int>(at);
        if (!month.is_year_end()) return std::nullopt;
        at = axes_.stock_year_index(month);
      }
      row = row * extent(axis) + at;
    }
    return row;
  }

  void advance(Index& index) const {
    for (std::size_t k = index.size(); k-- > 0;) {
      if (++index[k] < shape_[k]) return;
      index[k] = 0;
    }
  }

  Column key_column(Axis axis) const {
    if (takes_decembers(axis)) return {"year", label(Axis::year), ColumnKind::key};
    if (axis == Axis::time) return {"month", label(Axis::time), ColumnKind::key};
    const bool is_named = !axes_[axis].names.empty();
    return {std::string(identifier(axis)), label(axis),
            is_named ? ColumnKind::name : ColumnKind::key};
  }

  Cell key_cell(Axis axis, std::size_t at) const {
    if (takes_decembers(axis)) return std::int64_t{axes_[Axis::stock_year].numbers[at]};
    if (axis == Axis::time) return axes_.start() + static_cast<int>(at);
    const Coordinate& coordinate = axes_[axis];
    if (coordinate.names.empty()) return std::int64_t{coordinate.numbers[at]};
    return coordinate.names[at];
  }

  Cells row(const Index& key, const std::vector<std::optional<std::int64_t>>& values) const {
    Cells row;
    for (std::size_t k = 0; k < key.size(); ++k)
      row.push_back(key_cell(plan_.keys.axes[k], key[k]));
    row.emplace_back(plan_.unit);
    std::vector<double> known;
    for (const auto& value : values) {
      if (value) known.push_back(static_cast<double>(*value) * plan_.scale);
    }
    const std::size_t missing = values.size() - known.size();
    constexpr std::size_t figures = 5;
    if (known.empty()) {
      row.insert(row.end(), figures, Figure{});
    } else {
      const Statistics s = statistics_of(std::move(known));
      for (const double value : {s.mean, s.standard_error, s.q05, s.q50, s.q95})
        row.emplace_back(Figure{value, plan_.unit});
    }
    row.push_back(missing > 0 ? Cell(static_cast<std::int64_t>(missing)) : Cell());
    return row;
  }

  const ArrayPlan& plan_;
  const Axes& axes_;
  AxisList kept_;
  std::vector<std::size_t> shape_;
  /// Of the table's keys among the array's axes.
  std::vector<std::size_t> positions_;
  std::optional<std::size_t> horizon_;
  /// [row][replicate]; nothing where nothing is known.
  std::vector<std::vector<std::optional<std::int64_t>>> sums_;
};

}  // namespace

std::vector<Table> array_tables(const StoredArrays& arrays) {
  std::vector<Table> tables;
  for (const ArrayPlan& plan : plans) {
    const std::string series(plan.series);
    const StoredArray array = arrays.integers(series);
    if (array.empty()) continue;
    const Layout& layout = arrays.layout();
    Sums sums(plan, arrays, layout.entries()[layout.find(series)]);
    for (std::size_t r = 0; r < arrays.replicates(); ++r) sums.add(array.of(r), r);
    tables.push_back(sums.table());
  }
  return tables;
}

}  // namespace jtsim::output
