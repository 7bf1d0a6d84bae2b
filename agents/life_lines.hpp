// Life lines: everything that happens to some chosen workers, for people to read.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "agents/offer.hpp"
#include "agents/transitions.hpp"
#include "base/money.hpp"

namespace jtsim::agents {

/// Whom to follow: judged when a worker is first seen, at the start or as an entrant.
struct LifeLineChoice {
  /// This one alone.
  std::optional<WorkerId> worker = std::nullopt;
  Eligibility who = {};
  /// Of the initial workforce that fits so many are followed, evenly over its rows; entrants that
  /// fit as far as there is room.
  std::uint32_t most = 1000;
};

enum class LifeEventKind : std::uint8_t {
  /// Is seen for the first time.
  arrival,
  /// Changes state or job.
  move,
  /// What a policy or the worker answered.
  answer,
  /// How the worker stands in December.
  year_end,
};

/// One thing that happened to one worker, and how the worker stands after it.
struct LifeEvent {
  Row row;
  Month month;
  LifeEventKind kind = LifeEventKind::arrival;
  /// Of a move.
  Reason reason = Reason::hire;
  State from = State::unemployed;
  State state = State::unemployed;
  /// Of an answer.
  PolicyId policy = PolicyId::none();
  Counter answer = Counter::served;
  /// Of the answer not_eligible.
  Requirement missing = Requirement::other;
  /// Served means that money was set aside for this month, to be paid if it leads to a hire.
  bool is_reservation = false;
  /// The job held; of a move out of work and of those without work, the last job.
  OccupationId occupation;
  MineId mine;
  Form form = Form::regular;
  LeagueId league;
  /// Monthly pay of the job held, also outside the region, or in a move out of work that of the job
  /// left; else 0.
  Fen pay = 0;
  /// Income of December; of a year's end only.
  Fen income = 0;
};

/// Who is followed, as first seen.
struct Person {
  Row row;
  WorkerId id = 0;
  Month birth;
  Sex sex = Sex::male;
  EthnicityId ethnicity;
  Education education = Education::junior;
  Hukou hukou = Hukou::local_urban;
  Contract contract = Contract::private_;
};

/// Follows the chosen workers of one world. Looks on only: a world that is followed goes the same
/// way as one that is not.
class LifeLines {
 public:
  explicit LifeLines(LifeLineChoice choice) : choice_(choice) {}

  /// Chooses among the initial workforce.
  void begin(const World& world);
  /// After the last phase of a month: chooses among entrants, notes how all stand at a year's end.
  void end_month(const World& world);

  bool follows(Row row) const { return row.index() < followed_.size() && followed_[row.index()]; }
  /// How a worker stands.
  static LifeEvent as_of(const World& world, Row row);
  /// After the change was applied; `before` is how the worker stood.
  void note_move(const World& world, Reason reason, const LifeEvent& before);
  void note_answer(const World& world, Row row, PolicyId policy, Counter answer);

  /// In order of rows.
  std::span<const Person> persons() const { return persons_; }
  /// In order of happening.
  std::span<const LifeEvent> events() const { return events_; }

 private:
  void follow(const World& world, Row row);

  LifeLineChoice choice_;
  std::vector<bool> followed_;
  std::vector<Person> persons_;
  std::vector<LifeEvent> events_;
};

/// Tells the life lines of a world, if somebody follows the worker.
void note_answer(const World& world, Row row, PolicyId policy, Counter answer);

}  // namespace jtsim::agents

namespace jtsim {
template <>
inline constexpr std::array<Label, 4> labels_of<agents::LifeEventKind>{{
    tr("arrival"),
    tr("move"),
    tr("answer of a policy"),
    tr("standing at year's end"),
}};
}  // namespace jtsim
