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
    {"displaced.events", persons, tr("displacements"), both<displacements>},
    {"displaced.in_work_12m", persons, tr("displaced in work 12 months later"),
     displaced_sum<in_work_12m>, observed<displaced, in_work_12m>},
    {"displaced.in_work_36m", persons, tr("displaced in work 36 months later"),
     displaced_sum<in_work_36m>, observed<displaced, in_work_36m>},
    {"displaced.in_work_60m", persons, tr("displaced in work 60 months later"),
     displaced_sum<in_work_60m>, observed<displaced, in_work_60m>},
    {"displaced.years_in_work", person_years, tr("displaced: years in work within 60 months"),
     displaced_years, observed<displaced, months_in_work>},
    {"displaced.months_without_work", months_each,
     tr("displaced: months out of work within 60 months"), each<displaced, months_without_work>,
     observed<displaced, months_without_work>},
    {"displaced.income", yuan_each, tr("displaced: income within 60 months"),
     each<displaced, income>, observed<displaced, income>},
    {"displaced.loss", yuan, tr("present value of what the displaced lose"), both<loss>},
    {"region.years_in_work", person_years, tr("region: years in work (net)"), both<years_in_work>},
    {"region.in_work_at_end", persons, tr("region: in work in the last December (net)"),
     both<in_work_at_end>},
    {"agents.years_in_work", person_years, tr("coal workers: years in work"), both<agent_years>},
    {"background.years_in_work", person_years, tr("everybody else: years in work"),
     both<background_years>},
    {"region.pay", yuan, tr("region: pay"), both<pay>},
    {"agents.income", yuan, tr("coal workers: income"), both<agents_income>},
    {"participants.in_work_share_3m", share, tr("participants in work 3 months later (lock-in)"),
     each<participants, in_work_3m>, observed<participants, in_work_3m>},
    {"participants.in_work_share_6m", share, tr("participants in work 6 months later (lock-in)"),
     each<participants, in_work_6m>, observed<participants, in_work_6m>},
    {"participants.in_work_share_12m", share, tr("participants in work 12 months later"),
     each<participants, in_work_12m>, observed<participants, in_work_12m>},
    {"participants.in_work_share_36m", share, tr("participants in work 36 months later"),
     each<participants, in_work_36m>, observed<participants, in_work_36m>},
    {"participants.in_work_share_60m", share, tr("participants in work 60 months later"),
     each<participants, in_work_60m>, observed<participants, in_work_60m>},
    {"participants.months_without_work", months_each,
     tr("participants: months out of work within 60 months"),
     each<participants, months_without_work>, observed<participants, months_without_work>},
    {"participants.income", yuan_each, tr("participants: income within 60 months"),
     each<participants, income>, observed<participants, income>},
    {"newcomers.in_work_share_12m", share, tr("new participants in work 12 months later"),
     each<newcomers, in_work_12m>, observed<newcomers, in_work_12m>},
    {"newcomers.months_without_work", months_each,
     tr("new participants: months out of work within 60 months"),
     each<newcomers, months_without_work>, observed<newcomers, months_without_work>},
    {"spending.central", yuan, tr("spending: central"), both<spent_by<Payer::central>>},
    {"spending.region", yuan, tr("spending: region"), both<spent_by<Payer::region>>},
    {"spending.enterprise", yuan, tr("spending: enterprises"), both<spent_by<Payer::enterprise>>},
    {"spending.insurance_fund", yuan, tr("spending: insurance fund"),
     both<spent_by<Payer::insurance_fund>>},
    {"spending.private", yuan, tr("spending: private"), both<spent_by<Payer::private_>>},
    {"spending.public", yuan, tr("public spending: central, region, insurance fund"),
     both<public_spending>},
    {"spending.all", yuan, tr("spending of all payers"), both<all_spending>},
    {"fiscal.contributions", yuan, tr("social insurance contributions"), both<contributions>},
    {"fiscal.pensions", yuan, tr("pensions"), both<pensions>},
    {"fiscal.balance", yuan, tr("fiscal balance: contributions less public spending and pensions"),
     both<fiscal_balance>},
});

}  // namespace

std::span<const Effect> all_effects() { return effects; }

}  // namespace jtsim::output
