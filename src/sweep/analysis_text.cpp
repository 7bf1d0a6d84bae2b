// Tables of an analysis.
#include "src/sweep/analysis_text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "configs/describe.hpp"
#include "src/figure_text.hpp"
#include "src/speech.hpp"

namespace jtsim::app {

namespace {

using configs::DesignKind;
using configs::Listing;
using output::FactorInfluence;
using output::Objective;
using output::PolicyContrast;
using output::SweepAnalysis;

/// Factors in a table of the terminal, and outcomes shown where there are no objectives.
constexpr std::size_t most_factors = 10;
constexpr std::size_t most_outcomes = 3;

/// By what factors are put in order: the best figure that the design gives to all of them.
double strength(const FactorInfluence& influence) {
  for (const double figure : {influence.sobol.total.value, influence.effects.mu_star,
                              std::fabs(influence.at_high - influence.at_low)}) {
    if (std::isfinite(figure)) return figure;
  }
  return 0;
}

class Text {
 public:
  Text(const SweepPlan& plan, const SweepAnalysis& analysis, Language language)
      : plan_(plan), analysis_(analysis), language_(language) {}

  std::string all() const {
    std::string text = state();
    if (!analysis_.objectives.empty()) text += policies();
    if (!analysis_.objectives.empty() && plan_.policies.size() > 1) text += contrasts();
    if (!plan_.factors.empty()) {
      for (const auto& [name, outcome] : shown_outcomes()) text += drivers(name, outcome);
    }
    return text + cautions();
  }

 private:
  std::string word(const Label& label) const { return std::string(in(language_, label)); }

  std::string state() const {
    return say(language_,
               tr("{}: {} design rows x {} policies x {} replicates = {} runs: {} done, {} of them "
                  "failed, {} missing\n"),
               plan_.name, plan_.rows(), plan_.policies.size(), plan_.replicates, plan_.runs(),
               analysis_.runs_done, analysis_.runs_failed, analysis_.runs_missing);
  }

  std::string policies() const {
    const bool is_choice = plan_.policies.size() > 1;
    Listing listing{{word(tr("policy"))}, {}};
    for (const Objective& objective : analysis_.objectives)
      listing.titles.push_back(title_of(objective));
    if (is_choice) {
      listing.titles.push_back(word(tr("efficient")));
      listing.titles.push_back(word(tr("in rows")));
    }
    for (const output::ParetoPolicy& policy : analysis_.policies) {
      std::vector<std::string>& row = listing.rows.emplace_back();
      row.push_back(plan_.policies[policy.policy].name);
      for (std::size_t k = 0; k < policy.means.size(); ++k)
        row.push_back(estimate_text(policy.means[k], policy.standard_errors[k]));
      if (!is_choice) continue;
      row.push_back(!policy.has_results() ? "-" : word(policy.is_efficient ? tr("yes") : tr("no")));
      row.push_back(percent_text(policy.share_efficient));
    }
    return "\n" +
           say(language_, tr("Policies, means over {} design rows ± standard error\n"),
               analysis_.rows_compared) +
           text_of(listing);
  }

  std::string contrasts() const {
    Listing listing{{word(tr("policy"))}, {}};
    for (const Objective& objective : analysis_.objectives)
      listing.titles.push_back(title_of(objective));
    for (std::size_t policy = 1; policy < plan_.policies.size(); ++policy) {
      std::vector<std::string>& row = listing.rows.emplace_back();
      row.push_back(plan_.policies[policy].name);
      for (const Objective& objective : analysis_.objectives) {
        const auto at = std::ranges::find_if(analysis_.contrasts, [&](const PolicyContrast& c) {
          return c.policy == policy && c.outcome == objective.outcome;
        });
        row.push_back(say(language_, tr("{} ({} above)"),
                          estimate_text(at->difference, at->standard_error),
                          percent_text(at->share_above)));
      }
    }
    return "\n" +
           say(language_,
               tr("Against {}: mean difference ± standard error (share of design rows above "
                  "zero)\n"),
               plan_.policies.front().name) +
           text_of(listing);
  }

  std::string title_of(const Objective& objective) const {
    return say(language_, objective.less_is_better ? tr("{} (less)") : tr("{} (more)"),
               in(language_, output::name_of(objective)));
  }

