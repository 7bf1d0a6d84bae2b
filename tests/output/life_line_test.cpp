// Life lines in words.
#include <cctype>

#include <doctest/doctest.h>

#include "output/life_line_table.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::output;

namespace {

/// A worker who goes from one job directly to another, as told.
std::string told_in(Language language) {
  SmallWorld small(small_inputs());
  agents::World& world = small.world;
  const Row row{std::size_t{1}};
  agents::LifeLines lines({.worker = world.workers.id[row]});
  lines.begin(world);
  next_month(world);
  const agents::LifeEvent before = agents::LifeLines::as_of(world, row);
  agents::Transition quit{
      .row = row, .to = agents::State::employed_tertiary, .reason = agents::Reason::quit};
  quit.job.occupation = OccupationId{std::size_t{3}};
  quit.job.league = world.workers.league[row];
  quit.job.relative_pay = 3000;
  world.market.vacancies[world.market.cells(quit.job.occupation, quit.job.league)] = 1;
  move_to(world, quit);
  lines.note_move(world, agents::Reason::quit, before);
  return life_line_text(lines, small.inputs, language);
}

}  // namespace

TEST_CASE("a Chinese life line has Chinese punctuation and calls a quit a change of jobs") {
  const std::string text = told_in(Language::zh);
  CAPTURE(text);
  CHECK(text.find(':') == std::string::npos);
  // Commas stand in amounts only.
  for (std::size_t at = text.find(','); at != std::string::npos; at = text.find(',', at + 1)) {
    CHECK(std::isdigit(static_cast<unsigned char>(text[at + 1])) != 0);
  }
  CHECK(text.find("主动换岗：") != std::string::npos);
  CHECK(told_in(Language::en).find("quit: ") != std::string::npos);
}
