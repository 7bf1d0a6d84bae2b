// Laying findings out.
#include "src/validation/validation_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text_width.hpp"
#include "output/table_text.hpp"

namespace jtsim::app {

namespace {

constexpr std::size_t columns = 8;
using Cells = std::array<std::string, columns>;

std::string number(double value) { return fmt::format("{:.6g}", value); }

std::string interval(const Interval& interval) {
  if (interval.low == interval.high) return number(interval.low);
  return number(interval.low) + " .. " + number(interval.high);
}

/// Empty where all replicates agree up to the rounding of their mean.
std::string error_of(const Finding& f) {
  constexpr double rounding = 1e-12;
  if (!f.value || f.standard_error <= rounding * std::abs(*f.value)) return "";
  return "± " + fmt::format("{:.2g}", f.standard_error);
}

Cells cells_of(const Finding& f, Language language) {
  return {f.id,
          std::string(identifier(f.use)),
          f.value ? number(*f.value) : "-",
          error_of(f),
          f.spread ? interval(*f.spread) : "",
          interval(f.accepted) + (f.unit.empty() ? "" : " " + f.unit),
          std::string(in(language, label(f.verdict()))),
          in(language, f.what) + (f.value ? "" : " [" + in(language, f.note) + "]")};
}

Cells titles(Language language) {
  constexpr std::array<Label, columns> all{tr("id"),     tr("use"),      tr("value"),   tr("s.e."),
                                           tr("5%-95%"), tr("accepted"), tr("verdict"), tr("what")};
  Cells cells;
  for (std::size_t c = 0; c < columns; ++c) cells[c] = in(language, all[c]);
  return cells;
}

std::string text_of(const std::vector<Cells>& lines) {
  std::array<std::size_t, columns> widths{};
  for (const Cells& cells : lines) {
    for (std::size_t c = 0; c < columns; ++c)
      widths[c] = std::max(widths[c], text_width(cells[c]) + 2);
  }
  std::string text;
  for (const Cells& cells : lines) {
    std::string line;
    for (std::size_t c = 0; c + 1 < columns; ++c) line += output::padded(cells[c], widths[c]);
    text += line + cells.back() + "\n";
  }
  return text;
}

/// "V: 24 of 24 passed".
std::string totals(const Findings& findings, Language language) {
  std::string text;
  for (const Use use : all_of_enum<Use>()) {
    const std::size_t passed = count_of(findings, use, Verdict::pass);
    const std::size_t failed = count_of(findings, use, Verdict::fail);
    const std::size_t open = count_of(findings, use, Verdict::not_measured);
    if (passed + failed + open == 0) continue;
    text += fmt::format("{} ({}): {} {}, {} {}, {} {}\n", identifier(use), in(language, label(use)),
                        passed, in(language, label(Verdict::pass)), failed,
                        in(language, label(Verdict::fail)), open,
                        in(language, label(Verdict::not_measured)));
  }
  return text;
}

nlohmann::ordered_json number_or_null(std::optional<double> value) {
  if (!value) return nullptr;
  return *value;
}

}  // namespace

std::size_t count_of(const Findings& findings, Use use, Verdict verdict) {
  return static_cast<std::size_t>(std::ranges::count_if(findings, [&](const Finding& finding) {
    return finding.use == use && finding.verdict() == verdict;
  }));
}

std::string validation_table(const Findings& findings, Language language) {
  std::vector<Cells> lines{titles(language)};
  for (const Finding& finding : findings) lines.push_back(cells_of(finding, language));
  return text_of(lines) + "\n" + totals(findings, language);
}

std::string validation_markdown(const Findings& findings) {
  std::string text;
  const auto add = [&text](const Cells& cells) {
    for (const std::string& cell : cells) text += "| " + cell + " ";
    text += "|\n";
  };
  add(titles(Language::en));
  for (std::size_t c = 0; c < columns; ++c) text += "|---";
  text += "|\n";
  for (const Finding& finding : findings) add(cells_of(finding, Language::en));
  return text;
}

std::string validation_json(const Findings& findings) {
  auto list = nlohmann::ordered_json::array();
  for (const Finding& f : findings) {
    nlohmann::ordered_json row;
    row["id"] = f.id;
    row["use"] = identifier(f.use);
    row["what_zh"] = in(Language::zh, f.what);
    row["what_en"] = in(Language::en, f.what);
    row["unit"] = f.unit;
    row["value"] = number_or_null(f.value);
    row["standard_error"] = f.value ? nlohmann::ordered_json(f.standard_error) : nullptr;
    row["q05"] = f.spread ? nlohmann::ordered_json(f.spread->low) : nullptr;
    row["q95"] = f.spread ? nlohmann::ordered_json(f.spread->high) : nullptr;
    row["low"] = f.accepted.low;
    row["high"] = f.accepted.high;
    row["verdict"] = identifier(f.verdict());
    row["note"] = in(Language::en, f.note);
    list.push_back(std::move(row));
  }
  return list.dump(1) + "\n";
}

}  // namespace jtsim::app
