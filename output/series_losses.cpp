// Series of the displaced: what they lose, and how long they are without work. One line each: name,
// axes, unit, meaning, when and how it is filled.
#include "output/fills.hpp"
#include "output/series_tables.hpp"

namespace jtsim::output {

namespace {

using enum Axis;
using enum When;

constexpr std::string_view mixed = "persons or fen";
constexpr std::string_view spells = "persons, months or fen";

constexpr auto table = std::to_array<Series>({
    {"displacement_loss",
     {displaced_year, loss_year, loss_quantity},
     mixed,
     tr("income and shadow earnings of the displaced in a year after"),
     run_end,
     fill_events<sum_losses>},
    {"displacement_loss_by_age_band",
     {displaced_year, loss_year, age_band, loss_quantity},
     mixed,
     tr("income and shadow earnings of the displaced in a year after, by age band"),
     run_end,
     fill_events<sum_losses, age_band>},
    {"displacement_loss_by_sex",
     {displaced_year, loss_year, sex, loss_quantity},
     mixed,
     tr("income and shadow earnings of the displaced in a year after, by sex"),
     run_end,
     fill_events<sum_losses, sex>},
    {"displacement_loss_by_ethnicity",
     {displaced_year, loss_year, ethnicity, loss_quantity},
     mixed,
     tr("income and shadow earnings of the displaced in a year after, by ethnicity"),
     run_end,
     fill_events<sum_losses, ethnicity>},
    {"displacement_loss_by_education",
     {displaced_year, loss_year, education, loss_quantity},
     mixed,
     tr("income and shadow earnings of the displaced in a year after, by education"),
     run_end,
     fill_events<sum_losses, education>},
    {"displacement_loss_by_region",
     {displaced_year, loss_year, region, loss_quantity},
     mixed,
     tr("income and shadow earnings of the displaced in a year after, by league"),
     run_end,
     fill_events<sum_losses, region>},
    {"displacement_loss_pair_age_band_region",
     {loss_year, age_band, region, loss_quantity},
     mixed,
     tr("income and shadow earnings of the displaced in a year after, all years of displacement, "
        "by "
        "age band and league"),
     run_end,
     fill_events_pair<sum_losses, age_band>},
    {"displacement_loss_pair_sex_region",
     {loss_year, sex, region, loss_quantity},
     mixed,
     tr("income and shadow earnings of the displaced in a year after, all years of displacement, "
        "by "
        "sex and league"),
     run_end,
     fill_events_pair<sum_losses, sex>},
    {"displacement_loss_pair_ethnicity_region",
     {loss_year, ethnicity, region, loss_quantity},
     mixed,
     tr("income and shadow earnings of the displaced in a year after, all years of displacement, "
        "by "
        "ethnicity and league"),
     run_end,
     fill_events_pair<sum_losses, ethnicity>},
    {"displacement_loss_pair_education_region",
     {loss_year, education, region, loss_quantity},
     mixed,
     tr("income and shadow earnings of the displaced in a year after, all years of displacement, "
        "by "
        "education and league"),
     run_end,
     fill_events_pair<sum_losses, education>},
    {"displacement_present_value",
     {displaced_year, loss_quantity},
     mixed,
     tr("present value of income and shadow earnings until the pension or the end of the run, of "
        "those displaced 15 years or more before it"),
     run_end,
     fill_events<sum_present_values>},
    {"displacement_present_value_by_age_band",
     {displaced_year, age_band, loss_quantity},
     mixed,
     tr("present value of income and shadow earnings until the pension or the end of the run, of "
        "those displaced 15 years or more before it, by age band"),
     run_end,
     fill_events<sum_present_values, age_band>},
    {"displacement_present_value_by_sex",
     {displaced_year, sex, loss_quantity},
     mixed,
     tr("present value of income and shadow earnings until the pension or the end of the run, of "
        "those displaced 15 years or more before it, by sex"),
     run_end,
     fill_events<sum_present_values, sex>},
    {"displacement_present_value_by_ethnicity",
     {displaced_year, ethnicity, loss_quantity},
     mixed,
     tr("present value of income and shadow earnings until the pension or the end of the run, of "
        "those displaced 15 years or more before it, by ethnicity"),
     run_end,
     fill_events<sum_present_values, ethnicity>},
    {"displacement_present_value_by_education",
     {displaced_year, education, loss_quantity},
     mixed,
     tr("present value of income and shadow earnings until the pension or the end of the run, of "
        "those displaced 15 years or more before it, by education"),
     run_end,
     fill_events<sum_present_values, education>},
    {"displacement_present_value_by_region",
     {displaced_year, region, loss_quantity},
     mixed,
     tr("present value of income and shadow earnings until the pension or the end of the run, of "
        "those displaced 15 years or more before it, by league"),
     run_end,
     fill_events<sum_present_values, region>},
    {"displacement_present_value_pair_age_band_region",
     {age_band, region, loss_quantity},
     mixed,
     tr("present value of income and shadow earnings until the pension or the end of the run, of "
        "those displaced 15 years or more before it, all years of displacement, by age band and "
        "league"),
     run_end,
     fill_events_pair<sum_present_values, age_band>},
    {"displacement_present_value_pair_sex_region",
     {sex, region, loss_quantity},
     mixed,
     tr("present value of income and shadow earnings until the pension or the end of the run, of "
        "those displaced 15 years or more before it, all years of displacement, by sex and league"),
     run_end,
     fill_events_pair<sum_present_values, sex>},
    {"displacement_present_value_pair_ethnicity_region",
     {ethnicity, region, loss_quantity},
     mixed,
     tr("present value of income and shadow earnings until the pension or the end of the run, of "
        "those displaced 15 years or more before it, all years of displacement, by ethnicity and "
        "league"),
     run_end,
     fill_events_pair<sum_present_values, ethnicity>},
    {"displacement_present_value_pair_education_region",
     {education, region, loss_quantity},
     mixed,
     tr("present value of income and shadow earnings until the pension or the end of the run, of "
        "those displaced 15 years or more before it, all years of displacement, by education and "
        "league"),
     run_end,
     fill_events_pair<sum_present_values, education>},
    {"displacement_spell",
     {displaced_year, spell_quantity},
     spells,
     tr("spells without work within 60 months of displacement"),
     run_end,
     fill_events<sum_event_spells>},
    {"displacement_spell_by_age_band",
     {displaced_year, age_band, spell_quantity},
     spells,
     tr("spells without work within 60 months of displacement by age band"),
     run_end,
     fill_events<sum_event_spells, age_band>},
    {"displacement_spell_by_sex",
     {displaced_year, sex, spell_quantity},
     spells,
     tr("spells without work within 60 months of displacement by sex"),
     run_end,
     fill_events<sum_event_spells, sex>},
    {"displacement_spell_by_ethnicity",
     {displaced_year, ethnicity, spell_quantity},
     spells,
     tr("spells without work within 60 months of displacement by ethnicity"),
     run_end,
     fill_events<sum_event_spells, ethnicity>},
    {"displacement_spell_by_education",
     {displaced_year, education, spell_quantity},
     spells,
     tr("spells without work within 60 months of displacement by education"),
     run_end,
     fill_events<sum_event_spells, education>},
    {"displacement_spell_by_region",
     {displaced_year, region, spell_quantity},
     spells,
     tr("spells without work within 60 months of displacement by league"),
     run_end,
     fill_events<sum_event_spells, region>},
    {"displacement_spell_pair_age_band_region",
     {age_band, region, spell_quantity},
     spells,
     tr("spells without work within 60 months of displacement, all years of displacement, by age "
        "band and league"),
     run_end,
     fill_events_pair<sum_event_spells, age_band>},
    {"displacement_spell_pair_sex_region",
     {sex, region, spell_quantity},
     spells,
     tr("spells without work within 60 months of displacement, all years of displacement, by sex "
        "and "
        "league"),
     run_end,
     fill_events_pair<sum_event_spells, sex>},
    {"displacement_spell_pair_ethnicity_region",
     {ethnicity, region, spell_quantity},
     spells,
     tr("spells without work within 60 months of displacement, all years of displacement, by "
        "ethnicity and league"),
     run_end,
     fill_events_pair<sum_event_spells, ethnicity>},
    {"displacement_spell_pair_education_region",
     {education, region, spell_quantity},
     spells,
     tr("spells without work within 60 months of displacement, all years of displacement, by "
        "education and league"),
     run_end,
     fill_events_pair<sum_event_spells, education>},
    {"displacement_earnings",
     {displaced_year, earnings_year, earnings_quantity},
     mixed,
     tr("earnings from work of the displaced who have to look for work"),
     run_end,
     fill_earnings},
});

}  // namespace

std::span<const Series> series_of_losses() { return table; }

}  // namespace jtsim::output
