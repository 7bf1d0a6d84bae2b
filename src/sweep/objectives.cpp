// Finds outcomes by name and pattern.
#include "src/sweep/objectives.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "base/error.hpp"
#include "configs/problems.hpp"
#include "output/no_value.hpp"
#include "src/sweep/analyse.hpp"
#include "src/sweep/point.hpp"

namespace jtsim::app {

namespace {

using output::Objective;

[[noreturn]] void refuse(const char* option, const Sentence& what, const Sentence& allowed) {
  throw InputError(Problem{{.file = std::string(command_line)}, option, what, allowed});
}

/// A span of years as in "2021-2060", or one year.
struct Years {
  int first = 1;
  int last = 0;

  int count() const { return last - first + 1; }
};

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || at != end) return std::nullopt;
  return number;
}

std::optional<Years> years_after(std::string_view name, std::string_view start) {
  if (!name.starts_with(start)) return std::nullopt;
  name.remove_prefix(start.size());
  const std::size_t dash = name.find('-');
  const auto first = whole_number(name.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : whole_number(name.substr(dash + 1));
  if (!first || !last || *last < *first) return std::nullopt;
  return Years{*first, *last};
}

class Subject {
 public:
  explicit Subject(const std::vector<std::string>& names) : names_(names) {}

  void add_fitting(const std::string& pattern) {
    bool fits_any = false;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!fits(names_[i], pattern)) continue;
      fits_any = true;
      static_cast<void>(column({names_[i], {i}}));
    }
    if (fits_any) return;
    refuse("--outcomes",
           {tr("the sweep keeps no outcome {}"), configs::quoted_for_message(pattern)},
           configs::name_hint(pattern, names_));
  }

  void add_objective(const std::string& word) {
    std::string_view rest = word;
    Objective objective;
    const std::size_t colon = rest.rfind(':');
    if (colon != std::string_view::npos) {
      const std::string_view direction = rest.substr(colon + 1);
      if (direction != "more" && direction != "less")
        refuse("--objective", {tr("{} is unknown"), configs::quoted_for_message(direction)},
               tr("`:more` or `:less`"));
      objective.less_is_better = direction == "less";
      rest = rest.substr(0, colon);
    }
    const std::size_t equals = rest.find('=');
    objective.name = rest.substr(0, equals);
    if (equals != std::string_view::npos) rest = rest.substr(equals + 1);
    const std::vector<std::size_t> parts = parts_of(rest);
    const bool is_sum = parts.size() > 1;
    if (is_sum && position_of(objective.name) < names_.size())
      refuse("--objective",
             {tr("{} is the name of an outcome"), configs::quoted_for_message(objective.name)},
             tr("another name for the sum"));
    objective.outcome = column({is_sum ? objective.name : names_[parts.front()], parts});
    add(std::move(objective));
  }

  void add_usual_objectives() {
    add_usual(output::cost_objective, public_spending());
    add_usual(output::unemployment_objective, mean_over_years(output::unemployment_objective));
    add_usual(output::gap_objective, mean_over_years(output::gap_objective));
  }

  AnalysisSubject take() { return std::move(subject_); }

 private:
  std::size_t position_of(std::string_view name) const {
    return static_cast<std::size_t>(std::ranges::find(names_, name) - names_.begin());
  }

  std::vector<std::size_t> parts_of(std::string_view list) const {
    std::vector<std::size_t> parts;
    while (true) {
      const std::size_t comma = list.find(',');
      const std::string name(list.substr(0, comma));
      const std::size_t at = position_of(name);
      if (at == names_.size())
        refuse("--objective",
               {tr("the sweep keeps no outcome {}"), configs::quoted_for_message(name)},
               configs::name_hint(name, names_));
      parts.push_back(at);
      if (comma == std::string_view::npos) return parts;
      list.remove_prefix(comma + 1);
    }
  }

  /// Position of a column, which is added if there is none of its name.
  std::size_t column(OutcomeColumn column) {
    auto& columns = subject_.columns;
    const auto at = std::ranges::find(columns, column.name, &OutcomeColumn::name);
    const auto position = static_cast<std::size_t>(at - columns.begin());
    if (at == columns.end()) columns.push_back(std::move(column));
    return position;
  }

  void add(Objective objective) {
    if (std::ranges::find(subject_.objectives, objective.name, &Objective::name) !=
        subject_.objectives.end())
      refuse("--objective", {tr("{} is there twice"), configs::quoted_for_message(objective.name)},
             tr("a name of its own for each"));
    subject_.objectives.push_back(std::move(objective));
  }

  void add_usual(std::string_view name, std::optional<OutcomeColumn> found) {
    if (!found) {
      subject_.absent_objectives.emplace_back(name);
      return;
    }
    add({std::string(name), column(std::move(*found)), true, true});
  }

  std::optional<OutcomeColumn> public_spending() const {
    const std::string spending = output::usual_outcomes(output::cost_objective);
    Years longest;
    for (const std::string& name : names_) {
      const auto years = years_after(name, spending + "region.");
      if (years && years->count() > longest.count()) longest = *years;
    }
    OutcomeColumn sum{fmt::format("{}public.{}-{}", spending, longest.first, longest.last), {}};
    for (const char* payer : {"central", "region", "insurance_fund"}) {
      const std::size_t at =
          position_of(fmt::format("{}{}.{}-{}", spending, payer, longest.first, longest.last));
      if (at == names_.size()) return std::nullopt;
      sum.parts.push_back(at);
    }
    return sum;
  }

  /// Over the years in which there is an outcome of the objective; that outcome if it is one.
  std::optional<OutcomeColumn> mean_over_years(std::string_view objective) const {
    const std::string start = output::usual_outcomes(objective);
    OutcomeColumn mean{"", {}, true};
    Years all{std::numeric_limits<int>::max(), 0};
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const auto years = years_after(names_[i], start);
      if (!years || years->count() > 1) continue;
      mean.parts.push_back(i);
      all = {std::min(all.first, years->first), std::max(all.last, years->last)};
    }
    if (mean.parts.empty()) return std::nullopt;
    if (mean.parts.size() == 1) return OutcomeColumn{names_[mean.parts.front()], mean.parts};
    mean.name = fmt::format("{}{}-{}", start, all.first, all.last);
    return mean;
  }

  const std::vector<std::string>& names_;
  AnalysisSubject subject_;
};

}  // namespace

double OutcomeColumn::value_in(std::span<const double> outcomes) const {
  double sum = 0;
  for (const std::size_t part : parts) sum += outcomes[part];
  return is_mean ? sum / static_cast<double>(parts.size()) : sum;
}

AnalysisSubject subject_of(const std::vector<std::string>& names,
                           const std::vector<std::string>& patterns,
                           const std::vector<std::string>& objectives) {
  Subject subject(names);
  if (patterns.empty() && names.size() <= most_outcomes_unasked) subject.add_fitting("*");
  for (const std::string& pattern : patterns) subject.add_fitting(pattern);
  if (objectives.empty()) subject.add_usual_objectives();
  for (const std::string& objective : objectives) subject.add_objective(objective);
  AnalysisSubject found = subject.take();
  if (found.columns.empty())
    refuse("--outcomes", {tr("the sweep keeps {} outcomes, none of the usual ones"), names.size()},
           tr("name some, or all of them with '*'"));
  return found;
}

}  // namespace jtsim::app
