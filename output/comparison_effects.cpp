// The table of effects: outcomes that both runs have.
#include <array>

#include "base/money.hpp"
#include "base/month.hpp"
#include "output/comparison_units.hpp"

namespace jtsim::output {

namespace {

using agents::PairedMeasure;
using agents::PairedPopulation;
using agents::Payer;
using agents::RegionTotals;
using enum agents::PairedMeasure;

template <PairedMeasure measure>
PairedValue displaced_sum(const PairedView& view) {
  const agents::PairedSum& sum = sum_of<PairedPopulation::displaced>(view, measure);
  return {to_double(sum.base), to_double(sum.policy)};
}

PairedValue displaced_years(const PairedView& view) {
  const PairedValue months = displaced_sum<months_in_work>(view);
  return {months.base / Month::per_year, months.policy / Month::per_year};
}

/// The same figure of both runs.
template <auto of>
PairedValue both(const PairedView& view) {
  return {of(view.base), of(view.side.totals)};
}

double displacements(const RegionTotals& totals) { return to_double(totals.displacements); }
double loss(const RegionTotals& totals) { return totals.loss / static_cast<double>(fen_per_yuan); }
double years_in_work(const RegionTotals& totals) {
  return to_double(totals.months_in_work.both()) / Month::per_year;
}
double agent_years(const RegionTotals& totals) {
  return to_double(totals.months_in_work.agents) / Month::per_year;
}
double background_years(const RegionTotals& totals) {
  return to_double(totals.months_in_work.background) / Month::per_year;
}
double in_work_at_end(const RegionTotals& totals) {
  return totals.at_year_end.empty() ? no_value : to_double(totals.at_year_end.back().both());
}
double pay(const RegionTotals& totals) { return yuan_from_fen(totals.pay); }
double agents_income(const RegionTotals& totals) { return yuan_from_fen(totals.agents_income); }
double contributions(const RegionTotals& totals) { return yuan_from_fen(totals.contributions); }
double pensions(const RegionTotals& totals) { return yuan_from_fen(totals.pensions); }

template <Payer payer>
double spent_by(const RegionTotals& totals) {
  return yuan_from_fen(totals.spending[payer]);
}
double public_spending(const RegionTotals& totals) {
  return spent_by<Payer::central>(totals) + spent_by<Payer::region>(totals) +
         spent_by<Payer::insurance_fund>(totals);
}
double all_spending(const RegionTotals& totals) {
  return public_spending(totals) + spent_by<Payer::enterprise>(totals) +
         spent_by<Payer::private_>(totals);
}
double fiscal_balance(const RegionTotals& totals) {
  return contributions(totals) - public_spending(totals) - pensions(totals);
}

constexpr auto displaced = PairedPopulation::displaced;
constexpr auto participants = PairedPopulation::participants;
constexpr auto newcomers = PairedPopulation::newcomers;

constexpr auto effects = std::to_array<Effect>({
    {"displaced.events", persons, {"裁减人次", "displacements"}, both<displacements>},
    {"displaced.in_work_12m",
     persons,
     {"被裁减者12个月后在岗", "displaced in work 12 months later"},
     displaced_sum<in_work_12m>},
    {"displaced.in_work_36m",
     persons,
     {"被裁减者36个月后在岗", "displaced in work 36 months later"},
     displaced_sum<in_work_36m>},
    {"displaced.in_work_60m",
     persons,
     {"被裁减者60个月后在岗", "displaced in work 60 months later"},
     displaced_sum<in_work_60m>},
    {"displaced.years_in_work",
     person_years,
     {"被裁减者60个月内在岗人年", "displaced: years in work within 60 months"},
     displaced_years},
    {"displaced.months_without_work",
     months_each,
     {"被裁减者60个月内人均无工作月数", "displaced: months out of work within 60 months"},
     each<displaced, months_without_work>},
    {"displaced.income",
     yuan_each,
     {"被裁减者60个月内人均收入", "displaced: income within 60 months"},
     each<displaced, income>},
    {"displaced.loss",
     yuan,
     {"被裁减者损失现值合计", "present value of what the displaced lose"},
     both<loss>},
    {"region.years_in_work",
     person_years,
     {"全区在岗人年(净)", "region: years in work (net)"},
     both<years_in_work>},
    {"region.in_work_at_end",
     persons,
     {"全区期末在岗人数(净)", "region: in work in the last December (net)"},
     both<in_work_at_end>},
    {"agents.years_in_work",
     person_years,
     {"煤炭职工在岗人年", "coal workers: years in work"},
     both<agent_years>},
    {"background.years_in_work",
     person_years,
     {"其他劳动者在岗人年", "everybody else: years in work"},
     both<background_years>},
    {"region.pay", yuan, {"全区工资合计", "region: pay"}, both<pay>},
    {"agents.income", yuan, {"煤炭职工收入合计", "coal workers: income"}, both<agents_income>},
    {"participants.in_work_share_3m",
     share,
     {"参与者3个月后在岗比例", "participants in work 3 months later (lock-in)"},
     each<participants, in_work_3m>},
    {"participants.in_work_share_6m",
     share,
     {"参与者6个月后在岗比例", "participants in work 6 months later (lock-in)"},
     each<participants, in_work_6m>},
    {"participants.in_work_share_12m",
     share,
     {"参与者12个月后在岗比例", "participants in work 12 months later"},
     each<participants, in_work_12m>},
    {"participants.in_work_share_36m",
     share,
     {"参与者36个月后在岗比例", "participants in work 36 months later"},
     each<participants, in_work_36m>},
    {"participants.in_work_share_60m",
     share,
     {"参与者60个月后在岗比例", "participants in work 60 months later"},
     each<participants, in_work_60m>},
    {"participants.months_without_work",
     months_each,
     {"参与者60个月内人均无工作月数", "participants: months out of work within 60 months"},
     each<participants, months_without_work>},
    {"participants.income",
     yuan_each,
     {"参与者60个月内人均收入", "participants: income within 60 months"},
     each<participants, income>},
    {"newcomers.in_work_share_12m",
     share,
     {"新增参与者12个月后在岗比例", "new participants in work 12 months later"},
     each<newcomers, in_work_12m>},
    {"newcomers.months_without_work",
     months_each,
     {"新增参与者60个月内人均无工作月数", "new participants: months out of work within 60 months"},
     each<newcomers, months_without_work>},
    {"spending.central", yuan, {"支出:中央", "spending: central"}, both<spent_by<Payer::central>>},
    {"spending.region", yuan, {"支出:自治区", "spending: region"}, both<spent_by<Payer::region>>},
    {"spending.enterprise",
     yuan,
     {"支出:企业", "spending: enterprises"},
     both<spent_by<Payer::enterprise>>},
    {"spending.insurance_fund",
     yuan,
     {"支出:保险基金", "spending: insurance fund"},
     both<spent_by<Payer::insurance_fund>>},
    {"spending.private",
     yuan,
     {"支出:社会资本", "spending: private"},
     both<spent_by<Payer::private_>>},
    {"spending.public",
     yuan,
     {"公共支出", "public spending: central, region, insurance fund"},
     both<public_spending>},
    {"spending.all", yuan, {"全部支出", "spending of all payers"}, both<all_spending>},
    {"fiscal.contributions",
     yuan,
     {"社会保险缴费", "social insurance contributions"},
     both<contributions>},
    {"fiscal.pensions", yuan, {"养老金", "pensions"}, both<pensions>},
    {"fiscal.balance",
     yuan,
     {"财政平衡", "fiscal balance: contributions less public spending and pensions"},
     both<fiscal_balance>},
});

}  // namespace

std::span<const Effect> all_effects() { return effects; }

}  // namespace jtsim::output
