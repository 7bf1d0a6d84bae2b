// Gaps, losses, the worst-off group, and targets as rows.
#include "output/distribution_table.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "output/census.hpp"
#include "output/distribution_outcomes.hpp"

namespace jtsim::output {

namespace {

constexpr std::array<Partition, 3> shown_partitions{Partition::sex, Partition::ethnicity,
                                                    Partition::age_band};

const NamedStatistics* named(const std::vector<NamedStatistics>& all, std::string_view name) {
  const auto at = std::ranges::find(all, name, &NamedStatistics::name);
  return at == all.end() ? nullptr : &*at;
}

/// "sex_region.male.ordos" in words; as it is if it is nothing of the kind.
std::string group_text(std::string_view group, const Axes& axes, Language language) {
  std::vector<std::string_view> words;
  for (std::size_t first = 0; first <= group.size();) {
    const std::size_t end = std::min(group.find('.', first), group.size());
    words.push_back(group.substr(first, end - first));
    first = end + 1;
  }
  std::string text;
  const auto add = [&](Axis axis, std::string_view id) {
    for (const Name& name : axes[axis].names) {
      if (name.id == id) text += (text.empty() ? "" : ", ") + std::string(in(language, name));
    }
  };
  for (const Partition partition : all_of_enum<Partition>()) {
    if (words.size() > 1 && words[0].starts_with(identifier(partition)))
      add(axis_of(partition), words[1]);
  }
  if (words.size() > 2) add(Axis::region, words[2]);
  return text.empty() ? std::string(group) : text;
}

std::string worst_off_text(const NamedStatistics& found, const Axes& axes, Language language) {
  const WorstOff& worst = *found.worst;
  const auto say = [&](const Label& label) { return std::string(in(language, label)); };
  std::string text = fmt::format(
      fmt::runtime(
          say(tr("Worst off of {} groups with at least {:.0f} displacements: {}, losing {} "
                 "in present value"))),
      worst.groups_searched, worst_off_persons, group_text(worst.group, axes, language),
      percent_text(worst.mean));
  if (worst.low) {
    text += fmt::format(
        fmt::runtime(
            say(tr(" (90% interval for all groups at once {}~{}); {} others cannot be told "
                   "apart from it"))),
        percent_text(*worst.low), percent_text(*worst.high), worst.not_distinguishable.size());
  }
  return text + "\n";
}

Label verdict(const Target& target, double mean) {
  return mean >= target.low && mean <= target.high ? tr("inside") : tr("outside");
}

}  // namespace

TablePart who_bears_it(const std::vector<NamedStatistics>& all, const Axes& axes,
                       const TableStyle& style) {
  const auto say = [&](const Label& label) { return std::string(in(style.language, label)); };
  const auto& years = axes[Axis::stock_year].numbers;
  if (years.empty() || find(all, "loss.1.share_of_shadow") == nullptr) return {};
  TablePart part;
  TableRow& heading = part.rows.emplace_back();
  heading.label = say(tr("Who bears it"));
  heading.add_title(fmt::format("{} {}", say(tr("rel. income")), years.back()));
  heading.add_title(say(tr("loss: year 1")));
  heading.add_title(say(tr("present value")));
  const auto add = [&](const std::string& label, const std::string& prefix) {
    TableRow row{label, {}, {}};
    const Statistics* income =
        readable(all, fmt::format("gap.{}income_ratio.{}", prefix, years.back()));
    const Statistics* first = readable(all, fmt::format("loss.{}1.share_of_shadow", prefix));
    const Statistics* present =
        readable(all, fmt::format("loss.{}present.share_of_shadow", prefix));
    if (income == nullptr && first == nullptr && present == nullptr) return;
    for (const Statistics* s : {income, first, present}) row.add(s, percent_text);
    part.rows.push_back(std::move(row));
  };
  add(say(tr("all")), "");
  for (const Partition partition : shown_partitions) {
    for (const Name& group : axes[axis_of(partition)].names) {
      add(std::string(in(style.language, group)),
          fmt::format("{}.{}.", identifier(partition), group.id));
    }
  }
  const NamedStatistics* worst = named(all, "worst_off.loss_present");
  std::string references;
  for (const Partition partition : shown_partitions) {
    const Name& group = axes[axis_of(partition)].names[*reference_group(partition)];
    references +=
        (references.empty() ? "" : say(tr("list", ", "))) + std::string(in(style.language, group));
  }
  part.note = fmt::format(fmt::runtime(say(tr("rel. income: against {}\n"))), references);
  if (worst != nullptr && worst->worst) part.note += worst_off_text(*worst, axes, style.language);
  return part;
}

TablePart target_table(const std::vector<NamedStatistics>& all, const TableStyle& style) {
  const auto say = [&](const Label& label) { return std::string(in(style.language, label)); };
  TablePart part;
  for (const Target& target : targets()) {
    if (find(all, target.outcome) == nullptr) continue;
    const Statistics* s = readable(all, target.outcome);
    if (part.rows.empty()) {
      TableRow& heading = part.rows.emplace_back();
      heading.label = say(tr("Outside evidence"));
      heading.add_title(say(tr("simulated")));
      heading.add_title(say(tr("should be")));
      heading.add_title("");
    }
    TableRow row{say(target.meaning), {}, {}};
    row.add(s, percent_text);
    row.add_title(percent_text(target.low) + "~" + percent_text(target.high));
    row.add_title(s == nullptr ? "-" : say(verdict(target, s->mean)));
    part.rows.push_back(std::move(row));
  }
  return part;
}

}  // namespace jtsim::output
