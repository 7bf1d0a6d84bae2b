// Beginning and ending posts of programmes.
#include "agents/programme_posts.hpp"

#include "agents/commitments.hpp"
#include "agents/pay.hpp"
#include "agents/queue.hpp"
#include "agents/skills.hpp"
#include "base/race.hpp"

namespace jtsim::agents {

namespace {

bool happens(const World& world, Stream stream, const Commitment& post, double probability) {
  if (probability >= 1) return true;
  const std::uint32_t key = world.inputs.policies[post.policy.index()].draw_key;
  return draw(world.luck, stream, world.workers.id[post.row], draw_month(world), key) <
         threshold(probability);
}

Transition back_to_unemployment(Row row) {
  return {.row = row, .to = State::unemployed, .reason = Reason::programme_end};
}

/// Founders go on by themselves when the support ends; so do those in platform work.
bool goes_on_after(Form form) { return form == Form::platform || form == Form::self_employed; }

}  // namespace

Form form_of(Service service) {
  switch (service) {
    case Service::platform_work:
      return Form::platform;
    case Service::self_employment:
      return Form::self_employed;
    case Service::public_post:
      return Form::public_post;
    case Service::internal_transfer:
    case Service::organised_transfer:
    case Service::internal_retirement:
    case Service::training:
    case Service::labour_export:
    case Service::coaching:
    case Service::wage_insurance:
    case Service::hiring_aid:
    case Service::search_aid:
    case Service::relocation_aid:
      break;
  }
  return Form::regular;
}

std::optional<Job> programme_post(const World& world, const Offer& offer, Row row) {
  const Workers& w = world.workers;
  const std::vector<Occupation>& occupations = world.tables().occupations;
  std::vector<double> weights(occupations.size(), 0.0);
  for (std::size_t o = 0; o < occupations.size(); ++o) {
    const bool fits = offer.targets[o] != 0 && occupations[o].minimum_education <= w.education[row];
    if (fits) weights[o] = effective_proximity(world, row, OccupationId{o});
  }
  const auto chosen =
      pick(world.luck, {Stream::programme_post, draw_month(world)}, w.id[row], weights);
  if (!chosen) return std::nullopt;
  const OccupationId occupation{*chosen};
  const LeagueId league = w.league[row];
  return Job{occupation,         league,
             MineId::none(),     form_of(offer.service),
             Contract::private_, offered_relative_pay(world, row, occupation, league)};
}

PostEnd end_of_post(World& world, const Commitment& post) {
  const State state = world.workers.state[post.row];
  const bool provided = post.activity.form != Form::regular || state == State::left_region;
  const bool is_in_it = state == post.activity.state && provided &&
                        world.workers.form[post.row] == post.activity.form;
  if (!is_in_it || post.start == world.now) return {};
  const Offer& offer = *world.terms.offer_of(post.policy);
  const bool at_its_end = world.now >= post.end;
  if (at_its_end && goes_on_after(post.activity.form)) return {};
  if (!at_its_end && !happens(world, Stream::programme_end, post, offer.end_per_month)) return {};
  world.ledger.leave(post, world.now);
  book_answer(world, post.policy, at_its_end ? Counter::completed : Counter::dropped_out, post.row);
  const bool stays_outside = state == State::left_region && at_its_end &&
                             !happens(world, Stream::programme_return, post, offer.return_share);
  if (stays_outside) return {true, std::nullopt};
  return {true, back_to_unemployment(post.row)};
}

double irregular_pay_factor(const World& world, Row row) {
  const Workers& w = world.workers;
  if (w.slot[row].is_none()) return 1;
  const Offer* offer = world.terms.offer_of(w.slot[row]);
  return offer == nullptr ? 1 : offer->pay_factor;
}

std::int32_t founder_jobs(const World& world, Row row) {
  const Workers& w = world.workers;
  const Offer* offer = w.slot[row].is_none() ? nullptr : world.terms.offer_of(w.slot[row]);
  if (offer == nullptr || offer->jobs_created <= 0) return 0;
  const auto founded = static_cast<std::uint16_t>(w.occupation_start[row] - world.inputs.start);
  return rounded_by_chance(offer->jobs_created,
                           draw(world.luck, Stream::founder_jobs, w.id[row], founded));
}

}  // namespace jtsim::agents
