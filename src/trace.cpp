// Reading the words of `--trace`, and simulating again with somebody followed.
#include "src/trace.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include <fmt/format.h>

#include "base/error.hpp"
#include "configs/number_text.hpp"
#include "configs/problems.hpp"
#include "src/model.hpp"
#include "src/schedule.hpp"

namespace jtsim::app {

namespace {

constexpr std::string_view option_name = "--trace";

struct Condition {
  std::string_view key;
  std::string_view sign;
  std::string_view value;
};

std::vector<std::string_view> parts_of(std::string_view text, char between) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(between), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

[[noreturn]] void refuse(const std::string& key, const Sentence& what, const Sentence& allowed) {
  throw InputError(Problem{{.file = std::string(command_line)}, key, what, allowed});
}

class Reader {
 public:
  explicit Reader(const agents::Inputs& inputs) : tables_(inputs.tables) {}

  agents::LifeLineChoice read(std::string_view text) {
    for (const std::string_view word : parts_of(text, ' ')) read_word(word);
    if (text.find_first_not_of(' ') == std::string_view::npos)
      add({tr("nobody is chosen"),
           tr("a number of workers or conditions, as in `20 sex=female age>=50`")});
    if (!problems_.empty()) throw InputError(problems_.list());
    return choice_;
  }

 private:
  void add(const configs::Fault& fault) {
    problems_.add({.file = std::string(command_line)}, std::string(option_name), fault);
  }

  void read_word(std::string_view word) {
    const std::size_t sign = word.find_first_of("<>=");
    if (sign == std::string_view::npos) {
      read_most(word);
      return;
    }
    const std::size_t length = sign + 1 < word.size() && word[sign] != '=' && word[sign + 1] == '=';
    read_condition(
        {word.substr(0, sign), word.substr(sign, 1 + length), word.substr(sign + 1 + length)});
  }

  void read_condition(const Condition& c) {
    agents::Eligibility& who = choice_.who;
    if (c.key == "age") return read_age(c);
    if (c.sign != "=") {
      return add({Sentence(tr("{} is compared with {}"), configs::quoted_for_message(c.key),
                           configs::quoted_for_message(c.sign)),
                  tr("only `age` is more or less than something; use `=`")});
    }
    if (c.key == "worker") return read_worker(c.value);
    if (c.key == "sex") return read_enum(c, who.sexes);
    if (c.key == "education") return read_enum(c, who.educations);
    if (c.key == "contract") return read_enum(c, who.contracts);
    if (c.key == "state") return read_enum(c, who.states);
    if (c.key == "sector") return read_enum(c, who.last_sectors);
    if (c.key == "ethnicity") return read_names(c, who.ethnicities, tables_.ethnicities);
    if (c.key == "league") return read_names(c, who.leagues, tables_.leagues);
    add({Sentence(tr("unknown condition {}"), configs::quoted_for_message(c.key)),
         configs::name_hint(c.key, {"age", "sex", "ethnicity", "education", "contract", "league",
                                    "state", "sector", "worker"})});
  }

  void read_most(std::string_view word) {
    if (has_most_) return add({tr("there are two numbers of workers"), tr("one")});
    has_most_ = true;
    if (read_number(word, choice_.most) && choice_.most == 0)
      add({tr("nobody is chosen by 0"), tr("a number of workers from 1 on")});
  }

  void read_worker(std::string_view text) {
    if (choice_.worker) return add({tr("there are two workers"), tr("one, or other conditions")});
    read_number(text, choice_.worker.emplace());
  }

  void read_age(const Condition& c) {
    std::uint32_t years = 0;
    if (!read_number(c.value, years)) return;
    const int age = static_cast<int>(std::min<std::uint32_t>(years, 1000));
    agents::Eligibility& who = choice_.who;
    const bool from = c.sign[0] != '<';
    const bool to = c.sign[0] != '>';
    const int open = c.sign == ">" || c.sign == "<" ? 1 : 0;
    if (from) who.age_min_years = std::max(who.age_min_years, age + open);
    if (to) who.age_max_years = std::min(who.age_max_years, age - open);
  }

