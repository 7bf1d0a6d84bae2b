// What all policies share: when and where they are in force, who is eligible, who pays, and how a
// queue is served.
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "agents/inputs.hpp"
#include "agents/terms.hpp"
#include "base/field.hpp"

namespace jtsim::policies {

/// Part of the month at which a policy acts.
enum class Step : std::uint8_t {
  /// Placement: one of the offers that the displaced and the unemployed pass in turn.
  cascade,
  /// Search and matching: an aid reserved for one month, or what a hire brings.
  aid,
  /// A right that needs no queue.
  entitlement,
  /// Changes the market or the mines' demand, not what a person is offered.
  measure,
  /// Demand: money for projects that create posts.
  investment,
};

/// Who may be served. Empty lists set no condition; all others are joined by "and".
struct EligibilityRules {
  int age_min_years = agents::Eligibility{}.age_min_years;
  int age_max_years = agents::Eligibility{}.age_max_years;
  std::vector<agents::Sex> sexes;
  std::vector<std::string> ethnicities;
  std::vector<agents::Education> educations;
  std::vector<agents::Contract> contracts;
  std::vector<agents::State> states;
  int spell_min_months = agents::Eligibility{}.spell_min_months;
  int spell_max_months = agents::Eligibility{}.spell_max_months;
  std::vector<agents::Sector> last_sectors;
  agents::DisplacedRule displaced = agents::DisplacedRule::anyone;

  bool operator==(const EligibilityRules&) const = default;

  static constexpr auto fields() {
    using E = EligibilityRules;
    return std::tuple{
        number(
            {"age_min_years", "years", tr("youngest age in completed years"), "assumption 16-60"},
            &E::age_min_years, {0, 120}, {16, 60}),
        number({"age_max_years", "years", tr("oldest age in completed years"), "assumption 40-100"},
               &E::age_max_years, {0, 120}, {40, 100}),
        option({"sexes", "", tr("sexes admitted; empty: all"), ""}, &E::sexes),
        option({"ethnicities", "", tr("ethnicities admitted; empty: all"), ""}, &E::ethnicities),
        option({"educations", "", tr("levels of education admitted; empty: all"), ""},
               &E::educations),
        option({"contracts", "", tr("present or last contracts admitted; empty: all"), ""},
               &E::contracts),
        option({"states", "", tr("states admitted; empty: all that the policy looks at"), ""},
               &E::states),
        number({"spell_min_months", "months", tr("shortest spell without work"), "assumption 0-24"},
               &E::spell_min_months, {0, 1200}, {0, 24}),
        number(
            {"spell_max_months", "months", tr("longest spell without work"), "assumption 0-1200"},
            &E::spell_max_months, {0, 1200}, {0, 1200}),
        option(
            {"last_sectors", "", tr("sectors of the present or last job admitted; empty: all"), ""},
            &E::last_sectors),
        option(
            {"displaced", "",
             tr("must the spell have begun with a displacement from a mine, or with its closure?"),
             ""},
            &E::displaced),
    };
  }
};

/// Occupations a policy aims at: those named, and all of the sectors named.
struct Targets {
  std::vector<std::string> occupations;
  std::vector<agents::Sector> sectors;

  static constexpr auto fields() {
    using T = Targets;
    return std::tuple{
        option({"occupations", "", tr("occupations aimed at, by identifier"), ""}, &T::occupations),
        option({"sectors", "", tr("sectors all of whose occupations are aimed at"), ""},
               &T::sectors),
    };
  }
};

/// The names a policy uses, looked up once so that the monthly loop handles no text.
struct Resolved {
  agents::Eligibility eligible;
  BudgetLineId line = BudgetLineId::none();
  /// One entry per occupation, 1 where aimed at; empty for policies without targets.
  std::vector<std::uint8_t> targets;
  /// Number of the policy among those that give certificates.
  unsigned certificate = 0;
};

/// What a policy needs to write its terms of one month.
struct PolicyContext {
  PolicyId id;
  /// In force this month. Otherwise it was before, and only those already in it go on.
  bool open = true;
  /// First month in force.
  Month start;
  const Resolved& resolved;
};

/// The part that every policy has. Amounts are in constant yuan of the price year.
struct Programme {
  bool enabled = true;
  std::optional<Month> start;
  std::optional<Month> end;
  std::string label_zh;
  std::string label_en;
  std::vector<std::string> leagues;
  EligibilityRules eligibility;
  std::string budget;
  agents::Payer payer = agents::Payer::region;

