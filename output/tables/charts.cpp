// The list of charts, and finding their rows.
#include "output/tables/charts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

namespace jtsim::output {

namespace {

/// A column and what its cells must be; a star at the end stands for anything.
using Condition = std::pair<std::string_view, std::string_view>;

struct ChartPlan {
  std::string_view table;
  ChartKind kind;
  Label title;
  std::string_view categories;
  /// One series for each of its cells; empty: one for each of `values`.
  std::string_view series;
  std::array<std::string_view, 3> values;
  std::array<Condition, 4> where = {};
};

constexpr auto plans = std::to_array<ChartPlan>({
    {"persons_by_group",
     ChartKind::stacked_areas,
     tr("Where coal workers are at year's end (mean)"),
     "year",
     "headline",
     {"mean"}},
    {"displaced", ChartKind::band, tr("Displacements by year"), "year", "", {"mean", "q05", "q95"}},
    {"destinations",
     ChartKind::bars,
     tr("What became of the displaced (months after)"),
     "destination",
     "months",
     {"mean"},
     {{{"partition", "all"}}}},
    {"unemployment",
     ChartKind::band,
     tr("Registered unemployment"),
     "year",
     "",
     {"mean", "q05", "q95"},
     {{{"measure", "registered_unemployment"}}}},
    {"incomes",
     ChartKind::band,
     tr("Gini of incomes"),
     "year",
     "",
     {"mean", "q05", "q95"},
     {{{"partition", "all"}, {"measure", "gini"}}}},
    {"losses",
     ChartKind::bars,
     tr("Loss of income by age (present value)"),
     "group",
     "",
     {"mean"},
     {{{"league", "all"},
       {"measure", "share_of_shadow"},
       {"window", "present"},
       {"partition", "age_band"}}}},
    {"in_work",
     ChartKind::bars,
     tr("In work 60 months later by league"),
     "group",
     "",
     {"mean"},
     {{{"league", "all"}, {"months", "60"}, {"partition", "region"}}}},
    {"spending_by_payer",
     ChartKind::stacked_columns,
     tr("Spending by year and payer (mean)"),
     "year",
     "payer",
     {"mean"}},
    {"in_work_by_year",
     ChartKind::band,
     tr("In work in the region (policy less base)"),
     "year",
     "policy_run",
     {"difference", "low", "high"}},
    {"effects",
     ChartKind::bars,
     tr("Extra placed among the displaced"),
     "effect",
     "policy_run",
     {"difference"},
     {{{"effect", "displaced.in_work_*"}}}},
    {"effects",
     ChartKind::bars,
     tr("Change of spending"),
     "effect",
     "policy_run",
     {"difference"},
     {{{"effect", "spending.*"}}}},
    {"groups",
     ChartKind::bars,
     tr("Share in work 12 months later, difference by age"),
     "group",
     "policy_run",
     {"difference"},
     {{{"outcome", "in_work_12m"}, {"partition", "age_band"}}}},
    {"groups",
     ChartKind::bars,
     tr("Share in work 12 months later, difference by league"),
     "group",
     "policy_run",
     {"difference"},
     {{{"outcome", "in_work_12m"}, {"partition", "region"}}}},
    {"objectives",
     ChartKind::bars,
     tr("Public money, change from the first policy"),
     "policy",
     "",
     {"change"},
     {{{"objective", "cost"}}}},
    {"objectives",
     ChartKind::bars,
     tr("Unemployment, change from the first policy"),
     "policy",
     "",
     {"change"},
     {{{"objective", "unemployment"}}}},
    {"objectives",
     ChartKind::bars,
     tr("Gap of incomes, change from the first policy"),
     "policy",
     "",
     {"change"},
     {{{"objective", "gap"}}}},
    {"main_drivers",
     ChartKind::rows,
     tr("What moves public money (high less low end)"),
     "factor",
     "",
     {"change"},
     {{{"objective", "cost"}}}},
    {"main_drivers",
     ChartKind::rows,
     tr("What moves unemployment (high less low end)"),
     "factor",
     "",
     {"change"},
     {{{"objective", "unemployment"}}}},
    {"main_drivers",
     ChartKind::rows,
     tr("What moves the gap of incomes (high less low end)"),
     "factor",
     "",
     {"change"},
     {{{"objective", "gap"}}}},
});

bool fits(std::string_view text, std::string_view wanted) {
  if (wanted.ends_with('*')) return text.starts_with(wanted.substr(0, wanted.size() - 1));
  return text == wanted;
}

bool is_wanted(const Table& table, const Cells& row, const ChartPlan& plan) {
  for (const auto& [column, wanted] : plan.where) {
    if (!column.empty() && !fits(key_text(row[column_of(table, column)]), wanted)) return false;
  }
  return !key_text(row[column_of(table, plan.categories)]).empty();
}

/// Rows that follow each other and have one text in the column of series.
struct Block {
  std::string key;
  std::size_t first;
  std::size_t last;
};

/// Nothing if the rows of one series do not stand together.
std::vector<Block> blocks_of(const Table& table, const ChartPlan& plan) {
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (!is_wanted(table, table.rows[i], plan)) continue;
    const std::string key =
        plan.series.empty() ? "" : key_text(table.rows[i][column_of(table, plan.series)]);
    if (!blocks.empty() && blocks.back().key == key && blocks.back().last + 1 == i) {
      blocks.back().last = i;
    } else {
      if (std::ranges::find(blocks, key, &Block::key) != blocks.end()) return {};
      blocks.push_back({key, i, i});
    }
  }
  return blocks;
}

bool have_same_categories(const Table& table, const std::vector<Block>& blocks,
                          std::size_t column) {
  const auto text = [&](std::size_t row) { return key_text(table.rows[row][column]); };
  return std::ranges::all_of(blocks, [&](const Block& block) {
    if (block.last - block.first != blocks.front().last - blocks.front().first) return false;
    for (std::size_t i = 0; block.first + i <= block.last; ++i) {
      if (text(block.first + i) != text(blocks.front().first + i)) return false;
    }
    return true;
  });
}

Name name_of_block(const Table& table, const Block& block, std::string_view series) {
  const Cell& cell = table.rows[block.first][column_of(table, series)];
  if (const auto* name = std::get_if<Name>(&cell)) return *name;
  return {block.key, block.key, block.key};
}

/// By the column of figures, the block of rows, or both where there are several of each.
Name name_of_series(const Table& table, const Block& block, const ChartPlan& plan,
                    std::size_t column) {
  const Name figure = named(table.columns[column].id, table.columns[column].heading);
  if (plan.series.empty()) return figure;
  Name rows = name_of_block(table, block, plan.series);
  if (plan.values[1].empty()) return rows;
  return {rows.id + " " + figure.id, rows.label_zh + " " + figure.label_zh,
          rows.label_en + " " + figure.label_en};
}

std::optional<Chart> chart_of(const TableBook& book, const ChartPlan& plan) {
  const auto found = std::ranges::find(book.tables, plan.table, &Table::id);
  if (found == book.tables.end()) return std::nullopt;
  const Table& table = *found;
  const std::vector<Block> blocks = blocks_of(table, plan);
  const std::size_t categories = column_of(table, plan.categories);
  if (blocks.empty() || !have_same_categories(table, blocks, categories)) return std::nullopt;
  Chart chart{plan.kind,  plan.title, static_cast<std::size_t>(found - book.tables.begin()),
              categories, {},         Unit::number};
  for (const Block& block : blocks) {
    for (const std::string_view value : plan.values) {
      if (value.empty()) continue;
      const std::size_t column = column_of(table, value);
      chart.series.push_back(
          {name_of_series(table, block, plan, column), column, block.first, block.last});
      if (const auto* figure = std::get_if<Figure>(&table.rows[block.first][column]))
        chart.unit = figure->unit;
    }
  }
  return chart;
}

}  // namespace

void add_charts(TableBook& book) {
  for (const ChartPlan& plan : plans) {
    if (std::optional<Chart> chart = chart_of(book, plan)) book.charts.push_back(std::move(*chart));
  }
}

}  // namespace jtsim::output
