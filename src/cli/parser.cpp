// Sets the parser up and turns what CLI11 finds wrong into our kind of error.
#include "src/cli/parser.hpp"

#include <limits>
#include <memory>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/version.hpp"
#include "configs/number_text.hpp"
#include "configs/problems.hpp"
#include "src/cli/parse_error.hpp"
#include "src/cli/shell_texts.hpp"

namespace jtsim::app {

namespace {

// Examples before everything else.
class ExamplesFirst : public CLI::Formatter {
 public:
  explicit ExamplesFirst(std::string heading) : heading_(std::move(heading)) {}

  std::string make_description(const CLI::App* app) const override {
    const std::string examples = app->get_footer();
    return (examples.empty() ? "" : heading_ + "\n" + examples + "\n\n") +
           CLI::Formatter::make_description(app);
  }
  std::string make_footer(const CLI::App*) const override { return ""; }

 private:
  std::string heading_;
};

}  // namespace

Parser::Parser(const Speech& speech) : language_(speech.language) {
  app_.name("jtsim");
  app_.description(
      say(tr("Simulates where coal workers go when mines close: who, when, at what "
             "income and public cost.")));
  app_.footer(
      "  jtsim run configs/inner_mongolia.yaml\n"
      "  jtsim run configs/inner_mongolia.yaml replicates=4 -o output/runs/mine\n"
      "  jtsim check configs/inner_mongolia.yaml --echo\n"
      "  jtsim describe policies --lang zh\n"
      "  jtsim rerun output/runs/inner_mongolia/results.h5 --verify\n"
      "  jtsim compare output/runs/inner_mongolia output/runs/mine\n"
      "  jtsim trace output/runs/inner_mongolia 4711\n"
      "  jtsim report output/runs/inner_mongolia\n"
      "  jtsim export output/runs/inner_mongolia --lang zh\n"
      "  jtsim sweep plan my_sweep.yaml -o output/sweeps/mine");
  const auto formatter = std::make_shared<ExamplesFirst>(say(tr("Examples:")));
  formatter->label("Usage", say(tr("Usage")));
  formatter->label("OPTIONS", say(tr("OPTIONS")));
  formatter->label("SUBCOMMAND", say(tr("COMMAND")));
  formatter->label("Positionals", say(tr("Arguments")));
  formatter->label("REQUIRED", say(tr("(required)")));
  app_.formatter(formatter);
  app_.set_help_flag("-h,--help", say(tr("show this help and exit")))->group(say(tr("Options")));
  app_.set_version_flag("--version", fmt::format("jtsim {} ({})", program_version, git_commit),
                        say(tr("show the version and exit")))
      ->group(say(tr("Options")));
  app_.require_subcommand(1);
  add_speech(speech);
  add_run();
  add_check();
  add_describe();
  add_rerun();
  add_compare();
  add_trace();
  add_validate();
  add_calibrate();
  add_report();
  add_sweep();
  add_batch();
  add_export();
}

void Parser::add_speech(const Speech& speech) {
  const auto add = [&](const char* name, std::string& into, const char* text,
                       std::vector<std::string> words, const Label& what) {
    app_.add_option(name, into, say(what))
        ->check(CLI::IsMember(std::move(words)))
        ->option_text(text)
        ->take_last()
        ->group(say(tr("Options")));
  };
  add("--lang", lang_, speech.language == Language::zh ? "zh|en (zh)" : "zh|en (en)", {"zh", "en"},
      tr("language of the output"));
  add("--color", color_, "auto|always|never", {"auto", "always", "never"},
      tr("colours on the terminal"));
}

CLI::App* Parser::add_command(const char* name, const Label& what, const char* examples) {
  CLI::App* command = app_.add_subcommand(name, say(what));
  prepare(command, examples);
  return command;
}

void Parser::prepare(CLI::App* command, const char* examples) {
  command->footer(examples);
  command->group(say(tr("Commands")));
  command->get_help_ptr()->group(say(tr("Options")));
  // --lang and --color may stand anywhere.
  command->fallthrough();
}

CLI::Option* Parser::add_text(CLI::App* command, const char* names, std::string& into,
                              const Label& what) {
  return command->add_option(names, into, say(what))->take_last()->group(say(tr("Options")));
}

CLI::Option* Parser::add_flag(CLI::App* command, const char* names, bool& into, const Label& what) {
  return command->add_flag(names, into, say(what))->group(say(tr("Options")));
}

void Parser::add_number(CLI::App* command, const char* name, const char* placeholder,
                        const Label& what) {
  add_text(command, name, numbers_[{command, name}], what)->option_text(placeholder);
}

const CLI::App* Parser::chosen_command() const {
  const CLI::App* command = app_.get_subcommands().front();
  return command->get_subcommands().empty() ? command : command->get_subcommands().front();
}

// Nothing if the option was not given.
std::optional<std::uint32_t> Parser::number(const std::string& option) const {
  const CLI::App* command = chosen_command();
  if (command->count(option) == 0) return std::nullopt;
  const configs::Parsed<std::uint64_t> parsed =
      configs::unsigned_from_text(numbers_.at({command, option}));
  configs::Fault fault{tr("too large"), {}};
  if (const auto* value = std::get_if<std::uint64_t>(&parsed)) {
    if (*value <= std::numeric_limits<std::uint32_t>::max())
      return static_cast<std::uint32_t>(*value);
  } else {
    fault = std::get<configs::Fault>(parsed);
  }
  throw InputError(Problem{{.file = std::string(command_line)}, option, fault.what, fault.allowed});
}

// An option that sets a value of the scenario, which checks it.
void Parser::set_from(const std::string& option, const char* key) {
  const CLI::App* command = app_.get_subcommands().front();
  if (command->count(option) == 0) return;
  run_.scenario.overrides.push_back(fmt::format("{}={}", key, numbers_.at({command, option})));
}

std::vector<std::string> Parser::known_words() const {
  const std::vector<CLI::App*> chosen = app_.get_subcommands();
  std::vector<std::string> words;
  const auto add_options = [&words](const CLI::App& command) {
    for (const CLI::Option* option : command.get_options())
      for (const std::string& name : option->get_lnames()) words.push_back("--" + name);
  };
  add_options(app_);
  if (!chosen.empty()) {
    add_options(*chosen_command());
    for (const CLI::App* part : chosen.front()->get_subcommands({}))
      words.push_back(part->get_name());
  } else {
    for (const CLI::App* command : app_.get_subcommands({})) words.push_back(command->get_name());
  }
  return words;
}

void Parser::refuse(const CLI::ParseError& error) const {
  const std::vector<CLI::App*> chosen = app_.get_subcommands();
  Problem problem;
  problem.place.file = command_line;
  problem.what = sentence_of(error);
  const std::vector<std::string> left = app_.remaining(true);
  if (!left.empty()) {
    problem.key_path = left.front();
    const std::string near = nearest_name(left.front(), known_words());
    problem.what = near.empty() ? Sentence(tr("unknown word"))
                                : Sentence(tr("unknown word; did you mean `{}`?"), near);
  }
  problem.allowed = {tr("see jtsim {}--help"),
                     chosen.empty() ? std::string() : chosen.front()->get_name() + " "};
  throw InputError(std::move(problem));
}

Subject Parser::chosen_subject() const {
  if (const std::optional<Subject> subject = enum_from_text<Subject>(subject_)) return *subject;
  std::vector<std::string> known;
  for (const std::string_view name : identifiers_of<Subject>) known.emplace_back(name);
  Problem problem;
  problem.place.file = command_line;
  problem.key_path = subject_;
  problem.what = tr("unknown subject");
  problem.allowed = configs::name_hint(subject_, known);
  throw InputError(std::move(problem));
}

Command Parser::chosen_description() {
  describe_.subject = chosen_subject();
  if (describe_.subject == Subject::manual) return ShownText{manual_page(app_, language_)};
  if (describe_.subject != Subject::completion) return describe_;
  std::string subjects;
  for (const std::string_view name : identifiers_of<Subject>) subjects += fmt::format(" {}", name);
  return ShownText{completion_script(app_, subjects.substr(1))};
}

Command Parser::chosen() {
  const std::string name = app_.get_subcommands().front()->get_name();
  if (name == "check") return check_;
  if (name == "describe") return chosen_description();
  if (name == "rerun") {
    rerun_.threads = number("--threads");
    return rerun_;
  }
  if (name == "compare") {
    compare_.threads = number("--threads");
    return compare_;
  }
  if (name == "trace") {
    trace_.replicate = number("--replicate");
    return trace_;
  }
  if (name == "validate") {
    validate_.threads = number("--threads");
    validate_.inputs = number("--inputs");
    return validate_;
  }
  if (name == "calibrate") {
    calibrate_.threads = number("--threads");
    return calibrate_;
  }
  if (name == "report") return report_;
  if (name == "sweep") return chosen_sweep();
  if (name == "batch") {
    batch_.threads = number("--threads");
    return batch_;
  }
  if (name == "export") return export_;
  set_from("--replicates", "replicates");
  set_from("--seed", "seed");
  run_.first_replicate = number("--first-replicate").value_or(0);
  run_.threads = number("--threads");
  run_.language = lang_;
  return run_;
}

Command Parser::parse(std::span<const char* const> words) {
  run_.words.assign(words.begin(), words.end());
  rerun_.words = run_.words;
  sweep_.words = run_.words;
  const auto arguments = words.subspan(words.empty() ? 0 : 1);
  // CLI11 takes them from the back.
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    app_.parse(std::move(reversed));
  } catch (const CLI::CallForHelp&) {
    return ShownText{app_.help()};
  } catch (const CLI::CallForVersion& version) {
    return ShownText{std::string(version.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    refuse(error);
  }
  return chosen();
}

}  // namespace jtsim::app
