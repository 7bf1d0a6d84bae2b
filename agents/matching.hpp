// Whom a vacancy hires: the applicant with the smallest key, agent or background.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "agents/world.hpp"

namespace jtsim::agents {

/// The contract of somebody whom such an employer hires.
Contract contract_of(Ownership employer);

/// Who stands behind a vacancy: in mining the mine's owner; elsewhere state-owned with the sector's
/// probability, the same for all applicants.
Ownership employer_of(const World& world, std::size_t cell, std::uint32_t slot);

/// Factor of ethnicity: 1 - (1 - table) x what is left of discrimination x `ethnicity_effect`.
double ethnicity_factor(const World& world, EthnicityId ethnicity, Ownership employer);

/// Hiring factor of a sex: that of the table to the power `sex_exponent`, as far as enforcement
/// leaves it this month.
double sex_factor(const World& world, Sex sex);

/// Hiring weight of an applicant for a post in `occupation`, but for ethnicity, whose factor
/// depends on the employer: the product of skill (proximity^`skill_exponent`), age, sex, education,
/// spell without work and subsidy.
double hiring_weight(const World& world, Row row, OccupationId occupation);

/// The position of an application's vacancy among all vacancies.
struct VacancyPositions {
  /// [cell] position of the first vacancy of a cell.
  std::span<const std::uint32_t> first;

  std::size_t operator()(const Application& application) const {
    return first[application.cell] + application.slot;
  }
};

/// Every vacancy ranks its applications by (key, id). Sets best[vacancy] to the index of the first,
/// and leaves the entries of vacancies without applications as they are. With equal weights and a
/// uniform choice of vacancies, those with an application are the occupied ones among v urns after
/// u throws: v (1 - (1 - 1/v)^u) on average, about v (1 - exp(-u/v)).
void rank_applications(std::span<const Application> applications, const VacancyPositions& position,
                       std::span<std::uint32_t> best);

/// Proposes the hire of everybody who is the best of his vacancy, agents and background taken
/// together, and keeps these vacancies from the background. Sets the scratch's `hired`, ascending.
/// Requires applications and `draw_background`.
void hire_agents(World& world, std::vector<Transition>& transitions);

}  // namespace jtsim::agents
