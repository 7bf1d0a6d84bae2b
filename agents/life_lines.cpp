// Choosing whom to follow and noting what happens to them.
#include "agents/life_lines.hpp"

#include <algorithm>

#include "agents/eligibility.hpp"
#include "agents/income.hpp"
#include "agents/pay.hpp"

namespace jtsim::agents {

namespace {

bool is_reserved(const World& world, PolicyId policy) {
  const Offer* offer = world.terms.offer_of(policy);
  return offer != nullptr &&
         (offer->service == Service::hiring_aid || offer->service == Service::search_aid ||
          offer->service == Service::relocation_aid);
}

/// Staff that a mine asks for internal retirement need only fit as persons.
Requirement missing_for(const World& world, PolicyId policy, Row row) {
  const Eligibility* eligible = world.terms.eligible_for(policy);
  if (eligible == nullptr) return Requirement::other;
  const Offer* offer = world.terms.offer_of(policy);
  const bool is_staff = offer != nullptr && offer->service == Service::internal_retirement &&
                        is_employed(world.workers.state[row]);
  return is_staff ? missing_in_person(world, *eligible, row)
                  : missing_requirement(world, *eligible, row);
}

bool is_chosen(const World& world, const LifeLineChoice& choice, Row row) {
  if (choice.worker) return world.workers.id[row] == *choice.worker;
  return is_eligible(world, choice.who, row);
}

}  // namespace

void LifeLines::begin(const World& world) {
  std::vector<Row> fitting;
  for (std::size_t i = 0; i < world.workers.size(); ++i) {
    if (is_chosen(world, choice_, Row{i})) fitting.push_back(Row{i});
  }
  followed_.resize(world.workers.size());
  const std::size_t chosen = std::min<std::size_t>(choice_.most, fitting.size());
  for (std::size_t i = 0; i < chosen; ++i) follow(world, fitting[i * fitting.size() / chosen]);
}

void LifeLines::end_month(const World& world) {
  const std::size_t known = followed_.size();
  followed_.resize(world.workers.size());
  for (std::size_t i = known; i < followed_.size() && persons_.size() < choice_.most; ++i) {
    if (is_chosen(world, choice_, Row{i})) follow(world, Row{i});
  }
  if (!world.now.is_year_end()) return;
  for (std::size_t i = 0; i < known; ++i) {
    if (!followed_[i] || world.workers.state[Row{i}] == State::dead) continue;
    LifeEvent event = as_of(world, Row{i});
    event.kind = LifeEventKind::year_end;
    event.income = monthly_income(world, Row{i});
    events_.push_back(event);
  }
}

LifeEvent LifeLines::as_of(const World& world, Row row) {
  const Workers& w = world.workers;
  LifeEvent event;
  event.row = row;
  event.month = world.now;
  event.state = w.state[row];
  event.occupation = w.occupation[row];
  event.mine = w.mine[row];
  event.form = w.form[row];
  event.league = w.league[row];
  if (is_employed(event.state) || event.state == State::left_region)
    event.pay = monthly_pay(world, row);
  return event;
}

void LifeLines::note_move(const World& world, Reason reason, const LifeEvent& before) {
  LifeEvent event = as_of(world, before.row);
  event.kind = LifeEventKind::move;
  event.reason = reason;
  event.from = before.state;
  if (is_employed(before.state) && !is_employed(event.state)) {
    if (event.state != State::left_region) event.pay = before.pay;
    event.mine = before.mine;
    event.form = before.form;
  }
  events_.push_back(event);
}

void LifeLines::note_answer(const World& world, Row row, PolicyId policy, Counter answer) {
  LifeEvent event = as_of(world, row);
  event.kind = LifeEventKind::answer;
  event.policy = policy;
  event.answer = answer;
  if (answer == Counter::not_eligible) event.missing = missing_for(world, policy, row);
  event.is_reservation = is_reserved(world, policy);
  events_.push_back(event);
}

void LifeLines::follow(const World& world, Row row) {
  const Workers& w = world.workers;
  followed_[row.index()] = true;
  persons_.push_back({.row = row,
                      .id = w.id[row],
                      .birth = w.birth[row],
                      .sex = w.sex[row],
                      .ethnicity = w.ethnicity[row],
                      .education = w.education[row],
                      .hukou = w.hukou[row],
                      .contract = w.contract[row]});
  events_.push_back(as_of(world, row));
}

void note_answer(const World& world, Row row, PolicyId policy, Counter answer) {
  if (world.life_lines != nullptr && world.life_lines->follows(row))
    world.life_lines->note_answer(world, row, policy, answer);
}

}  // namespace jtsim::agents
