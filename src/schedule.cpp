// The month as prose: ten phases in this order.
#include "src/schedule.hpp"

#include <array>

#include "agents/clock.hpp"
#include "agents/demand.hpp"
#include "agents/demography.hpp"
#include "agents/income.hpp"
#include "agents/placement.hpp"
#include "agents/record.hpp"
#include "agents/search.hpp"
#include "agents/separation.hpp"
#include "agents/training.hpp"

namespace jtsim::app {

namespace {

constexpr std::array<Phase, 10> phases{{
    {"clock",
     tr("moves to the next month and sets its outside conditions: coal output, productivity, "
        "capacity, labour force, pay "
        "index, minimum pay, prices, fading discrimination"),
     &agents::clock},
    {"policies",
     tr("every policy in force writes this month's terms: who, how many, how much, to what effect"),
     nullptr},
    {"demography",
     tr("deaths, legal and special early retirement, exits from the labour force, ends of internal "
        "retirement"),
     &agents::demography},
    {"demand", tr("jobs wanted in every mine and every occupation and league, closures, vacancies"),
     &agents::demand},
    {"separation",
     tr("quits, jobs lost outside coal, voluntary internal retirement, displacement from shrinking "
        "and closing mines"),
     &agents::separation},
    {"placement",
     tr("the displaced pass the cascade of placement: internal transfer, internal retirement, "
        "training, ..."),
     &agents::placement},
    {"training", tr("progress of courses, drop-out, certificates"), &agents::training},
    {"search", tr("searchers choose a market and a vacancy; each vacancy hires one applicant"),
     &agents::search_and_matching},
    {"income", tr("pay, severance, insurance, assistance, allowances, and what the displaced lose"),
     &agents::income},
    {"record", tr("entrants fill the mines' open posts, destinations are noted, accounts closed"),
     &agents::record},
}};

}  // namespace

std::span<const Phase> schedule() { return phases; }

void run_month(agents::World& world, const policies::PolicyPackage& policies,
               std::vector<agents::Transition>& transitions) {
  for (const Phase& phase : phases) {
    if (phase.run == nullptr) {
      policies.write_terms(world);
      continue;
    }
    phase.run(world, transitions);
    agents::apply(world, transitions);
  }
}

}  // namespace jtsim::app
