// Putting the headlines into words.
#include "output/comparison_sentences.hpp"

#include <cmath>

#include <fmt/format.h>

#include "output/table_text.hpp"

namespace jtsim::output {

namespace {

/// Below it money is shown with more digits.
constexpr double few_units = 0.1;
/// Below it persons and amounts per person are shown with a decimal.
constexpr double few_persons = 100;

/// The figures of one policy run as texts, and sentences around them.
class Sentences {
 public:
  Sentences(const ComparisonPlan& plan, const ComparedRun& run, const SideStatistics& statistics,
            Language language)
      : plan_(plan), differences_(run.differences), run_(statistics), language_(language) {}

  void say_displaced();
  void say_region();
  void say_cost();
  void say_participants();
  void say_crowding_out();

  std::vector<std::string> take() { return std::move(said_); }

 private:
  template <class... Texts>
  std::string text(const Label& pattern, const Texts&... texts) const {
    return fmt::format(fmt::runtime(in(language_, pattern)), texts...);
  }
  template <class... Texts>
  void say(const Label& sentence, const Texts&... texts) {
    said_.push_back(text(sentence, texts...));
  }
  /// "12 (3~21)"
  std::string effect(std::string_view name) const {
    const std::size_t at = effect_index(name);
    return with_interval(run_.effects[at].difference, all_effects()[at].unit);
  }
  std::string measure(std::string_view name) const {
    const std::size_t at = measure_index(name);
    return with_interval(run_.measures[at], all_measures()[at].unit);
  }
  /// The mean alone.
  std::string plain(std::string_view name) const {
    const std::size_t at = measure_index(name);
    return figure_text(run_.measures[at].mean, all_measures()[at].unit);
  }
  std::string with_interval(const MeanStatistics& s, std::string_view unit) const {
    return text(tr("{} ({})"), figure_text(s.mean, unit), interval_text(s.low, s.high, unit));
  }
  const EffectStatistics& statistics(std::string_view name) const {
    return run_.effects[effect_index(name)];
  }
  /// Enough persons are behind it.
  bool is_told(std::string_view effect) const {
    return !run_.effect_bases[effect_index(effect)].is_small;
  }
  bool is_told_measure(std::string_view name) const {
    return !run_.measure_bases[measure_index(name)].is_small;
  }
  bool has_participants() const {
    return run_.measures[measure_index("participants.persons")].mean > 0;
  }
  void say_saving(const RatioStatistics& cost);

