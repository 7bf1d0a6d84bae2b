// Laying a comparison out as text.
#include "output/comparison_table.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text_width.hpp"
#include "output/comparison_sentences.hpp"
#include "output/table_text.hpp"

namespace jtsim::output {

namespace {

constexpr std::size_t value_columns = 16;
constexpr std::size_t interval_columns = 26;
/// Of what rests on few persons.
constexpr const char* mark = " *";

/// A row of cells behind a label.
struct Line {
  std::string label;
  std::string cells;
};

std::string text_of(const std::vector<Line>& lines) {
  std::size_t columns = 0;
  for (const Line& line : lines) columns = std::max(columns, text_width(line.label));
  std::string text;
  for (const Line& line : lines) text += line_of(line.label, line.cells, columns);
  return text;
}

/// The text of one policy run.
class RunText {
 public:
  RunText(const ComparisonPlan& plan, const ComparedRun& run, const SideStatistics& statistics,
          Language language)
      : plan_(plan), run_(run), statistics_(statistics), language_(language) {}

  std::string text() const {
    std::string text = heading() + "\n" + effects() + "\n";
    for (const std::string& sentence : sentences_of(plan_, run_, statistics_, language_))
      text += sentence + "\n";
    return text + "\n" + groups();
  }

 private:
  std::string say(const Label& label) const { return std::string(in(language_, label)); }
  std::string listing() const { return say(tr("list", ", ")); }

  std::string heading() const {
    std::string text = fmt::format(
        fmt::runtime(say(tr("{} against {}: {} pairs of replicates, seed {}, 90% intervals\n"))),
        run_.name, plan_.base.name, plan_.replicates.count, plan_.seed);
    for (const auto change : all_of_enum<configs::PolicyChange>()) {
      std::string names;
      for (const configs::ChangedPolicy& policy : run_.differences.policies) {
        if (policy.change == change) names += (names.empty() ? "" : listing()) + policy.name;
      }
      if (!names.empty())
        text +=
            say(tr("Policies ")) + say(label(change)) + say(tr("punctuation", ": ")) + names + "\n";
    }
    if (run_.differences.policies.empty()) text += say(tr("No policy differs\n"));
    return text + keys(tr("Budgets and cascade that differ: "), run_.differences.means) +
           keys(tr("Other differences (effects are not those of policies alone): "),
                run_.differences.others);
  }

  std::string keys(const Label& title, const std::vector<std::string>& differences) const {
    std::string names;
    for (const std::string& key : differences) names += (names.empty() ? "" : listing()) + key;
    return names.empty() ? names : say(title) + names + "\n";
  }

  std::string effects() const {
    std::vector<Line> lines{{fmt::format(fmt::runtime(say(tr("Money in 100 million yuan of {}, per "
                                                             "person in yuan"))),
                                         plan_.price_year),
                             right(say(tr("base")), value_columns) +
                                 right(say(tr("policy")), value_columns) +
                                 right(say(tr("difference")), value_columns) +
                                 right(say(tr("90% interval")), interval_columns) +
                                 right(say(tr("independent")), value_columns)}};
    bool any_small = false;
    for (std::size_t i = 0; i < all_effects().size(); ++i) {
      const Effect& effect = all_effects()[i];
      const EffectStatistics& s = statistics_.effects[i];
      if (s.difference.replicates == 0) continue;
      const bool is_small = statistics_.effect_bases[i].is_small;
      any_small = any_small || is_small;
      lines.push_back({say(effect.label) + (is_small ? mark : ""),
                       right(figure_text(s.base_mean, effect.unit), value_columns) +
                           right(figure_text(s.policy_mean, effect.unit), value_columns) +
                           difference(s, effect.unit) +
                           right(figure_text(s.independent_replicates, "persons"), value_columns)});
    }
    return text_of(lines) + note(any_small);
  }

  std::string difference(const EffectStatistics& s, std::string_view unit,
                         bool is_small = false) const {
    return right(figure_text(s.difference.mean, unit) + (is_small ? mark : ""), value_columns) +
           right(interval_text(s.difference.low, s.difference.high, unit), interval_columns);
  }

  std::string groups() const {
    std::vector<Line> lines{
        {say(tr("The displaced by group")), right(say(tr("persons")), value_columns) +
                                                right(say(tr("in work 12 m")), value_columns) +
                                                right(say(tr("90% interval")), interval_columns) +
                                                right(say(tr("income, yuan")), value_columns) +
                                                right(say(tr("90% interval")), interval_columns)}};
    constexpr std::size_t placed = 0;
    const std::size_t income = all_group_outcomes().size() - 1;
    bool any_small = false;
    for (std::size_t g = 0; g < plan_.groups.size(); ++g) {
      const SideStatistics::Group& group = statistics_.groups[g];
      if (!(group.persons.mean > 0)) continue;
      any_small =
          any_small || group.is_small || is_marked(group, placed) || is_marked(group, income);
      lines.push_back({std::string(in(language_, plan_.groups[g])) + (group.is_small ? mark : ""),
                       right(figure_text(group.persons.mean, "persons"), value_columns) +
                           of_group(group, placed) + of_group(group, income)});
    }
    return text_of(lines) + note(any_small);
  }

  /// The group has persons enough, but few of them are behind this outcome.
  static bool is_marked(const SideStatistics::Group& group, std::size_t outcome) {
    return !group.is_small && group.outcomes[outcome].difference.replicates > 0 &&
           group.bases[outcome].is_small;
  }

  std::string of_group(const SideStatistics::Group& group, std::size_t outcome) const {
    return difference(group.outcomes[outcome], all_group_outcomes()[outcome].unit,
                      is_marked(group, outcome));
  }

  std::string note(bool any_small) const {
    if (!any_small) return {};
    return fmt::format(
        fmt::runtime(say(tr("* rests on fewer than {} persons a replicate on average\n"))),
        plan_.minimum_group);
  }

  const ComparisonPlan& plan_;
  const ComparedRun& run_;
  const SideStatistics& statistics_;
  Language language_;
};

}  // namespace

std::string comparison_table(const ComparisonPlan& plan, const std::vector<SideStatistics>& all,
                             Language language) {
  std::string text;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!text.empty()) text += "\n";
    text += RunText(plan, plan.policies[i], all[i], language).text();
  }
  return text;
}

}  // namespace jtsim::output
