// Granting and paying early pensions.
#include "agents/early_pensions.hpp"

#include "agents/income.hpp"

namespace jtsim::agents {

namespace {

/// From the ordinary pension month on the pension is no longer an early one.
bool draws_early_pension(const World& world, Row row) {
  const Workers& w = world.workers;
  return w.state[row] == State::retired && world.now < w.retirement[row];
}

/// Takes from the list who draws none any more.
void keep_those_drawing(World& world) {
  std::vector<Row>& rows = world.early_retired;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i + rows_ahead < rows.size()) {
      fetch_record(world.workers, rows[i + rows_ahead]);
      fetch(world.workers.state, rows[i + rows_ahead]);
    }
    const Row row = rows[i];
    rows[kept] = row;
    kept += draws_early_pension(world, row) ? 1U : 0U;
  }
  rows.resize(kept);
}

}  // namespace

EarlyPensions::EarlyPensions(const World& world, const EarlyRetirementTerms& terms)
    : world_(world), terms_(terms) {
  if (terms.price.line.is_none()) return;
  for (const Row row : world.early_retired) {
    if (draws_early_pension(world, row)) per_month_ += monthly_pension(world, row);
  }
}

bool EarlyPensions::take_on(Row row) {
  const Fen per_month = per_month_ + monthly_pension(world_, row);
  if (!world_.ledger.affords_monthly(terms_.price, world_.now, per_month)) return false;
  per_month_ = per_month;
  return true;
}

void pay_early_pensions(World& world) {
  world.early_pensions_due = 0;
  world.early_pensions_unborne = 0;
  if (!world.terms.early_retirement) return;
  const EarlyRetirementTerms& terms = *world.terms.early_retirement;
  keep_those_drawing(world);
  const auto pay = [&](Fen amount) {
    return world.ledger.pay(terms.policy, terms.price, world.now, amount);
  };
  Fen& due = world.early_pensions_due;
  for (const Row row : world.early_retired) due += monthly_pension(world, row);
  if (pay(due)) return;
  for (const Row row : world.early_retired) {
    const Fen pension = monthly_pension(world, row);
    if (!pay(pension)) world.early_pensions_unborne += pension;
  }
}

}  // namespace jtsim::agents
