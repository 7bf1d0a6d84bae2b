// Phase 7: drop-outs, ends of courses and of programmes' posts, certificates.
#include "agents/training.hpp"

#include "agents/commitments.hpp"
#include "agents/programme_posts.hpp"
#include "agents/queue.hpp"
#include "base/error.hpp"

namespace jtsim::agents {

namespace {

/// `month`: what the trainee's luck is drawn for.
bool happens(const World& world, Stream stream, const Commitment& course, Month month,
             double probability) {
  if (probability >= 1) return true;
  const WorkerId id = world.workers.id[course.row];
  const std::uint32_t key = world.inputs.policies[course.policy.index()].draw_key;
  const auto step = static_cast<std::uint16_t>(month - world.inputs.start);
  return draw(world.luck, stream, id, step, key) < threshold(probability);
}

/// The certificate is worth its last payment; without it that money returns. Success is settled
/// with the start of the course, so that a longer course has the luck of a shorter one.
void finish(World& world, const Commitment& course, const Offer& offer) {
  if (!happens(world, Stream::training_success, course, course.start, offer.success_share)) {
    world.ledger.leave(course, world.now);
    return;
  }
  world.workers.certificates[course.row] |= static_cast<std::uint16_t>(1U << offer.certificate);
  world.ledger.pay_reserved(course.policy, course.price, world.now, course.price.at_end);
  book_answer(world, course.policy, Counter::completed, course.row);
  world.ledger.leave(course, world.now + 1);
}

/// True when the course is over for this trainee.
bool ends_now(World& world, const Commitment& course) {
  if (world.workers.state[course.row] != State::in_training || course.start == world.now) {
    return false;
  }
  const Offer* offer = world.terms.offer_of(course.policy);
  expect(offer != nullptr, "a course without its offer");
  if (world.now >= course.end) {
    finish(world, course, *offer);
    return true;
  }
  if (!happens(world, Stream::training_drop_out, course, world.now, offer->drop_out_per_month))
    return false;
  world.ledger.leave(course, world.now);
  book_answer(world, course.policy, Counter::dropped_out, course.row);
  return true;
}

PostEnd end_of_course(World& world, const Commitment& course) {
  if (!ends_now(world, course)) return {};
  return {true, Transition{course.row, State::unemployed, Reason::training_end}};
}

}  // namespace

void training(World& world, std::vector<Transition>& transitions) {
  std::erase_if(world.ledger.commitments(), [&](const Commitment& service) {
    const bool is_course = service.activity.state == State::in_training;
    const PostEnd end = is_course ? end_of_course(world, service) : end_of_post(world, service);
    if (!end.is_over) return false;
    end_slot(world, service);
    if (end.change) transitions.push_back(*end.change);
    return true;
  });
}

}  // namespace jtsim::agents
