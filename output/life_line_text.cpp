// Telling life lines in words.
#include <algorithm>

#include <fmt/format.h>

#include "output/life_line_order.hpp"
#include "output/life_line_table.hpp"
#include "output/table_text.hpp"

namespace jtsim::output {

namespace {

using agents::LifeEvent;
using agents::LifeEventKind;

class Teller {
 public:
  Teller(const agents::Inputs& inputs, Language language) : inputs_(inputs), language_(language) {}

  std::string introduction(const agents::Person& p) const {
    const agents::Tables& tables = inputs_.tables;
    const std::string_view ethnicity = name(tables.ethnicities[p.ethnicity.index()].name);
    return fmt::format(fmt::runtime(say(tr("Worker {}: {}, {}, born {}, {}, hukou {}, {}\n"))),
                       p.id, one(p.sex), ethnicity, to_text(p.birth), say(label(p.education)),
                       say(label(p.hukou)), say(label(p.contract)));
  }

  /// `last`: month of the last of `times` equal events that begin with this one.
  std::string line(const LifeEvent& event, Month last, std::size_t times) const {
    std::string when = to_text(event.month);
    if (last != event.month) when += say(tr(" to ")) + to_text(last);
    std::string text = what(event);
    if (times > 1) text += fmt::format(fmt::runtime(say(tr(" ({} times)"))), times);
    return padded(when, when_columns) + text + "\n";
  }

 private:
  static constexpr std::size_t when_columns = 20;

  std::string say(const Label& label) const { return std::string(in(language_, label)); }
  std::string_view name(const agents::Name& n) const { return in(language_, n); }
  /// Groups are labelled in the plural.
  std::string one(agents::Sex sex) const {
    return sex == agents::Sex::male ? say(tr("man")) : say(tr("woman"));
  }

  std::string what(const LifeEvent& event) const {
    switch (event.kind) {
      case LifeEventKind::arrival:
        return say(tr("first seen: ")) + standing(event);
      case LifeEventKind::move:
        return reason(event) + move(event);
      case LifeEventKind::answer:
        return fmt::format(fmt::runtime(say(tr("{}: {}"))),
                           name(inputs_.policies[event.policy.index()].name), answer(event));
      case LifeEventKind::year_end:
        return say(tr("year's end: ")) + standing(event) +
               fmt::format(fmt::runtime(say(tr(", income {} yuan a month"))),
                           persons(yuan_from_fen(event.income)));
    }
    return {};
  }

  std::string reason(const LifeEvent& event) const {
    if (event.state == agents::State::left_region) return say(tr("works elsewhere"));
    return say(label(event.reason));
  }

  std::string answer(const LifeEvent& event) const {
    if (event.is_reservation && event.answer == agents::Counter::served)
      return say(tr("reserved, paid on a hire"));
    if (event.is_reservation && event.answer == agents::Counter::completed) return say(tr("paid"));
    if (event.answer == agents::Counter::not_eligible)
      return fmt::format(fmt::runtime(say(tr("not eligible ({})"))), say(label(event.missing)));
    return say(label(event.answer));
  }

  /// What the reason does not say already.
  std::string move(const LifeEvent& event) const {
    const std::string colon = say(tr(": "));
    if (is_employed(event.state)) return colon + standing(event);
    const bool speaks_for_itself = says_where_to(event);
    std::string text = speaks_for_itself ? "" : colon + say(label(event.state));
    if (event.state == agents::State::left_region) text += pay(event);
    if (is_employed(event.from) && event.state != agents::State::left_region) {
      text += fmt::format(fmt::runtime(say(tr(" (left: {})"))), job(event));
    }
    return text;
  }

  /// Deaths, internal retirement, courses and the like end in one state only.
  static bool says_where_to(const LifeEvent& event) {
    using agents::State;
    return event.state == State::dead || event.state == State::internal_retired ||
           event.state == State::retired || event.state == State::in_training ||
           event.state == State::out_of_labour_force || event.state == State::left_region;
  }

  std::string pay(const LifeEvent& event) const {
    return fmt::format(fmt::runtime(say(tr(", {} yuan a month"))),
                       persons(yuan_from_fen(event.pay)));
  }

  std::string standing(const LifeEvent& event) const {
    if (!is_employed(event.state)) return say(label(event.state));
    return say(label(event.state)) + say(tr(", ")) + job(event);
  }

  std::string job(const LifeEvent& event) const {
    const agents::Tables& tables = inputs_.tables;
    const std::string comma = say(tr(", "));
    std::string text(name(tables.occupations[event.occupation.index()].name));
    if (event.form != agents::Form::regular) text += comma + say(label(event.form));
    if (!event.mine.is_none())
      text += comma + std::string(name(tables.mines[event.mine.index()].name));
    text += comma + std::string(name(tables.leagues[event.league.index()].name));
    return text + pay(event);
  }

  const agents::Inputs& inputs_;
  Language language_;
};

/// Equal answers within one stretch of answers.
struct Answers {
  const LifeEvent* first;
  Month last;
  std::size_t times;
};

bool is_same(const LifeEvent& a, const LifeEvent& b) {
  return a.policy == b.policy && a.answer == b.answer && a.missing == b.missing;
}

/// What policies answer month after month stands in one line until something else happens.
class Stretch {
 public:
  void add(const LifeEvent& event) {
    const auto same =
        std::ranges::find_if(all_, [&](const Answers& a) { return is_same(*a.first, event); });
    if (same == all_.end()) {
      all_.push_back({&event, event.month, 1});
    } else {
      same->last = event.month;
      ++same->times;
    }
  }

  std::string told(const Teller& teller) {
    std::string text;
    for (const Answers& a : all_) text += teller.line(*a.first, a.last, a.times);
    all_.clear();
    return text;
  }

 private:
  std::vector<Answers> all_;
};

}  // namespace

std::string life_line_text(const agents::LifeLines& lines, const agents::Inputs& inputs,
                           Language language) {
  const Teller teller(inputs, language);
  std::string text;
  for (const LifeLine& line : by_person(lines)) {
    if (!text.empty()) text += "\n";
    text += teller.introduction(*line.person);
    Stretch answers;
    for (const LifeEvent* event : line.events) {
      if (event->kind == LifeEventKind::answer) {
        answers.add(*event);
        continue;
      }
      text += answers.told(teller);
      text += teller.line(*event, event->month, 1);
    }
    text += answers.told(teller);
  }
  return text;
}

}  // namespace jtsim::output
