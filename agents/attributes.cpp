// Drawing a person's attributes.
#include "agents/attributes.hpp"

#include <numbers>

#include "base/distributions.hpp"
#include "base/error.hpp"

namespace jtsim::agents {

namespace {

constexpr double log2_e = std::numbers::log2e;

}  // namespace

EthnicityId draw_ethnicity(const Tables& tables, LeagueId league, std::uint32_t word) {
  double u = unit_interval(word);
  const std::size_t count = tables.ethnicities.size();
  for (std::size_t e = 0; e + 1 < count; ++e) {
    u -= tables.coal_ethnicity(league.index(), e);
    if (u < 0) return EthnicityId{e};
  }
  return EthnicityId{count - 1};
}

/// Education of those who hold a post: the composition table, cut at what the post asks for.
Education draw_education(const EnumArray<Education, double>& shares, Education minimum,
                         std::uint32_t word) {
  double above = 0;
  for (const Education e : all_of_enum<Education>()) above += e >= minimum ? shares[e] : 0.0;
  double u = unit_interval(word) * above;
  for (const Education e : all_of_enum<Education>()) {
    if (e < minimum) continue;
    u -= shares[e];
    if (u < 0) return e;
  }
  return Education::graduate;
}

double personal_log2(double sd, std::uint32_t word) {
  return (sd * normal_quantile(unit_interval(word)) - sd * sd / 2) * log2_e;
}

void refuse_ages() {
  Problem problem;
  problem.key_path = "tables.coal_workforce";
  problem.what = tr("no age can be drawn between the minimum and the retirement age");
  problem.allowed = tr("check age_mean, age_sd, age_minimum and age_maximum");
  throw InputError(std::move(problem));
}

double draw_age(const AgeRule& ages, std::uint32_t word) {
  return ages.mean + ages.sd * normal_quantile(unit_interval(word));
}

}  // namespace jtsim::agents
