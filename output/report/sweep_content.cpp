// Puts the numbers of a sweep together, outcome by outcome.
#include "output/report/sweep_content.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "output/no_value.hpp"

namespace jtsim::output {

namespace {

/// Numbers that stand in a picture of points, of all outcomes and policies together, and dots that
/// a reader tells apart.
constexpr std::uint64_t most_numbers = 60'000;
constexpr std::uint64_t most_rows = 1'000;
/// (sqrt(5) - 1) / 2: parts of its multiples fill the unit interval evenly.
constexpr double golden_ratio = 0.6180339887498949;

Json pair(const Name& name) { return {name.label_zh, name.label_en}; }
Json pair(const Label& text) { return {in(Language::zh, text), in(Language::en, text)}; }

/// How the page writes figures of a unit.
const char* kind_of(Unit unit) {
  switch (unit) {
    case Unit::persons:
    case Unit::events:
    case Unit::person_years:
      return "people";
    case Unit::share:
      return "share";
    case Unit::ratio:
      return "index";
    case Unit::yuan:
      return "money";
    case Unit::yuan_per_person:
    case Unit::yuan_per_month:
    case Unit::yuan_per_placed:
    case Unit::yuan_per_person_year:
      return "yuan";
    case Unit::months:
    case Unit::months_per_person:
      return "months";
    case Unit::number:
      return "number";
  }
  return "number";
}

class Content {
 public:
  explicit Content(const ReportedSweep& sweep) : sweep_(sweep) { choose_rows(); }

  Json all() const {
    Json json = origin();
    json["factors"] = factors();
    json["policies"] = sweep_.policies;
    json["shown_rows"] = shown_;
    json["design_values"] = design_values();
    for (const char* key : {"outcomes", "points", "spread", "influences", "contrasts"})
      json[key] = Json::array();
    for (const ReportedOutcome& outcome : sweep_.outcomes) add_outcome(json, outcome);
    json["objectives"] = objectives();
    json["absent_objectives"] = Json::array();
    json["absent_outcomes"] = Json::array();
    for (const std::string& name : sweep_.analysis.absent_objectives) {
      json["absent_objectives"].push_back(pair(name_of(Objective{.name = name, .is_usual = true})));
      json["absent_outcomes"].push_back(usual_outcomes(name) + "*");
    }
    json["pareto"] = pareto();
    json["failures"] = Json::array();
    for (const ReportedFailure& failure : sweep_.failures)
      json["failures"].push_back({failure.point, failure.replicate, failure.why});
    return json;
  }

 private:
  void choose_rows() {
    const std::uint64_t lists =
        std::max<std::uint64_t>(1, sweep_.outcomes.size() * sweep_.policies.size());
    const std::uint64_t most =
        std::min({sweep_.rows, most_rows, std::max<std::uint64_t>(1, most_numbers / lists)});
    for (std::uint64_t i = 0; i < most; ++i) {
      // One of each stretch of rows, not the same of each: designs repeat themselves evenly.
      const std::uint64_t first = i * sweep_.rows / most;
      const std::uint64_t length = (i + 1) * sweep_.rows / most - first;
      const double turn = static_cast<double>(i) * golden_ratio;
      shown_.push_back(first + static_cast<std::uint64_t>((turn - std::floor(turn)) *
                                                          static_cast<double>(length)));
    }
  }

  Json origin() const {
    const SweepOrigin& of = sweep_.origin;
    const SweepAnalysis& analysis = sweep_.analysis;
    return {
        {"name", of.name},
        {"place", of.place},
        {"is_merged", of.is_merged},
        {"digest", of.digest},
        {"program_version", of.program_version},
        {"git_commit", of.git_commit},
        {"label", {of.label_zh, of.label_en}},
        {"price_year", of.price_year},
        {"minimum_group", of.minimum_group},
        {"set", of.set},
        {"seed", of.seed},
        {"design", {{"kind", identifier(sweep_.design)}, {"label", pair(label(sweep_.design))}}},
        {"rows", sweep_.rows},
        {"replicates", sweep_.replicates},
        {"seeds", sweep_.has_common_seeds ? "common" : "independent"},
        {"runs",
         {{"all", sweep_.points() * sweep_.replicates},
          {"done", analysis.runs_done},
          {"failed", analysis.runs_failed},
          {"missing", analysis.runs_missing}}},
        {"rows_compared", analysis.rows_compared}};
  }

  Json factors() const {
    Json json = Json::array();
    for (const ReportedFactor& factor : sweep_.factors) {
      json.push_back({{"path", factor.name.id},
                      {"label", pair(factor.name)},
                      {"unit", factor.unit},
                      {"low", rounded(factor.low)},
                      {"high", rounded(factor.high)},
                      {"values", factor.texts}});
    }
    return json;
  }

