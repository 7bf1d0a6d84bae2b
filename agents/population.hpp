// Who is there at the start, and who may enter later: attributes as pure functions of a person's
// luck.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// Fills the initial workforce: the roster's mines in their order, one row a head.
void populate(World& world);

/// Attributes of a possible entrant of (league, month), equal in every policy run.
struct Entrant {
  WorkerId id = 0;
  Month birth;
  Sex sex = Sex::male;
  EthnicityId ethnicity;
  Education education = Education::junior;
  Hukou hukou = Hukou::local_urban;
  /// Words that settle what depends on the post he gets.
  std::uint32_t category_word = 0;
  std::uint32_t contract_word = 0;
  double personal_log2 = 0;
};

/// Entrants of one (league, month) that can be told apart.
inline constexpr std::uint32_t entrants_per_cell = 65'536;

/// The `ordinal`-th possible entrant of this month in `league`.
Entrant entrant(const World& world, LeagueId league, std::uint32_t ordinal);

/// Writes the pension months of a filled row into its columns and the calendars.
void plan_pension(World& world, Row row);
/// The same with the word on `Stream::retirement_choice` at hand.
void plan_pension(World& world, Row row, std::uint32_t choice);

}  // namespace jtsim::agents
