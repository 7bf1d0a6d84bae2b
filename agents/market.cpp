// Which mine a mining vacancy belongs to, and taking it off the market.
#include "agents/market.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"

namespace jtsim::agents {

MineId mine_of_slot(const Market& market, const std::vector<Mine>& mines, std::size_t cell,
                    std::int32_t slot) {
  const OccupationId occupation = market.cells.occupation(cell);
  const LeagueId league = market.cells.league(cell);
  for (const MinePosts& posts : market.mine_posts) {
    if (posts.occupation != occupation || mines[posts.mine.index()].league != league) continue;
    if (slot < posts.open) return posts.mine;
    slot -= posts.open;
  }
  throw LogicFault("a mining vacancy belongs to no mine");
}

void fill_mine_post(Market& market, const std::vector<Mine>& mines, MineId mine,
                    OccupationId occupation) {
  const auto posts =
      std::ranges::lower_bound(market.mine_posts, std::pair(mine, occupation), {},
                               [](const MinePosts& p) { return std::pair(p.mine, p.occupation); });
  expect(posts != market.mine_posts.end() && posts->mine == mine &&
             posts->occupation == occupation && posts->open > 0,
         "a mine hired without an open post");
  --posts->open;
  --market.vacancies[market.cells(occupation, mines[mine.index()].league)];
}

}  // namespace jtsim::agents
