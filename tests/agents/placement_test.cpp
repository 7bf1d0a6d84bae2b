// The cascade: transfers into vacant posts, and who is left for the next offer.
#include "agents/placement.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include <doctest/doctest.h>

#include "agents/transfer.hpp"
#include "tests/support/cascade_world.hpp"

using namespace cascade_world;

TEST_CASE_FIXTURE(CascadeWorld, "transfers fill the posts of the group and no others") {
  displace_first(10);
  open_posts(1, miner, 4);
  open_posts(2, miner, 50);
  add_offer(transfer, Service::internal_transfer);
  place();
  CHECK(count(transfer, Counter::served) == 4);
  CHECK(count(transfer, Counter::no_seat) == 6);
  CHECK(world.mines[1].filled == heads + 4);
  CHECK(world.mines[2].filled == heads);
  CHECK(world.market.mine_posts[0].open == 0);
  CHECK(world.jobless.size() == 6);
  for (const Displacement& event : world.displacements.events) {
    const bool placed = w.state[event.row] == State::employed_mining;
    CHECK(placed == (w.mine[event.row] == MineId{1}));
    CHECK((event.served != 0) == placed);
    if (placed) {
      CHECK(w.contract[event.row] == event.contract);
      CHECK(w.league[event.row] == world.tables().mines[1].league);
      CHECK(std::abs(w.relative_pay[event.row] - event.relative_pay_before) <= 1);
    }
  }
}

TEST_CASE_FIXTURE(CascadeWorld, "a post is given only to those with the education it needs") {
  for (std::size_t i = 0; i < 10; ++i) {
    w.education[Row{i}] = i < 3 ? Education::senior : Education::junior;
  }
  displace_first(10);
  open_posts(0, technician, 8);
  add_offer(transfer, Service::internal_transfer);
  place();
  CHECK(count(transfer, Counter::served) == 3);
  for (std::size_t i = 0; i < 10; ++i) {
    CHECK((w.state[Row{i}] == State::employed_mining) == (i < 3));
  }
}

TEST_CASE_FIXTURE(CascadeWorld, "only a share of a mine's posts may be filled by transfer") {
  displace_first(20);
  open_posts(0, miner, 4);
  open_posts(1, miner, 6);
  Offer& offer = add_offer(transfer, Service::internal_transfer);
  offer.post_share = 0.5;
  place();
  CHECK(count(transfer, Counter::served) == 5);
  CHECK(world.market.mine_posts[0].open == 2);
  CHECK(world.market.mine_posts[1].open == 3);
}

TEST_CASE_FIXTURE(CascadeWorld, "no post is promised twice by two transfer policies") {
  displace_first(20);
  open_posts(0, miner, 7);
  add_offer(transfer, Service::internal_transfer);
  add_offer(course, Service::internal_transfer);
  place();
  CHECK(count(transfer, Counter::served) == 7);
  CHECK(count(course, Counter::requested) == 13);
  CHECK(count(course, Counter::served) == 0);
}

TEST_CASE_FIXTURE(CascadeWorld, "mines with more posts receive more transfers") {
  displace_first(40);
  open_posts(0, miner, 90);
  open_posts(1, miner, 10);
  add_offer(transfer, Service::internal_transfer);
  place();
  // 40 of 100 posts without replacement: 36 expected in the first mine, sd 1.5.
  const std::int32_t in_first = 90 - world.market.mine_posts[0].open;
  CHECK(in_first >= 28);
  CHECK(in_first < 40);
}

TEST_CASE_FIXTURE(CascadeWorld, "who is served by one offer is not offered the next") {
  displace_first(10);
  open_posts(0, miner, 4);
  add_offer(transfer, Service::internal_transfer);
  Offer& training = add_offer(course, Service::training);
  training.price.months = training.months = 4;
  training.seats.per_month = 5;
  place();
  CHECK(count(transfer, Counter::served) == 4);
  CHECK(count(course, Counter::offered) == 6);
  CHECK(count(course, Counter::served) == 5);
  const auto in_training = std::ranges::count(w.state.all(), State::in_training);
  CHECK(in_training == 5);
}

TEST_CASE_FIXTURE(CascadeWorld, "without seats or without money nothing but the counters differs") {
  const auto run = [](bool with_offer, std::int32_t seats, Fen price) {
    auto fixture = std::make_unique<CascadeWorld>();
    fixture->displace_first(10);
    fixture->open_posts(0, miner, 4);
    if (with_offer) {
      Offer& first = fixture->add_offer(course, Service::training);
      first.seats.per_month = seats;
      first.price = {.per_month = price, .months = 4, .line = line};
    }
    fixture->add_offer(transfer, Service::internal_transfer).take_up = 0.5;
    fixture->place();
    return fixture;
  };
  const auto without = run(false, 0, 0);
  const auto no_seat = run(true, 0, 0);
  const auto no_money = run(true, -1, fen_from_yuan(2e6));
  for (const auto* other : {&no_seat, &no_money}) {
    CHECK(std::ranges::equal((*other)->w.state.all(), without->w.state.all()));
    CHECK(std::ranges::equal((*other)->w.mine.all(), without->w.mine.all()));
    CHECK((*other)->world.served.size() == without->world.served.size());
    CHECK((*other)->world.ledger.open_reservations(0, line) == 0);
  }
  CHECK(no_seat->count(course, Counter::no_seat) == 10);
  CHECK(no_money->count(course, Counter::no_money) == 10);
}

TEST_CASE_FIXTURE(CascadeWorld, "a share of few posts is held on average") {
  std::int32_t open = 0;
  std::int32_t given = 0;
  for (int month = 0; month < 100; ++month) {
    world.market.mine_posts.clear();
    world.market.mine_posts.push_back({MineId{0}, miner, 1});
    TransferPosts posts(world);
    posts.limit_to(0.3);
    displace(world, Row{1});
    ++open;
    given += posts.choose(Row{1}).has_value();
    next_month(world);
    move_to(world, {.row = Row{1},
                    .to = State::employed_mining,
                    .reason = Reason::hire,
                    .job = {miner, LeagueId{0}, MineId{0}}});
  }
  // Four standard errors: wrong once in 16,000.
  CHECK(std::abs(given - 0.3 * open) < 4 * std::sqrt(open * 0.3 * 0.7));
}
