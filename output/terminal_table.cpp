// Laying the summary out as text.
#include "output/terminal_table.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "agents/states.hpp"

namespace jtsim::output {

namespace {

constexpr std::array<int, 6> shown_years{2020, 2025, 2030, 2035, 2050, 2060};
constexpr std::array<int, 2> shown_horizons{12, 60};
constexpr std::size_t label_columns = 26;
constexpr std::size_t value_columns = 18;
/// 亿元, and its English counterpart a hundred million yuan.
constexpr double yuan_per_unit = 1e8;
/// Shares below are not worth a line.
constexpr double least_share = 0.0005;

std::string padded(std::string_view text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return std::string(text) + std::string(width < columns ? columns - width : 1, ' ');
}

std::string right(std::string_view text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return std::string(width < columns ? columns - width : 1, ' ') + std::string(text);
}

/// 123,456
std::string persons(double value) {
  std::string digits = fmt::format("{:.0f}", value);
  const std::size_t first = digits.front() == '-' ? 1 : 0;
  for (std::size_t i = digits.size(); i > first + 3;) {
    i -= 3;
    digits.insert(i, ",");
  }
  return digits;
}

std::string percent(double share) { return fmt::format("{:.1f}%", 100 * share); }
std::string hundred_million(double yuan) { return fmt::format("{:.2f}", yuan / yuan_per_unit); }

using Format = std::string (*)(double);

/// The mean above, the interval below; a line for each.
struct TwoLines {
  std::string mean;
  std::string interval;

  void add(const Statistics* s, Format format) {
    mean += right(s == nullptr ? "-" : format(s->mean), value_columns);
    interval += right(s == nullptr ? "" : format(s->q05) + "~" + format(s->q95), value_columns);
  }
  std::string text(std::string_view label) const {
    return padded(label, label_columns) + mean + "\n" + padded("", label_columns) + interval + "\n";
  }
};

class Table {
 public:
  Table(const std::vector<NamedStatistics>& all, const Axes& axes, Language language)
      : all_(all), language_(language) {
    for (const int year : axes[Axis::stock_year].numbers) {
      if (std::ranges::find(shown_years, year) != shown_years.end()) years_.push_back(year);
    }
    if (years_.empty() && axes.size(Axis::stock_year) > 0) years_ = axes[Axis::stock_year].numbers;
    if (!axes[Axis::year].numbers.empty()) {
      span_ =
          fmt::format("{}-{}", axes[Axis::year].numbers.front(), axes[Axis::year].numbers.back());
    }
  }

  std::string text() const { return headlines() + destinations() + spending(); }

 private:
  std::string say(const Label& label) const { return std::string(in(language_, label)); }

  std::string headlines() const {
    if (years_.empty() || find(all_, fmt::format("headline.mining.{}", years_.front())) == nullptr)
      return {};
    std::string text =
        padded(say({"年末人数(均值,90%区间)", "Persons, year's end"}), label_columns);
    for (const int year : years_) text += right(std::to_string(year), value_columns);
    text += "\n";
    for (const agents::Headline group : all_of_enum<agents::Headline>()) {
      TwoLines lines;
      for (const int year : years_) {
        lines.add(find(all_, fmt::format("headline.{}.{}", identifier(group), year)), persons);
      }
      text += lines.text(in(language_, label(group)));
    }
    const auto rate_of = [this](int year) {
      return find(all_, fmt::format("rate.registered_unemployment.{}", year));
    };
    if (rate_of(years_.front()) == nullptr) return text;
    TwoLines rate;
    for (const int year : years_) rate.add(rate_of(year), percent);
    return text + rate.text(say({"城镇登记失业率", "Registered unemployment"}));
  }

  std::string destinations() const {
    const Statistics* total = find(all_, "displaced.total");
    if (total == nullptr) return {};
    std::string text =
        fmt::format("\n{} {}: {} ({}~{})\n", say({"被裁减者(人次)", "Displaced"}), span_,
                    persons(total->mean), persons(total->q05), persons(total->q95));
    if (total->mean <= 0) return text;
    text += padded(say({"裁减后去向", "What became of them"}), label_columns);
    for (const int months : shown_horizons) {
      text += right(fmt::format("{} {}", months, say({"个月后", "months later"})), value_columns);
    }
    text += "\n";
    for (const agents::Destination kind : all_of_enum<agents::Destination>())
      text += destination(kind);
    return text;
  }

  std::string destination(agents::Destination kind) const {
    TwoLines lines;
    double largest = 0;
    for (const int months : shown_horizons) {
      const Statistics* s =
          find(all_, fmt::format("destination_share.{}.{}", months, identifier(kind)));
      lines.add(s, percent);
      if (s != nullptr) largest = std::max(largest, s->mean);
    }
    return largest < least_share ? std::string() : lines.text(in(language_, label(kind)));
  }

  std::string spending() const {
    std::string text;
    for (const agents::Payer payer : all_of_enum<agents::Payer>()) {
      const Statistics* s = find(all_, fmt::format("spending.{}.{}", identifier(payer), span_));
      if (s == nullptr || s->q95 <= 0) continue;
      TwoLines lines;
      lines.add(s, hundred_million);
      text += lines.text(in(language_, label(payer)));
    }
    if (text.empty()) return {};
    const std::string title =
        say({"政策支出(亿元,2020年价)", "Spending, 100 million yuan of 2020"});
    return fmt::format("\n{} {}\n{}", title, span_, text);
  }

  const std::vector<NamedStatistics>& all_;
  Language language_;
  std::vector<int> years_;
  std::string span_;
};

/// East Asian wide characters as far as our labels use them: CJK symbols, ideographs, full-width
/// forms.
bool is_wide(std::uint32_t code) {
  return (code >= 0x2E80 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
         (code >= 0xFF00 && code <= 0xFF60) || (code >= 0x20000 && code <= 0x3FFFD);
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::uint32_t code = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k) {
      code = (code << 6) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
    }
    width += is_wide(code) ? std::size_t{2} : std::size_t{1};
    i += length;
  }
  return width;
}

std::string terminal_table(const std::vector<NamedStatistics>& all, const Axes& axes,
                           Language language) {
  return Table(all, axes, language).text();
}

}  // namespace jtsim::output
