// Laying the summary out as text.
#include "output/terminal_table.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "agents/states.hpp"
#include "base/text_width.hpp"
#include "output/table_text.hpp"
#include "output/urn_outcomes.hpp"

namespace jtsim::output {

namespace {

constexpr std::array<int, 6> shown_years{2020, 2025, 2030, 2035, 2050, 2060};
constexpr std::array<int, 2> shown_horizons{12, 60};
constexpr std::size_t value_columns = 18;
/// 亿元, and its English counterpart a hundred million yuan.
constexpr double yuan_per_unit = 1e8;
/// Shares below are not worth a line.
constexpr double least_share = 0.0005;

std::string percent(double share) { return fmt::format("{:.1f}%", 100 * share); }
std::string hundred_million(double yuan) { return fmt::format("{:.2f}", yuan / yuan_per_unit); }

using Format = std::string (*)(double);

/// A line of the means and, below it, one of the intervals; without values, a heading.
struct Row {
  std::string label;
  std::string means;
  std::string intervals;

  void add(const Statistics* s, Format format) {
    means += right(s == nullptr ? "-" : format(s->mean), value_columns);
    intervals += right(s == nullptr ? "" : format(s->q05) + "~" + format(s->q95), value_columns);
  }
  void add_title(std::string_view title) { means += right(title, value_columns); }
  std::string text(std::size_t label_columns) const {
    const std::string lines = line_of(label, means, label_columns);
    return intervals.empty() ? lines : lines + line_of("", intervals, label_columns);
  }
};

/// Every part is a heading line and rows; the columns of all parts stand below each other.
class Table {
 public:
  Table(const std::vector<NamedStatistics>& all, const Axes& axes, const TableStyle& style)
      : all_(all), style_(style), years_(years_of(axes)) {
    const auto& years = axes[Axis::year].numbers;
    if (!years.empty()) span_ = fmt::format("{}-{}", years.front(), years.back());
  }

  std::string text() const {
    const std::vector<Part> parts{headlines(), destinations(), spending()};
    std::size_t label_columns = 0;
    for (const Part& part : parts) {
      for (const Row& row : part.rows)
        label_columns = std::max(label_columns, text_width(row.label));
    }
    std::string text;
    for (const Part& part : parts) {
      if (part.rows.empty() && part.title.empty()) continue;
      if (!text.empty()) text += "\n";
      text += part.title;
      for (const Row& row : part.rows) text += row.text(label_columns);
    }
    return text;
  }

 private:
  struct Part {
    /// A line of its own, or empty.
    std::string title;
    std::vector<Row> rows;
  };

  static std::vector<int> years_of(const Axes& axes) {
    const auto& all = axes[Axis::stock_year].numbers;
    std::vector<int> years;
    for (const int year : all) {
      const bool is_shown = std::ranges::find(shown_years, year) != shown_years.end();
      if (is_shown || year == all.back()) years.push_back(year);
    }
    return years;
  }

  std::string say(const Label& label) const { return std::string(in(style_.language, label)); }

  Part headlines() const {
    if (years_.empty() || find(all_, fmt::format("headline.mining.{}", years_.front())) == nullptr)
      return {};
    Part part;
    part.title = say({"均值,下一行为90%区间\n", "Means, below them 90% intervals\n"});
    Row& heading = part.rows.emplace_back();
    heading.label = say({"年末人数", "Persons, year's end"});
    for (const int year : years_) heading.add_title(std::to_string(year));
    for (const agents::Headline group : all_of_enum<agents::Headline>()) {
      const std::string name = fmt::format("headline.{}", identifier(group));
      part.rows.push_back(over_years(say(label(group)), name, persons));
    }
    const std::string rate = "rate.registered_unemployment";
    if (find(all_, fmt::format("{}.{}", rate, years_.front())) != nullptr) {
      part.rows.push_back(
          over_years(say({"城镇登记失业率", "Registered unemployment"}), rate, percent));
    }
    return part;
  }

  Row over_years(std::string label, const std::string& name, Format format) const {
    Row row{std::move(label), {}, {}};
    for (const int year : years_) row.add(find(all_, fmt::format("{}.{}", name, year)), format);
    return row;
  }

  Part destinations() const {
    const Statistics* total = find(all_, "displaced.total");
    if (total == nullptr) return {};
    Part part;
    part.title = fmt::format("{} {}: {} ({}~{})\n", say({"被裁减(人次)", "Displacements (events)"}),
                             span_, persons(total->mean), persons(total->q05), persons(total->q95));
    if (total->mean <= 0) return part;
    Row& heading = part.rows.emplace_back();
    heading.label = say({"裁减后去向", "What became of them"});
    for (const int months : shown_horizons)
      heading.add_title(fmt::format("{} {}", months, say({"个月后", "months later"})));
    for (const agents::Destination kind : all_of_enum<agents::Destination>())
      add_destination(part, kind);
    return part;
  }

  void add_destination(Part& part, agents::Destination kind) const {
    Row row{say(label(kind)), {}, {}};
    double largest = 0;
    for (const int months : shown_horizons) {
      const Statistics* s =
          find(all_, fmt::format("destination_share.{}.{}", months, identifier(kind)));
      row.add(s, percent);
      if (s != nullptr) largest = std::max(largest, s->mean);
    }
    if (largest >= least_share) part.rows.push_back(std::move(row));
  }

  Part spending() const {
    Part part;
    for (const agents::Payer payer : all_of_enum<agents::Payer>()) {
      const Statistics* s = find(all_, fmt::format("spending.{}.{}", identifier(payer), span_));
      if (s == nullptr || s->q95 <= 0) continue;
      Row row{say(label(payer)), {}, {}};
      row.add(s, hundred_million);
      part.rows.push_back(std::move(row));
    }
    if (part.rows.empty()) return {};
    const std::string unit = fmt::format(
        fmt::runtime(say({"政策支出(亿元,{}年价)", "Spending, 100 million yuan of {}"})),
        style_.price_year);
    part.title = fmt::format("{} {}\n", unit, span_);
    return part;
  }

  const std::vector<NamedStatistics>& all_;
  TableStyle style_;
  std::vector<int> years_;
  std::string span_;
};

}  // namespace

std::string terminal_table(const std::vector<NamedStatistics>& all, const Axes& axes,
                           const TableStyle& style) {
  if (axes.size(Axis::step) > 0) return urn_table(all, axes, style.language);
  return Table(all, axes, style).text();
}

}  // namespace jtsim::output
