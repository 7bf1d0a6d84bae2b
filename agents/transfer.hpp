// Vacant posts in mines that internal transfers may fill this month.
#pragma once

#include <optional>
#include <vector>

#include "agents/world.hpp"

namespace jtsim::agents {

/// The open posts of this month, less those promised in the course of the phase.
class TransferPosts {
 public:
  explicit TransferPosts(const World& world);

  /// Limits what may be promised from now on to `share` of each mine's open posts, rounded down;
  /// posts promised before do not count.
  void limit_to(double share);

  /// Position in `Market::mine_posts` of a post for the worker in the group that displaced him,
  /// drawn with weight open posts x proximity of occupations among posts that need no more
  /// education than he has; nothing if there is none.
  std::optional<std::size_t> choose(Row row) const;
  void promise(std::size_t post);

 private:
  bool is_open(std::size_t post) const;

  const World& world_;
  /// [position in mine_posts]
  std::vector<std::int32_t> left_;
  /// [mine]
  std::vector<std::int32_t> allowed_;
  /// [group] positions in mine_posts.
  std::vector<std::vector<std::size_t>> of_group_;
};

}  // namespace jtsim::agents
