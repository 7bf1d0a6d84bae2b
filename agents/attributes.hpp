// Drawing a person's attributes from random words; shared by the initial workforce and by entrants.
#pragma once

#include "agents/retirement.hpp"
#include "agents/tables.hpp"
#include "base/random.hpp"

namespace jtsim::agents {

/// Draws a group with the given probabilities (which sum to 1) from one word.
template <class Enum>
Enum pick(const EnumArray<Enum, double>& shares, std::uint32_t word) {
  double u = unit_interval(word);
  for (std::size_t i = 0; i + 1 < shares.values.size(); ++i) {
    u -= shares.values[i];
    if (u < 0) return static_cast<Enum>(i);
  }
  return static_cast<Enum>(shares.values.size() - 1);
}

EthnicityId draw_ethnicity(const Tables& tables, LeagueId league, std::uint32_t word);

/// Education of those who hold a post: the composition table, cut at what the post asks for.
Education draw_education(const EnumArray<Education, double>& shares, Education minimum,
                         std::uint32_t word);

/// Binary logarithm of a personal pay factor that is lognormal with mean 1; `sd` in natural log
/// points.
double personal_log2(double sd, std::uint32_t word);

/// An age distribution in years: normal, cut to [minimum, maximum).
struct AgeRule {
  double mean;
  double sd;
  double minimum;
  double maximum;
};

/// Throws InputError: the table leaves no age between its minimum and the retirement age.
[[noreturn]] void refuse_ages();

/// Truncated draws are repeated until they fall inside; more tries than this mean an impossible
/// table.
inline constexpr std::uint32_t age_tries_limit = 256;

/// Age in years of try `word`.
double draw_age(const AgeRule& ages, std::uint32_t word);

/// Birth month of a person who works in `now`: not yet at the own legal retirement month.
/// `word(attempt)` gives random words.
template <class Word>
Month draw_birth(Month now, const AgeRule& ages, const RetirementRule& rule, Word&& word) {
  for (std::uint32_t attempt = 0; attempt < age_tries_limit; ++attempt) {
    const double age = draw_age(ages, word(attempt));
    if (!(age >= ages.minimum && age < ages.maximum)) continue;
    const Month birth = now - static_cast<int>(age * Month::per_year);
    if (legal_retirement(rule, birth) > now) return birth;
  }
  refuse_ages();
}

}  // namespace jtsim::agents
