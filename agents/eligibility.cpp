// Who may be served by a policy.
#include "agents/eligibility.hpp"

#include <algorithm>

#include "agents/commitments.hpp"
#include "agents/pay.hpp"

namespace jtsim::agents {

namespace {

/// Lays conditions on many persons, one after the other: a condition that is open for all costs
/// nothing, any other reads a column or two.
class Fitting {
 public:
  /// Of `rows` those fit whose `fits` is 1.
  Fitting(std::span<const Row> rows, std::span<bool8> fits) : rows_(rows), fits_(fits) {}

  template <class Holds>
  void require(Holds&& holds) {
    for (std::size_t i = 0; i < rows_.size(); ++i) fits_[i] &= bool8{holds(rows_[i])};
  }
  /// `values`: a column or field.
  template <class Element, class Values>
  void require(const Mask<Element>& mask, const Values& values) {
    if (!mask.is_open()) require([&](Row row) { return mask.has(values[row]); });
  }
  /// For what is dear to find out.
  template <class Holds>
  void require_of_the_rest(Holds&& holds) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (fits_[i] != 0) fits_[i] = bool8{holds(rows_[i])};
    }
  }

 private:
  std::span<const Row> rows_;
  std::span<bool8> fits_;
};

void require_person(const World& world, const Eligibility& eligible, Fitting& fitting) {
  const Workers& w = world.workers;
  if (eligible.restricts_age()) {
    fitting.require([&](Row row) {
      const int age = age_years(w.birth[row], world.now);
      return age >= eligible.age_min_years && age <= eligible.age_max_years;
    });
  }
  fitting.require(eligible.sexes, w.sex);
  fitting.require(eligible.ethnicities, w.ethnicity);
  fitting.require(eligible.educations, w.education);
  fitting.require(eligible.contracts, w.contract);
  fitting.require(eligible.leagues, w.league);
  if (eligible.last_sectors.is_open()) return;
  const std::vector<Occupation>& occupations = world.tables().occupations;
  fitting.require([&](Row row) {
    return eligible.last_sectors.has(occupations[w.occupation[row].index()].sector);
  });
}

/// Was the person in the policy within the time for which it is not offered again?
bool was_in_it_lately(const World& world, const Offer& offer, Row row) {
  const Workers& w = world.workers;
  const bool was_in_it = w.slot[row] == offer.policy;
  const bool is_too_soon = world.now - w.slot_end[row] < offer.repeat_after_months;
  return (unsigned{was_in_it} & unsigned{is_too_soon}) != 0;
}

/// Without branches on the person.
bool may_train(const World& world, const Offer& offer, Row row) {
  const Workers& w = world.workers;
  const unsigned certified = w.certificates[row] >> offer.certificate & 1U;
  const bool refused = was_in_it_lately(world, offer, row);
  return (unsigned{holds_slot(world, row)} | certified | unsigned{refused}) == 0;
}

}  // namespace

void find_fitting(const World& world, const Eligibility& eligible, std::span<const Row> rows,
                  std::span<bool8> fits) {
  std::ranges::fill(fits, bool8{1});
  Fitting fitting(rows, fits);
  require_person(world, eligible, fitting);
}

void find_eligible(const World& world, const Eligibility& eligible, std::span<const Row> rows,
                   std::span<bool8> fits) {
  std::ranges::fill(fits, bool8{1});
  Fitting fitting(rows, fits);
  fitting.require(eligible.states, world.workers.state);
  if (eligible.restricts_spell()) {
    fitting.require([&](Row row) {
      const int spell = months_without_work(world, row);
      return spell >= eligible.spell_min_months && spell <= eligible.spell_max_months;
    });
  }
  if (eligible.displaced != DisplacedRule::anyone) {
    fitting.require([&](Row row) { return fits_displacement(world, eligible.displaced, row); });
  }
  require_person(world, eligible, fitting);
}

bool is_eligible(const World& world, const Eligibility& eligible, Row row) {
  bool8 fits = 0;
  find_eligible(world, eligible, {&row, 1}, {&fits, 1});
  return fits != 0;
}

Requirement missing_in_person(const World& world, const Eligibility& eligible, Row row) {
  const Workers& w = world.workers;
  const int age = age_years(w.birth[row], world.now);
  const bool is_of_age = age >= eligible.age_min_years && age <= eligible.age_max_years;
  if (eligible.restricts_age() && !is_of_age) return Requirement::age;
  if (!eligible.sexes.has(w.sex[row])) return Requirement::sex;
  if (!eligible.ethnicities.has(w.ethnicity[row])) return Requirement::ethnicity;
  if (!eligible.educations.has(w.education[row])) return Requirement::education;
  if (!eligible.contracts.has(w.contract[row])) return Requirement::contract;
  if (!eligible.leagues.has(w.league[row])) return Requirement::league;
  const Occupation& last = world.tables().occupations[w.occupation[row].index()];
  return eligible.last_sectors.has(last.sector) ? Requirement::other : Requirement::last_sector;
}

Requirement missing_requirement(const World& world, const Eligibility& eligible, Row row) {
  if (!eligible.states.has(world.workers.state[row])) return Requirement::state;
  const int spell = months_without_work(world, row);
  const bool is_in_time = spell >= eligible.spell_min_months && spell <= eligible.spell_max_months;
  if (eligible.restricts_spell() && !is_in_time) return Requirement::spell;
  if (!fits_displacement(world, eligible.displaced, row)) return Requirement::displacement;
  return missing_in_person(world, eligible, row);
}

bool fits_displacement(const World& world, DisplacedRule rule, Row row) {
  if (rule == DisplacedRule::anyone) return true;
  const SpellCause cause = world.workers.spell_cause[row];
  return rule == DisplacedRule::displaced ? cause != SpellCause::other
                                          : cause == SpellCause::displaced_by_closure;
}

int months_without_work(const World& world, Row row) {
  if (is_employed(world.workers.state[row])) return 0;
  return world.now - world.workers.spell_start[row];
}

bool fits_service(const World& world, const Offer& offer, Row row) {
  bool8 fits = 1;
  require_service(world, offer, {&row, 1}, {&fits, 1});
  return fits != 0;
}

void require_service(const World& world, const Offer& offer, std::span<const Row> rows,
                     std::span<bool8> fits) {
  const auto has_no_slot = [&](Row row) { return !holds_slot(world, row); };
  Fitting fitting(rows, fits);
  switch (offer.service) {
    case Service::internal_retirement:
      return fitting.require([&](Row row) { return is_in_window(world, offer, row); });
    case Service::training:
      return fitting.require([&](Row row) { return may_train(world, offer, row); });
    case Service::public_post:
      return fitting.require(
          [&](Row row) { return has_no_slot(row) && !was_in_it_lately(world, offer, row); });
    case Service::platform_work:
    case Service::self_employment:
    case Service::labour_export:
    case Service::coaching:
      return fitting.require(has_no_slot);
    case Service::wage_insurance:
      fitting.require(has_no_slot);
      return fitting.require_of_the_rest([&](Row row) { return pay_gap(world, row) > 0; });
    case Service::internal_transfer:
    case Service::organised_transfer:
    case Service::hiring_aid:
    case Service::search_aid:
    case Service::relocation_aid:
      return;
  }
}

}  // namespace jtsim::agents
