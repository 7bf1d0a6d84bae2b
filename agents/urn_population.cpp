// Steps of the persons of the kind `urn`.
#include "agents/urn_population.hpp"

#include <algorithm>

#include "agents/background.hpp"
#include "base/error.hpp"
#include "base/fill_draws.hpp"
#include "base/race.hpp"

namespace jtsim::agents {

namespace {

std::uint32_t count_of(double stock) { return static_cast<std::uint32_t>(stock); }

}  // namespace

UrnPopulation::UrnPopulation(const UrnInputs& inputs, Luck luck)
    : inputs_(inputs),
      luck_(luck),
      stocks_(initial_stocks(inputs)),
      demand_(target_demand(inputs, stocks_)),
      network_(inputs.proximity),
      separated_(inputs.count(), 0),
      opened_(inputs.count(), 0),
      hires_(inputs.count(), 0),
      first_vacancy_(inputs.count() + 1, 0) {
  expect(inputs.settings.mode == UrnMode::agents, "stocks are whole persons");
  // The unemployed of the start lost their job just before the first step.
  constexpr std::int32_t before_first = -1;
  for (std::uint32_t i = 0; i < inputs.count(); ++i)
    seekers_.insert(seekers_.end(), count_of(stocks_.unemployed[i]), {i, before_first});
}

void UrnPopulation::advance() {
  demand_.move_to(step_);
  separate_and_open();
  search();
  match();
  settle();
  ++step_;
}

void UrnPopulation::separate_and_open() {
  const auto step = static_cast<std::uint16_t>(step_);
  for (std::size_t i = 0; i < inputs_.count(); ++i) {
    const UrnHazards hazards =
        urn_hazards(inputs_.settings, stocks_.employed[i], stocks_.vacancies[i], demand_.now()[i]);
    const std::uint32_t employed = count_of(stocks_.employed[i]);
    const CellMonth cell{luck_, static_cast<std::uint32_t>(i), step};
    separated_[i] = drawn_separations(cell, employed, hazards.separation);
    opened_[i] = drawn_openings(cell, employed, hazards.opening);
  }
}

void UrnPopulation::search() {
  lay_out_vacancies();
  draw_words();
  applications_.clear();
  if (occupation_of_.empty()) return;
  if (inputs_.is_complete()) {
    apply_anywhere();
  } else {
    apply_along_network();
  }
}

void UrnPopulation::lay_out_vacancies() {
  occupation_of_.clear();
  for (std::uint32_t i = 0; i < inputs_.count(); ++i) {
    first_vacancy_[i] = static_cast<std::uint32_t>(occupation_of_.size());
    occupation_of_.insert(occupation_of_.end(), count_of(stocks_.vacancies[i]), i);
  }
  first_vacancy_.back() = static_cast<std::uint32_t>(occupation_of_.size());
  best_.resize(occupation_of_.size());
}

void UrnPopulation::draw_words() {
  const auto step = static_cast<std::uint16_t>(step_);
  for (auto* words : {&market_words_, &slot_words_, &key_words_}) words->resize(seekers_.size());
  keys_.resize(seekers_.size());
  // All applicants weigh the same.
  weights_.resize(seekers_.size(), 1.0);
  fill_draws(luck_, {Stream::market_slot, step}, 0, slot_words_);
  if (!inputs_.is_complete())
    fill_draws(luck_, {Stream::market_occupation, step}, 0, market_words_);
  fill_draws(luck_, {Stream::hiring_key, step}, 0, key_words_);
  race_keys(key_words_, std::span(weights_).first(seekers_.size()), keys_);
}

/// Where all pairs of occupations weigh the same, the market by its vacancies and then a vacancy
/// of it is one vacancy out of all.
void UrnPopulation::apply_anywhere() {
  const auto vacancies = static_cast<std::uint32_t>(occupation_of_.size());
  for (std::size_t k = 0; k < seekers_.size(); ++k) {
    const std::uint32_t vacancy = uniform_below(vacancies, slot_words_[k]);
    const std::uint32_t occupation = occupation_of_[vacancy];
    apply(k, occupation, vacancy - first_vacancy_[occupation]);
  }
}

void UrnPopulation::apply_along_network() {
  std::size_t k = 0;
  while (k < seekers_.size()) {
    const std::uint32_t from = seekers_[k].occupation;
    const bool sees_vacancies = network_.turn_to(from, stocks_.vacancies);
    for (; k < seekers_.size() && seekers_[k].occupation == from; ++k) {
      if (!sees_vacancies) continue;
      const std::uint32_t to = network_.choice(market_words_[k]);
      apply(k, to, uniform_below(first_vacancy_[to + 1] - first_vacancy_[to], slot_words_[k]));
    }
  }
}

void UrnPopulation::apply(std::size_t seeker, std::uint32_t occupation, std::uint32_t slot) {
  applications_.push_back({.row = Row{seeker},
                           .id = static_cast<WorkerId>(seeker),
                           .cell = occupation,
                           .slot = slot,
                           .key = keys_[seeker]});
}

void UrnPopulation::match() {
  const VacancyPositions position{first_vacancy_};
  rank_applications(applications_, position, best_);
  hired_.assign(seekers_.size(), 0);
  std::ranges::fill(hires_, 0);
  for (std::uint32_t i = 0; i < applications_.size(); ++i) {
    const Application& application = applications_[i];
    if (best_[position(application)] != i) continue;
    hired_[application.row.index()] = 1;
    ++hires_[application.cell];
  }
}

void UrnPopulation::settle() {
  for (std::size_t i = 0; i < inputs_.count(); ++i) {
    stocks_.employed[i] += static_cast<double>(hires_[i]) - separated_[i];
    stocks_.vacancies[i] += static_cast<double>(opened_[i]) - hires_[i];
  }
  replace_seekers();
}

void UrnPopulation::replace_seekers() {
  const int long_term = inputs_.long_term_steps();
  remaining_.clear();
  std::size_t k = 0;
  std::size_t long_spells = 0;
  for (std::uint32_t i = 0; i < inputs_.count(); ++i) {
    const std::size_t before = remaining_.size();
    for (; k < seekers_.size() && seekers_[k].occupation == i; ++k) {
      if (hired_[k] != 0) continue;
      remaining_.push_back(seekers_[k]);
      if (step_ - seekers_[k].since + 1 >= long_term) ++long_spells;
    }
    remaining_.insert(remaining_.end(), separated_[i], {i, step_});
    if (long_term == 1) long_spells += separated_[i];
    stocks_.unemployed[i] = static_cast<double>(remaining_.size() - before);
  }
  seekers_.swap(remaining_);
  long_term_unemployed_ = static_cast<double>(long_spells);
}

}  // namespace jtsim::agents
