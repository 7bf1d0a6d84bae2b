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
     {"推进一个月,读入本月外部条件:"
      "煤炭产量、生产率、产能、劳动力、工资指数、最低工资、物价、歧视消退",
      "moves to the next month and sets its outside conditions: coal output, productivity, "
      "capacity, labour force, pay "
      "index, minimum pay, prices, fading discrimination"},
     &agents::clock},
    {"policies",
     {"各项有效政策写出本月条款:对象、名额、金额、效果",
      "every policy in force writes this month's terms: who, how many, how much, to what effect"},
     nullptr},
    {"demography",
     {"死亡、法定退休、特殊工种提前退休、长期失业者退出劳动力市场、内部退养期满",
      "deaths, legal and special early retirement, exits from the labour force, ends of internal "
      "retirement"},
     &agents::demography},
    {"demand",
     {"各煤矿及各盟市各职业所需岗位、关矿、空缺岗位",
      "jobs wanted in every mine and every occupation and league, closures, vacancies"},
     &agents::demand},
    {"separation",
     {"主动离职、煤炭以外失去工作、自愿内部退养、减产与关矿裁减",
      "quits, jobs lost outside coal, voluntary internal retirement, displacement from shrinking "
      "and closing mines"},
     &agents::separation},
    {"placement",
     {"被裁减者依次经过安置措施:内部转岗、内部退养、培训等",
      "the displaced pass the cascade of placement: internal transfer, internal retirement, "
      "training, ..."},
     &agents::placement},
    {"training",
     {"培训进度、中途退出、结业证书", "progress of courses, drop-out, certificates"},
     &agents::training},
    {"search",
     {"求职者选择市场与空缺,每个空缺录用一人",
      "searchers choose a market and a vacancy; each vacancy hires one applicant"},
     &agents::search_and_matching},
    {"income",
     {"工资、经济补偿金、失业保险、低保、津贴,以及被裁减者的收入损失",
      "pay, severance, insurance, assistance, allowances, and what the displaced lose"},
     &agents::income},
    {"record",
     {"新人进入煤矿,记录去向,本月结账",
      "entrants fill the mines' open posts, destinations are noted, accounts closed"},
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