  Json design_values() const {
    Json rows = Json::array();
    for (const std::uint64_t row : shown_) {
      Json values = Json::array();
      for (const ReportedFactor& factor : sweep_.factors)
        values.push_back(rounded(factor.values[row]));
      rows.push_back(std::move(values));
    }
    return rows;
  }

  void add_outcome(Json& json, const ReportedOutcome& outcome) const {
    json["outcomes"].push_back({{"name", outcome.label.name.id},
                                {"label", pair(outcome.label.name)},
                                {"kind", kind_of(outcome.label.unit)}});
    json["points"].push_back(points(outcome));
    json["spread"].push_back(spreads(outcome));
    json["influences"].push_back(influences(outcome));
    json["contrasts"].push_back(contrasts(outcome));
  }

  Json points(const ReportedOutcome& outcome) const {
    Json json = Json::array();
    for (std::size_t policy = 0; policy < sweep_.policies.size(); ++policy) {
      Json means = Json::array();
      for (const std::uint64_t row : shown_)
        means.push_back(rounded(outcome.points[policy * sweep_.rows + row].statistics.mean));
      json.push_back(std::move(means));
    }
    return json;
  }

  Json spreads(const ReportedOutcome& outcome) const {
    Json json = Json::array();
    for (std::size_t policy = 0; policy < sweep_.policies.size(); ++policy) {
      const SpreadOverRows spread = spread_of(sweep_, outcome, policy);
      const auto& q = spread.quantiles;
      json.push_back({{"rows", spread.rows},
                      {"mean", rounded(spread.mean)},
                      {"q05", rounded(q[0])},
                      {"q25", rounded(q[1])},
                      {"q50", rounded(q[2])},
                      {"q75", rounded(q[3])},
                      {"q95", rounded(q[4])}});
    }
    return json;
  }

  static Json index(const SobolIndex& index, std::size_t blocks) {
    const MeanInterval interval = interval_of(index.value, index.standard_error, blocks);
    return {rounded(index.value), rounded(interval.low), rounded(interval.high)};
  }

  /// [policy][factor]
  Json influences(const ReportedOutcome& outcome) const {
    Json json = Json::array();
    for (std::size_t policy = 0; policy < sweep_.policies.size(); ++policy)
      json.push_back(Json::array());
    for (const FactorInfluence& i : outcome.influences) {
      Json one{{"rank", rounded(i.rank_correlation)},
               {"low", rounded(i.at_low)},
               {"high", rounded(i.at_high)},
               {"rows", i.rows}};
      if (sweep_.design == configs::DesignKind::saltelli) {
        one["first"] = index(i.sobol.first, i.blocks);
        one["total"] = index(i.sobol.total, i.blocks);
        one["blocks"] = i.blocks;
      }
      if (sweep_.design == configs::DesignKind::morris) {
        one["effects"] = {rounded(i.effects.mu), rounded(i.effects.mu_star),
                          rounded(i.effects.sigma), i.effects.paths};
      }
      json.at(i.policy).push_back(std::move(one));
    }
    return json;
  }

  /// By policy: [difference, low, high, share of rows above zero]; null for the first.
  Json contrasts(const ReportedOutcome& outcome) const {
    Json json(sweep_.policies.size(), Json());
    for (const PolicyContrast& contrast : outcome.contrasts) {
      const MeanInterval interval =
          interval_of(contrast.difference, contrast.standard_error, contrast.replicates);
      json.at(contrast.policy) = {rounded(contrast.difference), rounded(interval.low),
                                  rounded(interval.high), rounded(contrast.share_above)};
    }
    return json;
  }

  Json objectives() const {
    Json json = Json::array();
    for (const Objective& objective : sweep_.analysis.objectives) {
      json.push_back({{"name", objective.name},
                      {"label", pair(name_of(objective))},
                      {"outcome", objective.outcome},
                      {"less", objective.less_is_better}});
    }
    return json;
  }

  Json pareto() const {
    Json json = Json::array();
    for (const ParetoPolicy& policy : sweep_.analysis.policies) {
      Json means = Json::array();
      for (std::size_t k = 0; k < policy.means.size(); ++k) {
        const MeanInterval interval =
            interval_of(policy.means[k], policy.standard_errors[k], policy.replicates);
        means.push_back({rounded(policy.means[k]), rounded(interval.low), rounded(interval.high)});
      }
      json.push_back({{"policy", policy.policy},
                      {"means", std::move(means)},
                      {"efficient", policy.is_efficient},
                      {"share", rounded(policy.share_efficient)}});
    }
    return json;
  }

  const ReportedSweep& sweep_;
  std::vector<std::uint64_t> shown_;
};

}  // namespace

Json sweep_content(const ReportedSweep& sweep) { return Content(sweep).all(); }

}  // namespace jtsim::output
