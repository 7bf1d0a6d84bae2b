// One programme's offer to persons: who may be served, in which order, at what price, and what it
// does.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "agents/setting_enums.hpp"
#include "agents/states.hpp"
#include "base/ids.hpp"
#include "base/money.hpp"
#include "base/month.hpp"

namespace jtsim::agents {

/// A worker's register holds one bit for each policy.
inline constexpr std::size_t most_policies = 64;

/// Which displacements count for eligibility.
enum class DisplacedRule : std::uint8_t { anyone, displaced, displaced_by_closure };

/// A set over one of the small enums or ids (the first 64); every bit set means "no condition".
template <class Element>
struct Mask {
  std::uint64_t bits = ~std::uint64_t{0};

  constexpr bool is_open() const { return bits == ~std::uint64_t{0}; }
  constexpr bool has(Element e) const {
    if (is_open()) return true;
    if constexpr (std::is_enum_v<Element>) {
      return (bits >> static_cast<unsigned>(e)) & 1U;
    } else {
      return e.index() < 64 && ((bits >> e.index()) & 1U) != 0;
    }
  }
};

/// Who may be served. Ages in completed years, spells in completed months without work; both ends
/// included. The default bounds hold for everybody who works or seeks work.
struct Eligibility {
  Mask<State> states{};
  Mask<Sex> sexes{};
  Mask<EthnicityId> ethnicities{};
  Mask<Education> educations{};
  Mask<Contract> contracts{};
  Mask<LeagueId> leagues{};
  Mask<Sector> last_sectors{};
  int age_min_years = 16;
  int age_max_years = 100;
  int spell_min_months = 0;
  int spell_max_months = 1200;
  DisplacedRule displaced = DisplacedRule::anyone;

  constexpr bool restricts_age() const {
    return age_min_years > Eligibility{}.age_min_years ||
           age_max_years < Eligibility{}.age_max_years;
  }
  constexpr bool restricts_spell() const {
    return spell_min_months > Eligibility{}.spell_min_months ||
           spell_max_months < Eligibility{}.spell_max_months;
  }
};

/// Who comes first in a queue. Ties go by race key, then id.
enum class Priority : std::uint8_t {
  first_come,
  hardest_first,
  oldest_first,
  youngest_first,
  longest_spell_first,
  league_order
};

/// How many may enter. Negative: unlimited.
struct Seats {
  std::int32_t per_month = -1;
  std::int32_t max_active = -1;
  std::int32_t max_total = -1;
};

/// What one served worker costs, who pays, and from which budget line (none: unlimited).
struct Price {
  /// In the month of admission.
  Fen once = 0;
  /// In each of `months` months, the month of admission the first.
  Fen per_month = 0;
  /// The part of `per_month` that is income of the person served.
  Fen income_per_month = 0;
  /// In the month after the last of `months`, if the service succeeds.
  Fen at_end = 0;
  int months = 0;
  Payer payer = Payer::region;
  BudgetLineId line = BudgetLineId::none();
};

/// What being served means.
enum class Service : std::uint8_t {
  internal_transfer,
  /// Whole units of displaced workers are taken over by another employer.
  organised_transfer,
  internal_retirement,
  training,
  /// Posts of the programme's own, in one of its target occupations; the worker's form says which.
  platform_work,
  self_employment,
  public_post,
  /// Work outside the region for a while.
  labour_export,
  /// A case worker of one's own: raises search while it lasts.
  coaching,
  /// Pays part of what those hired earn less than before.
  wage_insurance,
  /// Raises the hiring weight in this month's matching; `Price::once` is paid on hire.
  hiring_aid,
  /// Raises this month's search intensity; `Price::once` is paid on hire.
  search_aid,
  /// Makes posts in other leagues weigh more this month; `Price::once` is paid on a hire there.
  relocation_aid,
};

/// One programme's offer of this month.
struct Offer {
  PolicyId policy{};
  Service service = Service::training;
  /// False: nobody new is admitted (not in force); those already in it go on.
  bool open = true;
  /// First month in force: nobody was asked before.
  Month since{};
  Eligibility eligible{};
  Priority priority = Priority::first_come;
  /// Probability that an offer is taken up.
  double take_up = 1;
  /// A refusal holds for so many months of the spell.
  int repeat_after_months = 12;
  Seats seats{};
  Price price{};

  /// training: length, hazard of dropping out, lock-in (multiplies search), certificate and what it
  /// brings closer.
  int months = 0;
  double drop_out_per_month = 0;
  double success_share = 1;
  double search_factor = 1;
  double proximity_gain = 0;
  double proximity_limit = 1;
  /// Bit of the certificate.
  unsigned certificate = 0;
  /// One entry per occupation: 1 where the certificate helps, or where the programme has posts.
  std::vector<std::uint8_t> targets{};
  /// Posts of the programme's own and work outside: pay over that of a regular post, and hazard of
  /// an end before their time.
  double pay_factor = 1;
  double end_per_month = 0;
  /// self_employment: posts that a founder opens for others.
  double jobs_created = 0;
  /// labour_export: share of those who come back at the end.
  double return_share = 1;
  /// organised_transfer: the fewest workers of one mine and occupation that make a unit.
  int unit_size = 1;
  /// wage_insurance: share of the loss of pay that is made up for, and the most of it.
  double gap_share = 0;
  Fen most_per_month = 0;
  /// relocation_aid.
  double reach_factor = 1;
  /// hiring_aid: weight of the applicant, and by how many per cent employers want more posts when
  /// posts cost them one per cent less.
  double hiring_factor = 1;
  double demand_elasticity = 0;
  /// internal_retirement: months before the legal month, and allowance and contributions as shares
  /// of the last pay.
  int window_months = 0;
  double allowance_share = 0;
  double contribution_share = 0;
  /// internal_transfer: share of a mine's open posts that may be filled this way.
  double post_share = 1;
};

}  // namespace jtsim::agents

namespace jtsim {
template <>
inline constexpr std::array<Label, 3> labels_of<agents::DisplacedRule>{{
    tr("anyone"),
    tr("the displaced"),
    tr("displaced by a closure"),
}};
template <>
inline constexpr std::array<Label, 6> labels_of<agents::Priority>{{
    tr("first come"),
    tr("hardest to place first"),
    tr("persons", "oldest first"),
    tr("youngest first"),
    tr("longest spell first"),
    tr("by league"),
}};
template <>
inline constexpr std::array<Label, 13> labels_of<agents::Service>{{
    tr("internal transfer"),
    tr("organised transfer"),
    tr("internal retirement"),
    tr("training"),
    tr("service", "platform work"),
    tr("self-employment"),
    tr("public post"),
    tr("labour export"),
    tr("coaching"),
    tr("wage insurance"),
    tr("hiring aid"),
    tr("search aid"),
    tr("relocation aid"),
}};
}  // namespace jtsim
