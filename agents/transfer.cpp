// Choosing posts for internal transfers, none of them twice.
#include "agents/transfer.hpp"

#include <limits>

#include "agents/skills.hpp"
#include "base/race.hpp"

namespace jtsim::agents {

TransferPosts::TransferPosts(const World& world)
    : world_(world), allowed_(world.mines.size(), 0), of_group_(world.tables().groups.size()) {
  const std::vector<MinePosts>& posts = world.market.mine_posts;
  for (std::size_t i = 0; i < posts.size(); ++i) {
    left_.push_back(posts[i].open);
    if (posts[i].open == 0) continue;
    of_group_[world.tables().mines[posts[i].mine.index()].group.index()].push_back(i);
  }
}

void TransferPosts::limit_to(double share) {
  std::vector<std::int32_t> open(allowed_.size(), 0);
  for (const MinePosts& posts : world_.market.mine_posts) open[posts.mine.index()] += posts.open;
  for (std::size_t mine = 0; mine < open.size(); ++mine) {
    const std::uint32_t word = draw(world_.luck, Stream::transfer_share,
                                    static_cast<std::uint32_t>(mine), draw_month(world_));
    allowed_[mine] = rounded_by_chance(share * open[mine], word);
  }
}

bool TransferPosts::is_open(std::size_t post) const {
  return left_[post] > 0 && allowed_[world_.market.mine_posts[post].mine.index()] > 0;
}

std::optional<std::size_t> TransferPosts::choose(Row row) const {
  const Workers& w = world_.workers;
  const Tables& tables = world_.tables();
  if (w.last_event[row] == Workers::no_event) return std::nullopt;
  const MineId displacing = world_.displacements.events[w.last_event[row]].mine;
  const GroupId group = tables.mines[displacing.index()].group;
  std::optional<std::size_t> best;
  double best_key = std::numeric_limits<double>::infinity();
  for (const std::size_t post : of_group_[group.index()]) {
    const MinePosts& posts = world_.market.mine_posts[post];
    const Occupation& occupation = tables.occupations[posts.occupation.index()];
    if (!is_open(post) || occupation.minimum_education > w.education[row]) continue;
    // Keyed by what the post is, so that the choice does not depend on which others are open.
    const auto number = static_cast<std::uint32_t>(posts.mine.index() * tables.occupations.size() +
                                                   posts.occupation.index());
    const std::uint32_t word = draw(world_.luck, Stream::transfer_post, w.id[row],
                                    static_cast<std::uint16_t>(world_.step()), number);
    const double weight = left_[post] * effective_proximity(world_, row, posts.occupation);
    const double key = race_key(unit_interval(word), weight);
    if (key >= best_key) continue;
    best_key = key;
    best = post;
  }
  return best;
}

void TransferPosts::promise(std::size_t post) {
  --left_[post];
  --allowed_[world_.market.mine_posts[post].mine.index()];
}

}  // namespace jtsim::agents
