// Writing life lines as CSV.
#include "output/life_line_table.hpp"

#include <fmt/format.h>

#include "output/life_line_order.hpp"

namespace jtsim::output {

namespace {

using agents::LifeEvent;
using agents::LifeEventKind;

constexpr std::string_view header =
    "replicate,worker,sex,ethnicity,education,hukou,contract,birth,month,age,event,reason,"
    "from_state,state,policy,answer,missing,occupation,form,mine,region,"
    "pay_yuan_per_month,income_yuan_per_month\n";

std::string yuan(Fen amount) { return fmt::format("{:.2f}", yuan_from_fen(amount)); }

std::string_view id_of(const std::vector<agents::Mine>& mines, MineId mine) {
  return mine.is_none() ? std::string_view() : mines[mine.index()].name.id;
}

std::string person_cells(const agents::Person& person, const agents::Tables& tables) {
  return fmt::format("{},{},{},{},{},{},{}", person.id, identifier(person.sex),
                     tables.ethnicities[person.ethnicity.index()].name.id,
                     identifier(person.education), identifier(person.hukou),
                     identifier(person.contract), to_text(person.birth));
}

std::string event_cells(const LifeEvent& event, const agents::Inputs& inputs) {
  const agents::Tables& tables = inputs.tables;
  const bool moves = event.kind == LifeEventKind::move;
  const bool answers = event.kind == LifeEventKind::answer;
  const std::string_view none;
  return fmt::format(
      "{},{},{},{},{},{},{},{},{},{},{},{},{}", identifier(event.kind),
      moves ? identifier(event.reason) : none, moves ? identifier(event.from) : none,
      identifier(event.state),
      answers ? std::string_view(inputs.policies[event.policy.index()].name.id) : none,
      answers ? identifier(event.answer) : none,
      answers && event.answer == agents::Counter::not_eligible ? identifier(event.missing) : none,
      tables.occupations[event.occupation.index()].name.id, identifier(event.form),
      id_of(tables.mines, event.mine), tables.leagues[event.league.index()].name.id,
      event.pay > 0 ? yuan(event.pay) : "",
      event.kind == LifeEventKind::year_end ? yuan(event.income) : "");
}

}  // namespace

std::string life_line_csv(const agents::LifeLines& lines, const agents::Inputs& inputs,
                          std::uint32_t replicate) {
  std::string text(header);
  for (const LifeLine& line : by_person(lines)) {
    const std::string person = person_cells(*line.person, inputs.tables);
    for (const LifeEvent* event : line.events) {
      text += fmt::format("{},{},{},{},{}\n", replicate, person, to_text(event->month),
                          agents::age_years(line.person->birth, event->month),
                          event_cells(*event, inputs));
    }
  }
  return text;
}

}  // namespace jtsim::output
