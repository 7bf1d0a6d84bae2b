// Small scenarios from random numbers.
#include "tests/support/random_world.hpp"

#include "base/random.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;
using namespace jtsim::policies;

namespace {

/// Hands out numbers on [low, high] in their order.
class Dice {
 public:
  explicit Dice(const std::vector<std::uint32_t>& numbers) : numbers_(numbers) {}

  double between(double low, double high) {
    const std::uint32_t word = next_ < numbers_.size() ? numbers_[next_] : 0;
    ++next_;
    return low + (high - low) * unit_interval(word);
  }
  int whole(int low, int high) { return static_cast<int>(between(low, high + 0.999)); }

 private:
  const std::vector<std::uint32_t>& numbers_;
  std::size_t next_ = 0;
};

void give_rates(Inputs& inputs) {
  for (SectorRow& sector : inputs.tables.sectors.values) {
    sector.separation_weight = 1;
    sector.job_to_job_rate = 0.008;
    sector.surplus_separation_share = 0.1;
  }
  inputs.tables.sectors[Sector::mining].separation_weight = 0;
}

template <class Kind>
Kind queued(Dice& dice, const std::string& line) {
  Kind policy;
  policy.seats_per_month = dice.whole(-1, 4);
  policy.max_active = dice.whole(-1, 20);
  policy.take_up_share = dice.between(0, 1);
  if (dice.whole(0, 1) == 1) policy.budget = line;
  return policy;
}

/// Short and uncertain, so that ends of all kinds come about.
template <class Kind>
Kind lasting(Kind policy, Dice& dice) {
  policy.months = dice.whole(1, 24);
  policy.end_per_month = dice.between(0, 0.2);
  return policy;
}

/// Everything beyond the statutory rights and the oldest programmes.
void add_programmes(SmallScenario& scenario) {
  scenario.add(OrganisedTransfer{});
  scenario.add(DigitalUpskilling{});
  scenario.add(OneToOne{});
  scenario.add(PlatformWork{});
  scenario.add(StartupSupport{});
  scenario.add(LabourExport{});
  scenario.add(PublicPost{});
  scenario.add(WageInsurance{});
  scenario.add(RelocationGrant{});
  scenario.add(RetentionSubsidy{});
  scenario.add(AntiDiscrimination{});
}

}  // namespace

PolicyId SmallScenario::add(Policy policy) {
  const Kind& kind = kind_of(policy);
  const PolicyId id = add_policy(inputs, std::string(kind.id));
  policies.push_back({id, inputs.policies.back().name, std::move(policy)});
  if (kind.step == Step::cascade) cascade.push_back(id);
  return id;
}

SmallScenario small_scenario() {
  SmallScenario scenario;
  scenario.inputs = small_inputs();
  give_rates(scenario.inputs);
  scenario.add(InternalTransfer{});
  scenario.add(InternalRetirement{});
  scenario.add(EarlyRetirement{});
  scenario.add(Severance{});
  scenario.add(Retraining{});
  scenario.add(HiringSubsidy{});
  scenario.add(PlacementService{});
  scenario.add(UnemploymentInsurance{});
  scenario.add(SocialAssistance{});
  add_programmes(scenario);
  return scenario;
}

SmallScenario random_scenario(const std::vector<std::uint32_t>& numbers) {
  Dice dice(numbers);
  SmallScenario scenario;
  Inputs& inputs = scenario.inputs;
  inputs = small_inputs();
  give_rates(inputs);
  inputs.end = Month::of(2026, 12);
  Path& coal = inputs.tables.coal_output;
  const double first = coal.values.front();
  coal.months = {Month::of(2020, 12), Month::of(2022, 6), Month::of(2024, 1), Month::of(2026, 12)};
  coal.values = {first, first * dice.between(0.5, 1.5), first * dice.between(0, 1.3),
                 first * dice.between(0, 1)};
  inputs.tables.productivity_growth.values = {dice.between(-0.02, 0.08)};
  inputs.settings.demand.closure_rule = static_cast<ClosureRule>(dice.whole(0, 3));
  inputs.settings.search.search_intensity = dice.between(0.05, 1);
  inputs.tables.sectors[Sector::mining].job_to_job_rate = dice.between(0, 0.05);
  inputs.settings.demography.labour_force_exit_per_month = dice.between(0, 0.3);
  inputs.settings.demography.labour_force_exit_after_months = dice.whole(0, 12);
  inputs.tables.labour_force = {{Month::of(2020, 12), Month::of(2026, 12)},
                                {1, dice.between(0.7, 1.2)}};
  add_budget_line(inputs, fen_from_yuan(dice.between(0, 300'000)), dice.whole(0, 1) == 1);
  const std::string line = inputs.budget_lines.back().name.id;
  scenario.add(queued<InternalTransfer>(dice, line));
  scenario.add(queued<InternalRetirement>(dice, line));
  scenario.add(EarlyRetirement{});
  scenario.add(Severance{});
  scenario.add(queued<Retraining>(dice, line));
  scenario.add(queued<HiringSubsidy>(dice, line));
  scenario.add(queued<PlacementService>(dice, line));
  scenario.add(UnemploymentInsurance{});
  scenario.add(SocialAssistance{});
  scenario.add(queued<OrganisedTransfer>(dice, line));
  scenario.add(queued<DigitalUpskilling>(dice, line));
  scenario.add(queued<OneToOne>(dice, line));
  scenario.add(lasting(queued<PlatformWork>(dice, line), dice));
  scenario.add(lasting(queued<StartupSupport>(dice, line), dice));
  scenario.add(lasting(queued<LabourExport>(dice, line), dice));
  PublicPost posts = queued<PublicPost>(dice, line);
  posts.months = dice.whole(1, 12);
  posts.eligibility.spell_min_months = dice.whole(0, 6);
  scenario.add(posts);
  scenario.add(queued<WageInsurance>(dice, line));
  scenario.add(queued<RelocationGrant>(dice, line));
  RetentionSubsidy retention;
  retention.surplus_share = dice.between(0, 1);
  retention.most_months = dice.whole(1, 12);
  retention.seats = dice.whole(-1, 10);
  retention.budget = line;
  scenario.add(retention);
  AntiDiscrimination enforcement;
  enforcement.ethnicity_share = dice.between(0, 1);
  enforcement.budget = line;
  enforcement.cost_yuan_per_year = dice.between(0, 100'000);
  scenario.add(enforcement);
  return scenario;
}
