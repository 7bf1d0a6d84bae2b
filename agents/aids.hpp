// Aids to search and hiring: reserved before this month's matching, paid for those who were hired.
#pragma once

#include <span>

#include "agents/world.hpp"

namespace jtsim::agents {

/// Before search: reserves the open aids for those without work in the order of their queues, and
/// sets `world.hiring_aids`, `world.search_aids` and `world.relocation_aids`.
void reserve_aids(World& world);

/// Multiplies the hiring weight of an applicant; 1 without an aid.
double hiring_factor(const World& world, Row row);

/// Notes the posts that employers want besides because they were paid for hiring `row` into `cell`,
/// for a year: elasticity x payment / a year's pay of the post. None in mining, where mines want
/// heads.
void note_subsidised_hire(World& world, Row row, std::size_t cell);

/// Sets what multiplies the search intensity of each of `rows`, which ascend: aids, and slot
/// policies (lock-in of those in training); 1 without either.
void find_search_factors(const World& world, std::span<const Row> rows, std::span<double> factors);

/// Multiplies the weight of posts outside the home league; 1 without an aid.
double reach_factor(const World& world, Row row);

/// After matching: pays the aids of those hired (completed) and returns all others; aids to
/// relocation are paid for those `moved`, who were hired in another league. Any order will do.
void settle_aids(World& world, std::span<const Row> hired, std::span<const Row> moved = {});

/// At month's end: counts who of those served 6, 12 and 24 months ago is in work now, exported
/// workers included, in the year of serving.
void count_in_work(World& world);

}  // namespace jtsim::agents