  const ComparisonPlan& plan_;
  const configs::ScenarioDifferences& differences_;
  const SideStatistics& run_;
  Language language_;
  std::vector<std::string> said_;
};

void Sentences::say_displaced() {
  std::string changes;
  int unobserved = 0;
  for (const int months : {12, 36, 60}) {
    const std::string name = fmt::format("displaced.in_work_{}m", months);
    if (is_told(name)) {
      if (!changes.empty()) changes += text(tr("clauses", ", "));
      changes += text(tr("by {} after {} months"), effect(name), months);
    } else if (unobserved == 0) {
      unobserved = months;
    }
  }
  if (!changes.empty()) say(tr("Among the displaced, the number in work changes {}."), changes);
  if (is_told("displaced.years_in_work")) {
    say(tr("Years in work within 60 months change by {} among the displaced."),
        effect("displaced.years_in_work"));
    say(tr("The displaced's months out of work within 60 months change by {} each, their income "
           "by {} yuan each."),
        effect("displaced.months_without_work"), effect("displaced.income"));
  }
  if (unobserved > 0) {
    say(tr("Fewer than {} of the displaced a replicate were observed for {} months, too few to "
           "tell effects over that time or longer."),
        plan_.minimum_group, unobserved);
  }
}

void Sentences::say_region() {
  say(tr("Over the whole run, years in work change by {} in the region, of them by {} outside the "
         "coal workforce."),
      effect("region.years_in_work"), effect("background.years_in_work"));
  say(tr("Public spending changes by {} and the fiscal balance by {} hundred million yuan."),
      effect("spending.public"), effect("fiscal.balance"));
}

void Sentences::say_cost() {
  if (!differences_.differs_in_policies() || !is_told("displaced.in_work_12m")) return;
  const std::size_t at = cost_index("cost.public_per_placed_12m");
  const RatioStatistics& cost = run_.costs[at];
  const std::string_view unit = all_costs()[at].unit;
  const std::string estimate = figure_text(cost.estimate, unit);
  if (!(statistics("displaced.in_work_12m").difference.mean > 0)) {
    say(tr("No extra displaced persons are placed 12 months later, so there is no cost of one."));
    return;
  }
  if (cost.form == IntervalForm::unknown) return;
  if (cost.form == IntervalForm::unbounded) {
    say(tr("What an extra displaced person placed costs cannot be told (estimate {} yuan, the 90% "
           "interval is unbounded)."),
        estimate);
  } else if (cost.estimate < 0) {
    say_saving(cost);
  } else if (cost.form == IntervalForm::bounded) {
    say(tr("Each extra displaced person placed 12 months later costs the public {} yuan ({})."),
        estimate, interval_text(cost.low, cost.high, unit));
  } else {
    say(tr("Each extra displaced person placed costs the public about {} yuan; the extra placed "
           "may be 0, so the 90% interval is unbounded: up to {} or from {} yuan on."),
        estimate, figure_text(cost.low, unit), figure_text(cost.high, unit));
  }
}

/// A negative cost: more are placed with less money.
void Sentences::say_saving(const RatioStatistics& cost) {
  const std::string_view unit = all_costs()[cost_index("cost.public_per_placed_12m")].unit;
  const std::string estimate = figure_text(-cost.estimate, unit);
  if (cost.form == IntervalForm::bounded) {
    say(tr("With each extra displaced person placed 12 months later public spending falls by {} "
           "yuan ({})."),
        estimate, interval_text(-cost.high, -cost.low, unit));
  } else {
    say(tr("With each extra displaced person placed public spending falls by about {} yuan; the "
           "extra placed may be 0, so the 90% interval is unbounded: up to {} or from {} yuan on."),
        estimate, figure_text(-cost.high, unit), figure_text(-cost.low, unit));
  }
}

void Sentences::say_participants() {
  if (!has_participants()) return;
  if (!is_told_measure("deadweight.share_12m")) {
    say(tr("{} persons a replicate take part in the policies that differ; fewer than {} of them "
           "were observed for 12 months, too few to tell effects."),
        plain("participants.persons"), plan_.minimum_group);
    return;
  }
  say(tr("{} persons a replicate take part in the policies that differ; deadweight: {} of those "
         "observed for 12 months are in work then in the base run anyway."),
      plain("participants.persons"), measure("deadweight.share_12m"));
  if (is_told_measure("deadweight.new_share_12m")) {
    say(tr("{} of those observed for 12 months are not served by these policies in the base run by "
           "then; their deadweight is {}."),
        plain("newcomers.persons_12m"), measure("deadweight.new_share_12m"));
  } else {
    say(tr("Fewer than {} of those observed for 12 months are not served by these policies in the "
           "base run by then: too few to tell their deadweight."),
        plan_.minimum_group);
  }
  say(tr("Lock-in: the share of participants in work changes by {} 3 months and by {} 6 months "
         "after joining."),
      effect("participants.in_work_share_3m"), effect("participants.in_work_share_6m"));
  const EffectStatistics& months = statistics("participants.months_without_work");
  if (is_told("participants.months_without_work")) {
    say(tr("Participants' months out of work within 60 months change by {} each; the paired "
           "variance ratio is {}."),
        effect("participants.months_without_work"), figure_text(months.variance_ratio, "ratio"));
  } else {
    say(tr("Fewer than {} of the participants were observed for 60 months, too few to tell effects "
           "over that time."),
        plan_.minimum_group);
  }
}

/// Whoever is not served by policies added or changed; if there are none, that is everybody.
void Sentences::say_crowding_out() {
  if (!differences_.adds_or_changes_policies() || !is_told_measure("crowding_out.lost_12m")) return;
  const std::size_t at = measure_index("crowding_out.net_12m");
  const MeanStatistics& net = run_.measures[at];
  if (net.mean < 0) {
    say(tr("Crowding-out: {} unserved displaced lose the place they have in the base run 12 months "
           "later, but more win one: {} on balance."),
        measure("crowding_out.lost_12m"),
        with_interval({.mean = -net.mean, .low = -net.high, .high = -net.low},
                      all_measures()[at].unit));
    return;
  }
  say(tr("Crowding-out: {} unserved displaced lose the place they have in the base run 12 months "
         "later; net of those who win one {}."),
      measure("crowding_out.lost_12m"), measure("crowding_out.net_12m"));
}

}  // namespace

std::string figure_text(double value, std::string_view unit) {
  if (!std::isfinite(value)) return "-";
  // No "-0".
  const auto tidy = [](std::string text) {
    const bool is_zero = text.find_first_of("123456789") == std::string::npos;
    return is_zero && text.starts_with('-') ? text.substr(1) : text;
  };
  if (unit == "1") return tidy(fmt::format("{:.2f}%", 100 * value));
  if (unit == "yuan") {
    const double units = value / yuan_per_large_unit;
    return tidy(fmt::format("{:.{}f}", units, std::abs(units) < few_units ? 5 : 3));
  }
  if (unit == "months per person" || unit == "ratio") return tidy(fmt::format("{:.2f}", value));
  return tidy(std::abs(value) < few_persons ? fmt::format("{:.1f}", value) : persons(value));
}

std::string interval_text(double low, double high, std::string_view unit) {
  if (!std::isfinite(low) || !std::isfinite(high)) return "-";
  return figure_text(low, unit) + "~" + figure_text(high, unit);
}

std::vector<std::string> sentences_of(const ComparisonPlan& plan, const ComparedRun& run,
                                      const SideStatistics& statistics, Language language) {
  Sentences sentences(plan, run, statistics, language);
  sentences.say_displaced();
  sentences.say_region();
  sentences.say_cost();
  sentences.say_participants();
  sentences.say_crowding_out();
  return sentences.take();
}

}  // namespace jtsim::output
