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
  Sentences(const SideStatistics& run, Language language) : run_(run), language_(language) {}

  template <class... Texts>
  void say(const Label& sentence, const Texts&... texts) {
    said_.push_back(fmt::format(fmt::runtime(in(language_, sentence)), texts...));
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
  const EffectStatistics& statistics(std::string_view name) const {
    return run_.effects[effect_index(name)];
  }
  bool has_participants() const {
    return run_.measures[measure_index("participants.persons")].mean > 0;
  }
  void say_cost();
  void say_participants();

  std::vector<std::string> take() { return std::move(said_); }

 private:
  std::string with_interval(const MeanStatistics& s, std::string_view unit) const {
    return fmt::format(fmt::runtime(in(language_, tr("{} ({})"))), figure_text(s.mean, unit),
                       interval_text(s.low, s.high, unit));
  }

  const SideStatistics& run_;
  Language language_;
  std::vector<std::string> said_;
};

void Sentences::say_cost() {
  const std::size_t at = cost_index("cost.public_per_placed_12m");
  const RatioStatistics& cost = run_.costs[at];
  const std::string_view unit = all_costs()[at].unit;
  const std::string estimate = figure_text(cost.estimate, unit);
  if (!(statistics("displaced.in_work_12m").difference.mean > 0)) {
    say(tr("No extra displaced persons are placed 12 months later, so there is no cost of one."));
    return;
  }
  switch (cost.form) {
    case IntervalForm::bounded:
      say(tr("Each extra displaced person placed 12 months later costs the public {} yuan ({})."),
          estimate, interval_text(cost.low, cost.high, unit));
      return;
    case IntervalForm::two_rays:
      say(tr("Each extra displaced person placed costs the public about {} yuan; the extra placed "
             "may "
             "be 0, so the 90% interval is unbounded: up to {} or from {} yuan on."),
          estimate, figure_text(cost.low, unit), figure_text(cost.high, unit));
      return;
    case IntervalForm::unbounded:
      say(tr("What an extra displaced person placed costs cannot be told (estimate {} yuan, the "
             "90% "
             "interval is unbounded)."),
          estimate);
      return;
    case IntervalForm::unknown:
      return;
  }
}

void Sentences::say_participants() {
  if (!has_participants()) return;
  say(tr("{} persons a replicate take part in the policies that differ; of them {} are in work 12 "
         "months later in the base run anyway (deadweight)."),
      plain("participants.persons"), measure("deadweight.share_12m"));
  say(tr("{} of them are not served by these policies in the base run; their deadweight is {}."),
      plain("newcomers.persons_12m"), measure("deadweight.new_share_12m"));
  say(tr("Lock-in: the share of participants in work changes by {} 3 months and by {} 6 months "
         "after "
         "joining."),
      effect("participants.in_work_share_3m"), effect("participants.in_work_share_6m"));
  const EffectStatistics& months = statistics("participants.months_without_work");
  say(tr("Participants' months out of work within 60 months change by {} each; the paired variance "
         "ratio is {}."),
      effect("participants.months_without_work"), figure_text(months.variance_ratio, "ratio"));
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

std::vector<std::string> sentences_of(const SideStatistics& run, Language language) {
  Sentences s(run, language);
  s.say(tr("Among the displaced, the number in work changes by {} after 12 months, {} after 36, {} "
           "after 60."),
        s.effect("displaced.in_work_12m"), s.effect("displaced.in_work_36m"),
        s.effect("displaced.in_work_60m"));
  s.say(tr("Years in work within 60 months change by {} among the displaced; in the region as a "
           "whole "
           "by {}, outside the coal workforce by {}."),
        s.effect("displaced.years_in_work"), s.effect("region.years_in_work"),
        s.effect("background.years_in_work"));
  s.say(tr("The displaced's months out of work within 60 months change by {} each, their income by "
           "{} "
           "yuan each."),
        s.effect("displaced.months_without_work"), s.effect("displaced.income"));
  s.say(tr("Public spending changes by {} and the fiscal balance by {} hundred million yuan."),
        s.effect("spending.public"), s.effect("fiscal.balance"));
  s.say_cost();
  s.say_participants();
  s.say(tr("Crowding-out: {} unserved displaced lose the place they have in the base run 12 months "
           "later; net of those who win one {}."),
        s.measure("crowding_out.lost_12m"), s.measure("crowding_out.net_12m"));
  return s.take();
}

}  // namespace jtsim::output
