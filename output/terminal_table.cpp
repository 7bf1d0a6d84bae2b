// Laying the summary out as text.
#include "output/terminal_table.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "agents/states.hpp"
#include "output/distribution_table.hpp"
#include "output/table_text.hpp"
#include "output/urn_outcomes.hpp"

namespace jtsim::output {

namespace {

constexpr std::array<int, 6> shown_years{2020, 2025, 2030, 2035, 2050, 2060};
constexpr std::array<int, 2> shown_horizons{12, 60};
/// Shares below are not worth a line.
constexpr double least_share = 0.0005;

std::string hundred_million(double yuan) {
  return fmt::format("{:.2f}", yuan / yuan_per_large_unit);
}

/// Every part is a heading line and rows.
class Table {
 public:
  Table(const std::vector<NamedStatistics>& all, const Axes& axes, const TableStyle& style)
      : all_(all), axes_(axes), style_(style), years_(years_of(axes)) {
    const auto& years = axes[Axis::year].numbers;
    if (!years.empty()) span_ = fmt::format("{}-{}", years.front(), years.back());
  }

  std::string text() const {
    return text_of({headlines(), destinations(), who_bears_it(all_, axes_, style_), spending(),
                    target_table(all_, style_)});
  }

 private:
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

  TablePart headlines() const {
    if (years_.empty() || find(all_, fmt::format("headline.mining.{}", years_.front())) == nullptr)
      return {};
    TablePart part;
    const bool is_single =
        std::isnan(find(all_, fmt::format("headline.mining.{}", years_.front()))->standard_error);
    part.title = is_single ? say(tr("One replicate, hence no intervals\n"))
                           : say(tr("Means, below them 90% intervals\n"));
    TableRow& heading = part.rows.emplace_back();
    heading.label = say(tr("Persons, year's end"));
    for (const int year : years_) heading.add_title(std::to_string(year));
    for (const agents::Headline group : all_of_enum<agents::Headline>()) {
      const std::string name = fmt::format("headline.{}", identifier(group));
      part.rows.push_back(over_years(say(label(group)), name, persons));
    }
    const std::string rate = "rate.registered_unemployment";
    if (find(all_, fmt::format("{}.{}", rate, years_.front())) != nullptr) {
      part.rows.push_back(over_years(say(tr("Registered unemployment")), rate, percent_text));
    }
    add_inequality(part);
    return part;
  }

  void add_inequality(TablePart& part) const {
    if (find(all_, fmt::format("inequality.gini.{}", years_.front())) == nullptr) return;
    part.rows.push_back(over_years(say(tr("Gini of incomes")), "inequality.gini",
                                   [](double gini) { return fmt::format("{:.3f}", gini); }));
    part.rows.push_back(over_years(say(tr("Below assistance line")),
                                   "inequality.below_assistance_line", percent_text));
  }

  TableRow over_years(std::string label, const std::string& name, Format format) const {
    TableRow row{std::move(label), {}, {}};
    for (const int year : years_) row.add(find(all_, fmt::format("{}.{}", name, year)), format);
    return row;
  }

  TablePart destinations() const {
    const Statistics* total = find(all_, "displaced.total");
    if (total == nullptr) return {};
    TablePart part;
    const std::string events = say(tr("Displacements (events)"));
    part.title =
        std::isnan(total->standard_error)
            ? fmt::format(fmt::runtime(say(tr("{} {}: {}\n"))), events, span_, persons(total->mean))
            : fmt::format(fmt::runtime(say(tr("{} {}: {} ({}~{})\n"))), events, span_,
                          persons(total->mean), persons(total->q05), persons(total->q95));
    if (total->mean <= 0) return part;
    TableRow& heading = part.rows.emplace_back();
    heading.label = say(tr("What became of them"));
    for (const int months : shown_horizons)
      heading.add_title(fmt::format("{} {}", months, say(tr("months later"))));
    for (const agents::Destination kind : all_of_enum<agents::Destination>())
      add_destination(part, kind);
    if (part.rows.size() == 1) {
      part.rows.clear();
      part.note = is_any_observed()
                      ? say(tr("Too few persons to tell what became of them\n"))
                      : fmt::format(fmt::runtime(say(tr("Nobody was observed for {} months after "
                                                        "displacement\n"))),
                                    shown_horizons.front());
    }
    return part;
  }

  /// Has somebody reached a horizon that is shown?
  bool is_any_observed() const {
    return std::ranges::any_of(shown_horizons, [&](int months) {
      return std::ranges::any_of(all_of_enum<agents::Destination>(), [&](agents::Destination kind) {
        const auto name = fmt::format("destination_share.{}.{}", months, identifier(kind));
        return kind != agents::Destination::censored && find(all_, name) != nullptr;
      });
    });
  }

  void add_destination(TablePart& part, agents::Destination kind) const {
    TableRow row{say(label(kind)), {}, {}};
    double largest = 0;
    for (const int months : shown_horizons) {
      const Statistics* s =
          readable(all_, fmt::format("destination_share.{}.{}", months, identifier(kind)));
      row.add(s, percent_text);
      if (s != nullptr) largest = std::max(largest, s->mean);
    }
    if (largest >= least_share) part.rows.push_back(std::move(row));
  }

  TablePart spending() const {
    TablePart part;
    for (const agents::Payer payer : all_of_enum<agents::Payer>()) {
      const Statistics* s = find(all_, fmt::format("spending.{}.{}", identifier(payer), span_));
      if (s == nullptr || s->q95 <= 0) continue;
      TableRow row{say(label(payer)), {}, {}};
      row.add(s, hundred_million);
      part.rows.push_back(std::move(row));
    }
    if (part.rows.empty()) return {};
    const std::string unit =
        fmt::format(fmt::runtime(say(tr("Spending, 100 million yuan of {}"))), style_.price_year);
    part.title = fmt::format("{} {}\n", unit, span_);
    return part;
  }

  const std::vector<NamedStatistics>& all_;
  const Axes& axes_;
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
