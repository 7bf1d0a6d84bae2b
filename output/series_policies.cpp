// Series of money and policies, and of hiring chances. One line each: name, axes, unit,
// meaning, when and how it is filled.
#include "output/fills.hpp"
#include "output/series_tables.hpp"

namespace jtsim::output {

namespace {

using enum Axis;
using enum When;

constexpr std::string_view persons = "persons";
constexpr std::string_view fen = "fen";

constexpr auto table = std::to_array<Series>({
    {"budget_line",
     {year, line, quantity},
     fen,
     tr("budget of a line, all that was set aside in the year (used or not), and spending"),
     run_end,
     fill_budget_line},
    {"policy_count",
     {year, policy, counter},
     persons,
     tr("whom a policy reached, by year of serving"),
     run_end,
     fill_policy_count},
    {"policy_spending",
     {year, policy, payer},
     fen,
     tr("spending of a policy by payer"),
     run_end,
     fill_policy_spending},
    {"investment_account",
     {year, policy, investment_item},
     "fen or projects",
     tr("account of a fund; missing for policies that are none"),
     run_end,
     fill_investment_account},
    {"project_jobs",
     {year, region, project_quantity},
     "months of a post",
     tr("posts of the projects of a fund, and filled ones"),
     run_end,
     fill_project_jobs},
    {"callback",
     {year, callback_quantity},
     persons,
     tr("hiring chances of women, and of men in their place"),
     year_end,
     fill_callback},
});

}  // namespace

std::span<const Series> series_of_policies() { return table; }

}  // namespace jtsim::output
