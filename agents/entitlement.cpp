// Offering statutory rights.
#include "agents/entitlement.hpp"

#include "agents/eligibility.hpp"
#include "agents/queue.hpp"
#include "base/fill_draws.hpp"

namespace jtsim::agents {

namespace {

std::uint32_t key_of(const World& world, const Entitlement& right) {
  return world.inputs.policies[right.policy.index()].draw_key;
}

bool takes(const World& world, const Entitlement& right, Row row, Month since) {
  if (right.take_up >= 1) return true;
  const auto month = static_cast<std::uint16_t>(since - world.inputs.start);
  return draw(world.luck, Stream::take_up, world.workers.id[row], month, key_of(world, right)) <
         threshold(right.take_up);
}

}  // namespace

bool requests_entitlement(World& world, const Entitlement& right, Row row, Month since) {
  Ledger& ledger = world.ledger;
  if (!is_eligible(world, right.eligible, row)) {
    book_answer(world, right.policy, Counter::not_eligible, row);
    return false;
  }
  ledger.count(right.policy, Counter::offered, world.now);
  if (!takes(world, right, row, since)) {
    book_answer(world, right.policy, Counter::declined, row);
    return false;
  }
  ledger.count(right.policy, Counter::requested, world.now);
  return true;
}

void book_entitlement(World& world, const Entitlement& right, Row row, bool has_money) {
  if (has_money) return book_served(world, right.policy, row);
  book_answer(world, right.policy, Counter::no_money, row);
}

void find_entitled(const World& world, const Entitlement& right, std::span<const Row> rows,
                   std::span<bool8> served) {
  const Workers& w = world.workers;
  find_eligible(world, right.eligible, rows, served);
  if (right.take_up >= 1) return;
  std::vector<WorkerId> ids(rows.size());
  std::vector<std::uint16_t> months(rows.size());
  std::vector<std::uint32_t> words(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ids[i] = w.id[rows[i]];
    months[i] = static_cast<std::uint16_t>(w.spell_start[rows[i]] - world.inputs.start);
  }
  draw_each(world.luck, {Stream::take_up, 0, key_of(world, right)}, ids, months, words);
  const std::uint32_t limit = threshold(right.take_up);
  for (std::size_t i = 0; i < rows.size(); ++i) served[i] &= bool8{words[i] < limit};
}

}  // namespace jtsim::agents
