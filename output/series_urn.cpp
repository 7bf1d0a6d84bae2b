// Series of the kind `urn`. One line each: name, axes, unit, meaning, when and how it is filled.
#include "output/fills.hpp"
#include "output/series_tables.hpp"

namespace jtsim::output {

namespace {

using enum Axis;
using enum When;

constexpr auto table = std::to_array<Series>({
    {"urn_rates",
     {step, rate},
     "1",
     tr("unemployment and long-term unemployment over the labour force, vacancies over all posts"),
     run_end,
     fill_urn_rates,
     Kinds::urn},
    {"urn_stock",
     {step, occupation, quantity},
     "persons or posts",
     tr("employed, unemployed and vacancies by occupation"),
     run_end,
     fill_urn_stock,
     Kinds::urn},
});

}  // namespace

std::span<const Series> series_of_urn() { return table; }

}  // namespace jtsim::output
