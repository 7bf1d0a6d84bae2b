// The background's part of matching: who of those who are no agents applies, and whom a vacancy
// hires, without drawing every applicant.
//
// A vacancy receives N applicants, N Poisson of mean m (`ApplicantFlows::per_vacancy`), each with a
// key -log2(v)/w, v uniform, w the mean hiring weight; a key exceeds x with probability 2^(-w x).
// Those with a key of at most x are Poisson of mean m (1 - 2^(-w x)), so the smallest key T has
//   P(T > x) = exp(-m (1 - 2^(-w x))),   P(no applicant) = P(T = inf) = exp(-m).
// With one uniform u, T > x where the right-hand side exceeds u gives T its law: no applicant comes
// if u <= exp(-m), and else T = -log2(1 + ln(u)/m) / w. One word settles both questions.
#pragma once

#include <cstdint>

#include "agents/world.hpp"

namespace jtsim::agents {

/// Words below it mean that no background applicant comes to a vacancy that expects `per_vacancy`
/// of them. Never 0, so that the word 0 can mark a vacancy as taken.
std::uint32_t no_applicant_limit(double per_vacancy);

/// The smallest key among the background applicants of a vacancy whose word is `word`, as explained
/// above; inf if none comes. In the unit of `race_key`.
double best_background_key(std::uint32_t word, double per_vacancy, double hiring_weight);

/// Sets the month's flows of applications, and the word of every vacancy outside mining, in the
/// world's scratch. The word of a vacancy without agents is draw(luck, background_vacancy, slot,
/// month, cell).
void draw_background(World& world);

/// Draws the word of the vacancy at `position` anew, from the luck of its best agent: which rival
/// from the background that person meets then does not hang on which vacancy it is. The law is the
/// same, since a person sends one application a month. Does nothing where no background applicant
/// is expected.
void meet_background(World& world, const Application& best, std::size_t position);

/// Takes the vacancy at `position` of the scratch from the background.
void keep_from_background(MarketScratch& scratch, std::size_t position);

/// Every vacancy with a background applicant that was not kept from it hires one. His origin is
/// drawn in proportion to the applications sent from there; he leaves its unemployed for the
/// employed of the vacancy's cell. Where the stock of the drawn origins is exhausted, the vacancy
/// stays open. Requires `draw_background`.
void hire_background(World& world);

}  // namespace jtsim::agents
