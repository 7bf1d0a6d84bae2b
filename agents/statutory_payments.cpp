// Statutory payments.
#include "agents/statutory_payments.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "agents/early_pensions.hpp"
#include "agents/eligibility.hpp"
#include "agents/entitlement.hpp"
#include "agents/pay.hpp"
#include "agents/queue.hpp"
#include "agents/record.hpp"

namespace jtsim::agents {

namespace {

/// Mean pay of the league, against which the cap on severance is measured: mining is the only pay
/// modelled person by person.
Fen local_mean_pay(const World& world, LeagueId league) {
  double pay = 0;
  double posts = 0;
  for (std::size_t o = 0; o < world.market.cells.occupations; ++o) {
    const std::int32_t heads = world.market.filled(world.market.cells(OccupationId{o}, league));
    pay += heads * world.tables().occupations[o].base_pay;
    posts += heads;
  }
  const double mean = posts > 0 ? pay / posts : 0.0;
  return static_cast<Fen>(mean * world.tables().leagues[league.index()].pay_factor *
                          world.conditions.unit_pay_fen);
}

/// Years of service as the law counts them: half a year up to six months, else a whole one.
double service_years(int months) {
  const int years = months / Month::per_year;
  const int rest = months % Month::per_year;
  return years + (rest == 0 ? 0.0 : rest < Month::per_year / 2 ? 0.5 : 1.0);
}

Fen severance_of(const World& world, const SeveranceTerms& terms, const Displacement& event) {
  const int served = event.month - event.service_start;
  double years = service_years(served);
  double base = static_cast<double>(event.pay_before);
  const double cap =
      terms.pay_cap_multiple * static_cast<double>(local_mean_pay(world, event.league));
  if (base > cap) {
    base = cap;
    years = std::min<double>(years, terms.capped_years);
  }
  return static_cast<Fen>(base * years * terms.months_per_service_year + 0.5);
}

/// Months of benefit that so many contribution months earn.
int benefit_months(const Tables& tables, int contribution_months) {
  int months = 0;
  for (std::size_t i = 0; i < tables.benefit_from_years.size(); ++i) {
    if (contribution_months >= tables.benefit_from_years[i] * Month::per_year)
      months = tables.benefit_months[i];
  }
  return months;
}

/// The claim of somebody whose spell without work begins this month; every such spell begins with
/// an involuntary loss. Without money for the first month there is none.
void open_claim(World& world, const InsuranceTerms& terms, Row row) {
  Workers& w = world.workers;
  if (w.spell_start[row] != world.now || !w.benefit_end[row].is_never()) return;
  const int contributed = world.now - w.contribution_start[row];
  const double covered = world.tables().insurance_coverage[w.contract[row]] * terms.coverage_factor;
  const std::uint32_t word =
      draw(world.luck, Stream::benefit_coverage, w.id[row], draw_month(world));
  if (contributed < terms.minimum_contribution_months || word >= threshold(covered)) {
    book_answer(world, terms.policy, Counter::not_eligible, row);
    return;
  }
  const int months = benefit_months(world.tables(), contributed);
  const Entitlement right{terms.policy, terms.eligible, 1.0};
  if (months == 0 || !requests_entitlement(world, right, row, world.now)) return;
  const Fen first = full_benefit(world, w.league[row]);
  const bool has_money = world.ledger.affords(terms.price, world.now, first);
  book_entitlement(world, right, row, has_money);
  if (has_money) w.benefit_end[row] = world.now + months;
}

Fen pay_benefit(World& world, const InsuranceTerms& terms, Row row) {
  open_claim(world, terms, row);
  const Fen amount = running_benefit(world, row);
  return amount > 0 && world.ledger.pay(terms.policy, terms.price, world.now, amount) ? amount : 0;
}

/// The benefit whose last month was the previous one.
Fen ended_benefit(const World& world, Row row) {
  return world.terms.insurance ? full_benefit(world, world.workers.league[row]) : 0;
}

/// Tops households up to the assistance line; the means test beyond the worker's own income is the
/// take-up share.
class Assistance {
 public:
  Assistance(World& world, const AssistanceTerms& terms)
      : world_(world),
        terms_(terms),
        right_{terms.policy, terms.eligible, terms.take_up},
        line_(household_assistance_line(world)),
        waited_(std::exchange(world.awaiting_assistance, {})),
        goes_on_(world.jobless.size()) {
    find_entitled(world, right_, world.jobless, goes_on_);
  }

