// Coal transition fund: public money that draws private money and credit along, for projects with
// posts in named leagues.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// What comes into the fund every year it is in force, in the month in which it began.
struct FundSources {
  double grant_yuan_per_year = 1e9;
  double coal_revenue_yuan_per_year = 5e8;
  double central_yuan_per_year = 5e8;

  static constexpr auto fields() {
    using S = FundSources;
    constexpr Interval valid{0, 1e12};
    return std::tuple{
        number({"grant_yuan_per_year", "yuan of the price year",
                tr("earmarked money of the budget"), "assumption 0-10000000000"},
               &S::grant_yuan_per_year, valid, {0, 1e10}),
        number({"coal_revenue_yuan_per_year", "yuan of the price year",
                tr("taxes and fees on coal, dividends and sold shares of coal firms"),
                "assumption 0-10000000000"},
               &S::coal_revenue_yuan_per_year, valid, {0, 1e10}),
        number({"central_yuan_per_year", "yuan of the price year",
                tr("support of the central state, which pays it"), "assumption 0-10000000000"},
               &S::central_yuan_per_year, valid, {0, 1e10}),
    };
  }
};

/// Posts in the region of projects whose capacity is not known.
struct JobsPerInvestment {
  double construction_job_years_per_million_yuan = 0.33;
  double manufacturing_jobs_per_million_yuan = 0.3;
  double operation_jobs_per_million_yuan = 0.04;

  static constexpr auto fields() {
    using J = JobsPerInvestment;
    constexpr Interval valid{0, 100};
    return std::tuple{
        number({"construction_job_years_per_million_yuan", "job-years/million yuan", tr("built"),
                "computed job-years per MW x multiplier of 2020 x local share over 5.9 (solar) and "
                "6.5 (wind) million yuan per MW of the plan; ref:employment_factors_2025; "
                "seed:ordos_projects; assumption 0.15-0.6"},
               &J::construction_job_years_per_million_yuan, valid, {0.15, 0.6}),
        number({"manufacturing_jobs_per_million_yuan", "posts/million yuan",
                tr("in works, once they run"),
                "computed 13000 promised jobs of one works over 30 billion yuan of a like one in "
                "the plan (0.43), lowered as promises seldom come true; "
                "ref:new_energy_plants_announced; seed:ordos_projects; assumption 0.1-0.45"},
               &J::manufacturing_jobs_per_million_yuan, valid, {0.1, 0.45}),
        number({"operation_jobs_per_million_yuan", "posts/million yuan",
                tr("in operation, once they run"),
                "computed jobs per MW x multiplier of 2020 x local share over 5.9 (solar) and 6.5 "
                "(wind) million yuan per MW of the plan; ref:employment_factors_2025; "
                "seed:ordos_projects; assumption 0.02-0.1"},
               &J::operation_jobs_per_million_yuan, valid, {0.02, 0.1}),
    };
  }
};

/// 煤炭转型发展基金. Public money waits in the fund until the next project of
/// `transition_projects.csv` can be paid in full: investment = (public + private money inside the
/// region) x (1 + credit). Its posts add to the wanted ones of new energy. `payer` pays all sources
/// but the central one, within `budget`; private money and credit are booked under the private
/// payer. What no project has when the fund closes goes back.
struct TransitionFund : Programme {
  static constexpr std::string_view kind = "transition_fund";
  static constexpr Label label = tr("coal transition fund");
  static constexpr Label meaning = tr(
      "Public money draws private money and credit along and pays for listed projects, whose posts "
      "in "
      "construction, manufacturing and operation arise in their leagues.");
  static constexpr Step step = Step::investment;

  FundSources sources;
  double private_match = 1;
  double credit_per_fund_yuan = 5;
  double regional_share = 0.8;
  double project_life_years = 25;
  double additional_share = 0.5;
  JobsPerInvestment jobs;
  std::vector<agents::ProjectField> project_fields{agents::ProjectField::new_energy,
                                                   agents::ProjectField::equipment};

  static constexpr auto money_fields() {
    using T = TransitionFund;
    return std::tuple{
        option({"sources", "", tr("public money of a year"), ""}, &T::sources),
        number({"private_match", "yuan/yuan",
                tr("private money for each public yuan; the proposal asks for at least 1"),
                "seed:transition_fund_private_ratio; assumption 1-3"},
               &T::private_match, {1, 20}, {1, 3}),
        number({"credit_per_fund_yuan", "yuan/yuan",
                tr("credit for each yuan of the fund, public and private, that is invested in the "
                   "region"),
                "seed:green_ordos_leverage; assumption 0-5"},
               &T::credit_per_fund_yuan, {0, 20}, {0, 5}),
        number(
            {"regional_share", "share",
             tr("of the fund's money, invested in the region; the proposal asks for at least 0.8"),
             "seed:transition_fund_regional_share; assumption 0.8-1"},
            &T::regional_share, {0.8, 1}, {0.8, 1}),
    };
  }

  static constexpr auto project_fields_declared() {
    using T = TransitionFund;
    return std::tuple{
        number({"project_life_years", "years", tr("for which a project runs"), "assumption 15-30"},
               &T::project_life_years, {1, 100}, {15, 30}),
        number({"additional_share", "share",
                tr("of a project's posts, those that would not exist without the fund"),
                "assumption 0.1-1"},
               &T::additional_share, share_interval, {0.1, 1}),
        option({"jobs", "", tr("posts of projects whose capacity is not known"), ""}, &T::jobs),
        option({"project_fields", "", tr("fields of the projects it may finance; empty: all"), ""},
               &T::project_fields),
    };
  }

  static constexpr auto fields() {
    return join_fields(Programme::fields(),
                       std::tuple_cat(money_fields(), project_fields_declared()));
  }

  agents::Mask<agents::ProjectField> field_mask() const {
    agents::Mask<agents::ProjectField> mask;
    if (project_fields.empty()) return mask;
    mask.bits = 0;
    for (const agents::ProjectField field : project_fields)
      mask.bits |= std::uint64_t{1} << index_of(field);
    return mask;
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    agents::InvestmentTerms written;
    written.policy = context.id;
    written.since = context.start;
    written.own_per_year =
        fen_from_yuan(sources.grant_yuan_per_year + sources.coal_revenue_yuan_per_year);
    written.central_per_year = fen_from_yuan(sources.central_yuan_per_year);
    written.price.payer = payer;
    written.price.line = context.resolved.line;
    written.private_match = private_match;
    written.credit_per_fund_yuan = credit_per_fund_yuan;
    written.regional_share = regional_share;
    written.additional_share = additional_share;
    written.life_months = static_cast<int>(project_life_years * Month::per_year + 0.5);
    written.leagues = context.resolved.eligible.leagues;
    written.fields = field_mask();
    auto& per_million = written.jobs_per_million_yuan;
    per_million[agents::Stage::construction] = jobs.construction_job_years_per_million_yuan;
    per_million[agents::Stage::manufacturing] = jobs.manufacturing_jobs_per_million_yuan;
    per_million[agents::Stage::operation] = jobs.operation_jobs_per_million_yuan;
    terms.investment = written;
  }
};

}  // namespace jtsim::policies
