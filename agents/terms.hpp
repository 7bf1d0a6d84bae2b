// The month's terms: what policies put on offer. Policies write them, phases read them, and nobody
// else is involved.
#pragma once

#include <optional>
#include <vector>

#include "agents/offer.hpp"

namespace jtsim::agents {

/// Retirement at the special-job age for those with enough months underground.
struct EarlyRetirementTerms {
  PolicyId policy{};
  Eligibility eligible{};
  int underground_months = 108;
  /// Share of those with enough months whose posts are recognised as special jobs.
  double recognised_share = 1;
  double take_up = 1;
  /// Pays the pension up to the ordinary month.
  Price price{};
};

/// Statutory one-off payment on displacement.
struct SeveranceTerms {
  PolicyId policy{};
  Eligibility eligible{};
  double months_per_service_year = 1;
  /// Pay above so many times the local mean counts only up to it, and then at most `capped_years`
  /// count.
  double pay_cap_multiple = 3;
  int capped_years = 12;
  Price price{};
};

struct InsuranceTerms {
  PolicyId policy{};
  Eligibility eligible{};
  /// Benefit as a share of the local minimum pay.
  double minimum_pay_share = 0.85;
  int minimum_contribution_months = 12;
  /// Multiplies the covered share by contract.
  double coverage_factor = 1;
  Price price{};
};

struct AssistanceTerms {
  PolicyId policy{};
  Eligibility eligible{};
  /// Share of those entitled who receive it.
  double take_up = 1;
  Price price{};
};

/// Pays mines for posts that they keep although they need fewer.
struct RetentionTerms {
  PolicyId policy{};
  Mask<LeagueId> leagues{};
  /// Of the surplus of a mine.
  double share = 0;
  /// A mine's surplus is kept for so many months on end.
  int most_months = 12;
  Seats seats{};
  /// `per_month` for each post kept.
  Price price{};
};

/// Brings the hiring factors of age, sex and ethnicity closer to 1.
struct EqualTreatmentTerms {
  PolicyId policy{};
  /// Shares of the distances from 1 that remain.
  double ethnicity_left = 1;
  double sex_left = 1;
  double age_left = 1;
  /// `per_month` for the enforcement.
  Price price{};
};

/// Public money for projects of `Tables::transition_projects`, and what it draws along. Rates of
/// posts and the life of a project hold for those begun under these terms.
struct InvestmentTerms {
  PolicyId policy{};
  /// First month in force; contributions come in this month of every year.
  Month since{};
  /// Contributions of a year by `price.payer`, within `price.line`, and by the central state.
  Fen own_per_year = 0;
  Fen central_per_year = 0;
  Price price{};
  /// Private yuan for each public yuan of the fund, and credit for each yuan of both.
  double private_match = 1;
  double credit_per_fund_yuan = 0;
  /// Of the fund's money, invested in projects of the region.
  double regional_share = 1;
  /// Of a project's posts, those that would not exist otherwise.
  double additional_share = 1;
  int life_months = 300;
  Mask<LeagueId> leagues{};
  Mask<ProjectField> fields{};
  /// Posts in the region where no capacity is known: job-years for each million of yuan built,
  /// posts for each million of yuan while the project runs.
  EnumArray<Stage, double> jobs_per_million_yuan{};
};

/// Everything policies decide for this month.
struct Terms {
  /// In the order in which they are offered.
  std::vector<Offer> offers;
  std::vector<RetentionTerms> retention;
  std::vector<EqualTreatmentTerms> equal_treatment;
  std::optional<EarlyRetirementTerms> early_retirement;
  std::optional<SeveranceTerms> severance;
  std::optional<InsuranceTerms> insurance;
  std::optional<AssistanceTerms> assistance;
  std::optional<InvestmentTerms> investment;

  /// The offer of a policy, or null when it has none.
  const Offer* offer_of(PolicyId policy) const {
    for (const Offer& offer : offers) {
      if (offer.policy == policy) return &offer;
    }
    return nullptr;
  }
  /// Whom a policy that people are offered is for; null if nobody is offered anything.
  const Eligibility* eligible_for(PolicyId policy) const {
    if (const Offer* offer = offer_of(policy)) return &offer->eligible;
    const auto is_its = [&](const auto& right) { return right && right->policy == policy; };
    if (is_its(early_retirement)) return &early_retirement->eligible;
    if (is_its(severance)) return &severance->eligible;
    if (is_its(insurance)) return &insurance->eligible;
    if (is_its(assistance)) return &assistance->eligible;
    return nullptr;
  }
};

}  // namespace jtsim::agents
