// The list of tables of outcomes; to add one, add a line.
#include "output/tables/outcome_plans.hpp"

#include <array>

namespace jtsim::output {

namespace {

constexpr MeasureName rates[]{
    {"registered_unemployment", Unit::share, tr("registered unemployment rate")},
};
constexpr MeasureName incomes[]{
    {"mean_yuan", Unit::yuan_per_month, tr("mean income")},
    {"p10_yuan", Unit::yuan_per_month, tr("tenth percentile")},
    {"p50_yuan", Unit::yuan_per_month, tr("median income")},
    {"p90_yuan", Unit::yuan_per_month, tr("ninetieth percentile")},
    {"gini", Unit::ratio, tr("Gini")},
    {"theil", Unit::ratio, tr("Theil's T")},
    {"p90_p10", Unit::ratio, tr("P90/P10")},
    {"palma", Unit::ratio, tr("Palma ratio")},
    {"below_assistance_line", Unit::share, tr("share below assistance line")},
};
constexpr MeasureName gaps[]{
    {"income_ratio", Unit::ratio, tr("ratio of mean incomes")},
    {"income_difference_yuan", Unit::yuan_per_month, tr("difference of mean incomes")},
    {"pay_ratio", Unit::ratio, tr("ratio of mean pay")},
    {"pay_difference_yuan", Unit::yuan_per_month, tr("difference of mean pay")},
    {"loss_1_ratio", Unit::ratio, tr("ratio of loss shares, first year")},
    {"loss_1_difference", Unit::share, tr("difference of loss shares, first year")},
    {"loss_5_ratio", Unit::ratio, tr("ratio of loss shares, fifth year")},
    {"loss_5_difference", Unit::share, tr("difference of loss shares, fifth year")},
    {"loss_15_ratio", Unit::ratio, tr("ratio of loss shares, fifteenth year")},
    {"loss_15_difference", Unit::share, tr("difference of loss shares, fifteenth year")},
    {"loss_present_ratio", Unit::ratio, tr("ratio of loss shares, present value")},
    {"loss_present_difference", Unit::share, tr("difference of loss shares, present value")},
};
constexpr MeasureName losses[]{
    {"share_of_shadow", Unit::share, tr("of what they would have earned")},
    {"share_of_peers", Unit::share, tr("of what never-displaced peers fared")},
    {"yuan", Unit::yuan_per_person, tr("yuan per displacement")},
};
constexpr MeasureName spells[]{
    {"months_without_work", Unit::months, tr("months without work within 60 months")},
    {"found_work_share", Unit::share, tr("share that finds work within 60 months")},
    {"months_to_work", Unit::months, tr("months until work, of those who find it")},
    {"first_pay_ratio", Unit::ratio, tr("first pay over what the old job would pay")},
};
/// Beyond the counters, whose labels are those of the enum.
constexpr MeasureName executions[]{
    {"spending", Unit::yuan, tr("spending")},
    {"jobs_absorbed", Unit::person_years, tr("filled posts of a fund's projects")},
    {"jobs_absorbed_by_agents", Unit::person_years, tr("of them by people from coal")},
    {"yuan_per_job_year", Unit::yuan_per_person_year, tr("spending per filled post and year")},
};

constexpr auto plans = std::to_array<OutcomePlan>({
    {"persons_by_group",
     tr("Persons by group"),
     tr("where persons are at the end of December"),
     {"headline.{headline}.{year}"},
     Unit::persons},
    {"persons_by_state",
     tr("Persons by state"),
     tr("the same by twelve states"),
     {"stock.{state}.{year}"},
     Unit::persons},
    {"unemployment",
     tr("Unemployment"),
     tr("registered unemployment of the region in December"),
     {"rate.{measure}.{year}"},
     Unit::share,
     rates},
    {"long_term_unemployment",
     tr("Long-term unemployment"),
     tr("of those without work, without it for 12 months"),
     {"long_term_unemployment.share.{year}",
      "long_term_unemployment.{partition}.{group}.share.{year}"},
     Unit::share},
    {"displaced",
     tr("Displacements"),
     tr("displacement events; the line without a year is the total"),
     {"displaced.total", "displaced.{year}"},
     Unit::events},
    {"destinations",
     tr("Destinations"),
     tr("where the displaced are months later, of those whose horizon is reached"),
     {"destination_share.{months}.{destination}",
      "destination_share.{partition}.{group}.{months}.{destination}"},
     Unit::share},
    {"destination_events",
     tr("Destinations (events)"),
     tr("the same as numbers of events"),
     {"destination.{months}.{destination}"},
     Unit::events},
    {"in_work",
     tr("In work again"),
     tr("share of the displaced in any employment months later"),
     {"in_work.{months}", "in_work.{partition}.{group}.{months}",
      "in_work.{partition}_region.{group}.{league}.{months}"},
     Unit::share,
     {},
     "{league}{months}{partition}{group}"},
    {"spells",
     tr("Spells without work"),
     tr("within 60 months of displacement"),
     {"spell.{measure}", "spell.{partition}.{group}.{measure}",
      "spell.{partition}_region.{group}.{league}.{measure}"},
     Unit::number,
     spells,
     "{league}{measure}{partition}{group}"},
    {"losses",
     tr("Losses of income"),
     tr("income lost by being displaced, against what the person would have had"),
     {"loss.{window}.{measure}", "loss.{partition}.{group}.{window}.{measure}",
      "loss.{partition}_region.{group}.{league}.{window}.{measure}"},
     Unit::number,
     losses,
     "{league}{measure}{window}{partition}{group}"},
    {"incomes",
     tr("Incomes"),
     tr("December incomes below the pension month; the retired apart"),
     {"inequality.{measure}.{year}", "inequality.{partition}.{measure}.{year}",
      "inequality.{partition}.{group}.{measure}.{year}"},
     Unit::number,
     incomes},
    {"theil",
     tr("Theil decomposition"),
     tr("inequality within and between groups"),
     {"theil_{part}.{partition}.{year}"},
     Unit::ratio},
    {"lorenz",
     tr("Lorenz curve"),
     tr("share of all income that the lowest percent have"),
     {"lorenz.{percent}.{year}"},
     Unit::share,
     {},
     "{year}{percent}"},
    {"gaps",
     tr("Gaps"),
     tr("against the reference group (men, first ethnicity, ages 35-44, lowest education)"),
     {"gap.{partition}.{group}.{measure}", "gap.{partition}.{group}.{measure}.{year}"},
     Unit::number,
     gaps},
    {"policies",
     tr("Policies"),
     tr("counts and spending of policies, by year served"),
     {"policy.{policy}.{measure}.{span}"},
     Unit::events,
     executions},
    {"spending", tr("Spending"), tr("spending by payer"), {"spending.{payer}.{span}"}, Unit::yuan},
});

}  // namespace

std::string_view last_form(const OutcomePlan& plan) {
  std::string_view last;
  for (const std::string_view form : plan.forms) last = form.empty() ? last : form;
  return last;
}

std::span<const OutcomePlan> outcome_plans() { return plans; }

}  // namespace jtsim::output
