// Adding up a world.
#include "agents/region_account.hpp"

#include "agents/income.hpp"
#include "agents/pay.hpp"

namespace jtsim::agents {

namespace {

constexpr int months_per_sample = 3;

EmployedPersons employed_now(const World& world) {
  EmployedPersons persons;
  for (const auto& stock : world.tallies.stock) {
    for (const Sector sector : all_of_enum<Sector>()) persons.agents += stock[employed_in(sector)];
  }
  for (const std::int32_t heads : world.market.background_employed) persons.background += heads;
  return persons;
}

Fen background_pay(const World& world) {
  const Market& market = world.market;
  double relative = 0;
  for (std::size_t cell = 0; cell < market.cells.count(); ++cell) {
    relative += market.background_employed[cell] *
                post_pay(world.tables(), market.cells.occupation(cell), market.cells.league(cell));
  }
  return static_cast<Fen>(relative * world.conditions.unit_pay_fen + 0.5);
}

/// What employers go on paying for those whom they retired internally.
Fen contributions_in_retirement(const World& world) {
  Fen paid = 0;
  for (const Commitment& commitment : world.ledger.commitments()) {
    if (commitment.activity.state == State::internal_retired)
      paid += commitment.price.per_month - commitment.price.income_per_month;
  }
  return paid;
}

/// Without those that a policy owes: what its line bears is in the ledger.
Fen ordinary_pensions(const World& world) {
  const double units = static_cast<double>(world.tallies.pension_base) * relative_pay_unit;
  const Fen pensions = static_cast<Fen>(
      world.settings().income.pension_share * units * world.conditions.unit_pay_fen + 0.5);
  return pensions - world.early_pensions_due;
}

EnumArray<Payer, Fen> spending_by_payer(const Ledger& ledger) {
  EnumArray<Payer, Fen> sums{};
  const auto spending = ledger.spending();
  for (std::size_t i = 0; i < spending.size(); ++i)
    sums[static_cast<Payer>(i % enum_size<Payer>)] += spending[i];
  return sums;
}

double loss_of_first_displacements(const World& world) {
  std::vector<bool8> seen(world.workers.size(), 0);
  double loss = 0;
  for (const Displacement& event : world.displacements.events) {
    if (seen[event.row.index()] != 0) continue;
    seen[event.row.index()] = 1;
    loss += event.present_shadow - event.present_income;
  }
  return loss;
}

}  // namespace

void RegionAccount::pass_month(const World& world) {
  const EmployedPersons employed = employed_now(world);
  totals_.months_in_work.agents += employed.agents;
  totals_.months_in_work.background += employed.background;
  totals_.pensions += world.early_pensions_unborne;
  if (world.now.is_year_end()) totals_.at_year_end.push_back(employed);
  if (world.step() % months_per_sample == months_per_sample - 1) sample(world);
}

void RegionAccount::sample(const World& world) {
  const Workers& w = world.workers;
  Fen pay = background_pay(world);
  Fen income = 0;
  for (std::size_t i = 0; i < w.size(); ++i) {
    const Row row{i};
    const Fen earned = monthly_income(world, row);
    income += earned;
    if (is_employed(w.state[row])) pay += earned;
  }
  const double due = world.settings().income.contribution_share * static_cast<double>(pay);
  totals_.agents_income += months_per_sample * income;
  totals_.pay += months_per_sample * pay;
  totals_.contributions +=
      months_per_sample * (static_cast<Fen>(due + 0.5) + contributions_in_retirement(world));
  totals_.pensions += months_per_sample * ordinary_pensions(world);
}

RegionTotals RegionAccount::close(const World& world) {
  totals_.spending = spending_by_payer(world.ledger);
  totals_.displacements = static_cast<std::int64_t>(world.displacements.events.size());
  totals_.loss = loss_of_first_displacements(world);
  return std::move(totals_);
}

}  // namespace jtsim::agents