  /// Pays the household of the `i`-th of those without work, who has so much benefit. In the order
  /// of `i`.
  Fen pay(std::size_t i, Fen benefit) {
    const Row row = world_.jobless[i];
    const bool waits = waited(row);
    const bool is_request = begins(row) || (waits && goes_on_[i] != 0);
    if (benefit >= line_ || !asks(i, is_request)) {
      if (waits) world_.awaiting_assistance.push_back(row);
      return 0;
    }
    const Fen amount = line_ - benefit;
    const bool paid = world_.ledger.pay(terms_.policy, terms_.price, world_.now, amount);
    if (is_request) book_request(row, paid);
    return paid ? amount : 0;
  }

 private:
  /// A request that found no money is made, and counted, again every month until it is served.
  bool asks(std::size_t i, bool is_request) {
    const Row row = world_.jobless[i];
    if (!is_request) return goes_on_[i] != 0;
    return requests_entitlement(world_, right_, row, world_.workers.spell_start[row]);
  }

  void book_request(Row row, bool paid) {
    book_entitlement(world_, right_, row, paid);
    if (!paid) world_.awaiting_assistance.push_back(row);
  }

  /// Rows come in ascending order.
  bool waited(Row row) {
    while (next_ < waited_.size() && waited_[next_] < row) ++next_;
    return next_ < waited_.size() && waited_[next_] == row;
  }

  /// The right arises with the spell, or when a benefit beyond the line ends.
  bool begins(Row row) const {
    const Workers& w = world_.workers;
    return w.spell_start[row] == world_.now ||
           (w.benefit_end[row] == world_.now && ended_benefit(world_, row) >= line_);
  }

  World& world_;
  const AssistanceTerms& terms_;
  const Entitlement right_;
  const Fen line_;
  const std::vector<Row> waited_;
  std::size_t next_ = 0;
  std::vector<bool8> goes_on_;
};

/// Severance ends a relation with an employer; these go on with theirs or with one who took over
/// their service, or left for a pension or for good.
bool keeps_service(const World& world, const Displacement& event) {
  const bool goes_on = is_employed(world.workers.state[event.row]) &&
                       world.workers.service_start[event.row] == event.service_start;
  const Destination now = destination_of(world, event);
  return goes_on || now == Destination::internal_retired || now == Destination::retired ||
         now == Destination::dead;
}

}  // namespace

Fen household_assistance_line(const World& world) {
  return static_cast<Fen>(world.settings().income.household_size *
                              static_cast<double>(world.conditions.assistance_line) +
                          0.5);
}

void pay_severance(World& world) {
  if (!world.terms.severance) return;
  const SeveranceTerms& terms = *world.terms.severance;
  auto& events = world.displacements.events;
  for (std::size_t e = world.displacements.month_begin[static_cast<std::size_t>(world.step())];
       e < events.size(); ++e) {
    Displacement& event = events[e];
    // Who is taken over inside the group or retires internally keeps his relation with the
    // employer.
    if (keeps_service(world, event)) continue;
    const Entitlement right{terms.policy, terms.eligible, 1.0};
    if (!requests_entitlement(world, right, event.row, world.now)) continue;
    const Fen amount = severance_of(world, terms, event);
    const bool paid = world.ledger.pay(terms.policy, terms.price, world.now, amount);
    book_entitlement(world, right, event.row, paid);
    if (paid) event.severance = amount;
  }
}

void pay_transfers(World& world) {
  world.transfers.clear();
  std::optional<Assistance> assistance;
  if (world.terms.assistance) {
    assistance.emplace(world, *world.terms.assistance);
  } else {
    world.awaiting_assistance.clear();
  }
  for (std::size_t i = 0; i < world.jobless.size(); ++i) {
    const Row row = world.jobless[i];
    const Fen benefit = world.terms.insurance ? pay_benefit(world, *world.terms.insurance, row) : 0;
    const Fen paid = benefit + (assistance ? assistance->pay(i, benefit) : 0);
    if (paid > 0) world.transfers.add(row, paid);
  }
  pay_early_pensions(world);
}

}  // namespace jtsim::agents