  static constexpr auto fields() {
    using P = Programme;
    return std::tuple{
        option({"enabled", "", tr("false switches the policy off"), ""}, &P::enabled),
        option({"start", "", tr("first month in force; empty: from the first month on"), ""},
               &P::start),
        option({"end", "", tr("last month in force; empty: to the last month"), ""}, &P::end),
        option({"label_zh", "", tr("Chinese name; empty: that of the kind"), ""}, &P::label_zh),
        option({"label_en", "", tr("English name; empty: that of the kind"), ""}, &P::label_en),
        option({"leagues", "", tr("leagues served, by identifier; empty: all"), ""}, &P::leagues),
        option({"eligibility", "", tr("who may be served"), ""}, &P::eligibility),
        option(
            {"budget", "", tr("budget line that bears the cost; empty: none, without limit"), ""},
            &P::budget),
        option({"payer", "", tr("who pays"), ""}, &P::payer),
    };
  }

  /// Who pays an entitlement and from which line; its amount follows from the person.
  agents::Price entitlement_price(const PolicyContext& context) const {
    return {.payer = payer, .line = context.resolved.line};
  }
};

/// What is known about a number whose meaning many policies share.
struct Evidence {
  Interval range;
  std::string_view source;
};

/// Policies that people ask for and wait for: seats, money and take-up decide who is served.
struct QueuedProgramme : Programme {
  agents::Priority priority = agents::Priority::first_come;
  int seats_per_month = -1;
  int max_active = -1;
  int max_total = -1;
  double unit_cost_yuan = 0;
  double take_up_share = 1;
  int repeat_after_months = 12;

  static constexpr auto fields(Evidence unit_cost, Evidence take_up) {
    using Q = QueuedProgramme;
    constexpr Interval count{-1, 1e7};
    return join_fields(
        Programme::fields(),
        std::tuple{
            option({"priority", "", tr("who comes first in the queue"), ""}, &Q::priority),
            number({"seats_per_month", "persons/month",
                    tr("admissions in a month; -1: without limit"), "assumption -1-2000"},
                   &Q::seats_per_month, count, {-1, 2000}),
            number({"max_active", "persons", tr("in it at one time; -1: without limit"),
                    "assumption -1-10000"},
                   &Q::max_active, count, {-1, 10'000}),
            number({"max_total", "persons", tr("in the whole programme; -1: without limit"),
                    "assumption -1-100000"},
                   &Q::max_total, count, {-1, 100'000}),
            number({"unit_cost_yuan", "yuan of the price year", tr("cost per person served"),
                    unit_cost.source},
                   &Q::unit_cost_yuan, {0, 1e6}, unit_cost.range),
            number({"take_up_share", "share", tr("of those offered it who ask for it"),
                    take_up.source},
                   &Q::take_up_share, share_interval, take_up.range),
            number({"repeat_after_months", "months", tr("for which a refusal holds"),
                    "assumption 3-24"},
                   &Q::repeat_after_months, {1, 1200}, {3, 24}),
        });
  }

  /// The part of an offer that all queued policies share; `unit_cost_yuan` is paid once.
  agents::Offer offer(const PolicyContext& context, agents::Service service) const;
};

}  // namespace jtsim::policies

namespace jtsim {
template <>
inline constexpr std::array<Label, 5> labels_of<policies::Step>{{
    tr("placement cascade"),
    tr("aid to search or hiring"),
    tr("entitlement"),
    tr("measure"),
    tr("investment"),
}};
}  // namespace jtsim