  template <class Number>
  bool read_number(std::string_view text, Number& into) {
    const configs::Parsed<std::uint64_t> parsed = configs::unsigned_from_text(text);
    if (const auto* fault = std::get_if<configs::Fault>(&parsed)) {
      add({Sentence(tr("{}: {}"), configs::quoted_for_message(text), fault->what), fault->allowed});
      return false;
    }
    const std::uint64_t value = std::get<std::uint64_t>(parsed);
    if (value > std::numeric_limits<std::uint32_t>::max()) {
      add({Sentence(tr("{} is too large"), configs::quoted_for_message(text)), {}});
      return false;
    }
    into = static_cast<Number>(value);
    return true;
  }

  template <class Element>
  void read_list(const Condition& c, agents::Mask<Element>& mask,
                 const std::vector<std::string>& known) {
    std::uint64_t bits = 0;
    if (c.value.empty())
      return add({Sentence(tr("`{}=` names nothing"), c.key), configs::name_hint("", known)});
    for (const std::string_view name : parts_of(c.value, ',')) {
      const auto at = std::ranges::find(known, name);
      if (at == known.end()) {
        add({Sentence(tr("unknown {} {}"), c.key, configs::quoted_for_message(name)),
             configs::name_hint(name, known)});
      } else {
        bits |= std::uint64_t{1} << (at - known.begin());
      }
    }
    mask.bits = mask.is_open() ? bits : mask.bits & bits;
  }

  template <class Enum>
  void read_enum(const Condition& c, agents::Mask<Enum>& mask) {
    read_list(c, mask, {identifiers_of<Enum>.begin(), identifiers_of<Enum>.end()});
  }

  template <class Element, class Rows>
  void read_names(const Condition& c, agents::Mask<Element>& mask, const Rows& rows) {
    std::vector<std::string> known;
    for (const auto& row : rows) known.push_back(row.name.id);
    read_list(c, mask, known);
  }

  const agents::Tables& tables_;
  agents::LifeLineChoice choice_;
  bool has_most_ = false;
  configs::Problems problems_;
};

}  // namespace

agents::LifeLineChoice trace_choice(std::string_view text, const configs::Scenario& scenario) {
  if (scenario.document.kind != configs::ScenarioKind::transition) {
    refuse(std::string(option_name), tr("nobody can be followed in a scenario of this kind"),
           tr("scenarios of kind `transition`"));
  }
  return Reader(scenario.inputs).read(text);
}

std::optional<agents::LifeLines> follow_again(const StoredExperiment& experiment,
                                              std::uint32_t replicate, WorkerId worker,
                                              const std::stop_token& stop) {
  const output::StoredRun& stored = experiment.stored;
  const std::uint32_t first = stored.replicates.first;
  if (replicate < first || replicate - first >= stored.replicates_complete) {
    refuse("--replicate", Sentence(tr("the run has no replicate {}"), replicate),
           Sentence(tr("{} to {}"), first, first + stored.replicates_complete - 1));
  }
  const Model model(experiment.scenario);
  agents::World world(experiment.scenario.inputs, model.balance(),
                      {experiment.scenario.document.seed, replicate});
  agents::LifeLines lines({.worker = worker});
  world.life_lines = &lines;
  lines.begin(world);
  std::vector<agents::Transition> transitions;
  while (world.now < experiment.scenario.inputs.end) {
    if (stop.stop_requested()) return std::nullopt;
    run_month(world, model.policies(), transitions);
    lines.end_month(world);
  }
  require_reproduced(experiment, world);
  if (lines.persons().empty()) {
    refuse("WORKER", Sentence(tr("there is no worker {} in replicate {}"), worker, replicate),
           tr("`displaced_worker` of results.h5 and life_lines.csv hold numbers of workers"));
  }
  return lines;
}

}  // namespace jtsim::app