  /// Name and position of each.
  std::vector<std::pair<std::string, std::size_t>> shown_outcomes() const {
    std::vector<std::pair<std::string, std::size_t>> shown;
    for (const Objective& objective : analysis_.objectives) {
      const std::string& outcome = analysis_.outcomes[objective.outcome];
      const std::string name(in(language_, output::name_of(objective)));
      shown.emplace_back(name == outcome ? outcome : say(language_, tr("{} ({})"), name, outcome),
                         objective.outcome);
    }
    for (std::size_t i = 0; analysis_.objectives.empty() && i < analysis_.outcomes.size(); ++i) {
      if (i < most_outcomes) shown.emplace_back(analysis_.outcomes[i], i);
    }
    return shown;
  }

  std::vector<std::string> driver_titles() const {
    std::vector<std::string> titles{word(tr("factor")), word(tr("rank correlation")),
                                    word(tr("lowest fifth")), word(tr("highest fifth"))};
    if (plan_.design.kind == DesignKind::saltelli) {
      titles.push_back(word(tr("first-order Sobol index")));
      titles.push_back(word(tr("total Sobol index")));
    }
    if (plan_.design.kind == DesignKind::morris) {
      titles.emplace_back("mu*");
      titles.emplace_back("sigma");
    }
    return titles;
  }

  std::vector<std::string> driver_row(const FactorInfluence& i) const {
    std::vector<std::string> row{
        plan_.factors[i.factor].path,
        std::isfinite(i.rank_correlation) ? fmt::format("{:+.2f}", i.rank_correlation) : "-",
        short_text(i.at_low), short_text(i.at_high)};
    if (plan_.design.kind == DesignKind::saltelli) {
      row.push_back(index_text(i.sobol.first));
      row.push_back(index_text(i.sobol.total));
    }
    if (plan_.design.kind == DesignKind::morris) {
      row.push_back(short_text(i.effects.mu_star));
      row.push_back(short_text(i.effects.sigma));
    }
    return row;
  }

  std::string drivers(const std::string& name, std::size_t outcome) const {
    std::vector<FactorInfluence> all;
    std::ranges::copy_if(
        analysis_.influences, std::back_inserter(all),
        [&](const FactorInfluence& i) { return i.outcome == outcome && i.policy == 0; });
    std::ranges::stable_sort(all, std::ranges::greater{}, strength);
    const std::string policy = plan_.policies.front().name;
    std::string text = "\n" + (plan_.policies.size() > 1
                                   ? say(language_, tr("What drives {}, policy {}\n"), name, policy)
                                   : say(language_, tr("What drives {}\n"), name));
    Listing listing{driver_titles(), {}};
    for (std::size_t i = 0; i < std::min(all.size(), most_factors); ++i)
      listing.rows.push_back(driver_row(all[i]));
    text += text_of(listing);
    if (all.size() > most_factors)
      text += say(language_, tr("and {} weaker factors\n"), all.size() - most_factors);
    const std::size_t blocks = plan_.rows() / saltelli_block(plan_.factors.size());
    if (plan_.design.kind == DesignKind::saltelli && all.front().blocks < blocks)
      text += say(language_, tr("{} of {} Saltelli blocks lack results and are left out\n"),
                  blocks - all.front().blocks, blocks);
    return text;
  }

  std::string cautions() const {
    std::string text;
    for (const std::string& name : analysis_.absent_objectives) {
      text += say(language_,
                  tr("no {}: the sweep does not keep the outcomes {}; --objective names others\n"),
                  in(language_, output::name_of({name, 0, true, true})),
                  output::usual_outcomes(name) + "*");
    }
    const bool is_by_differences =
        plan_.design.kind == DesignKind::saltelli || plan_.design.kind == DesignKind::morris;
    if (is_by_differences && plan_.seeds == configs::SweepSeeds::independent)
      text += say(language_, tr("every point has luck of its own, which adds to all indices\n"));
    return text.empty() ? "" : "\n" + text;
  }

  const SweepPlan& plan_;
  const SweepAnalysis& analysis_;
  Language language_;
};

}  // namespace

std::string analysis_text(const SweepPlan& plan, const SweepAnalysis& analysis, Language language) {
  return Text(plan, analysis, language).all();
}

}  // namespace jtsim::app
