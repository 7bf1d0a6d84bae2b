// Writes the manual page.
#include <fmt/format.h>

#include "base/version.hpp"
#include "src/cli/shell_texts.hpp"

namespace jtsim::app {

namespace {

/// A text that man shows as it is.
std::string escaped(const std::string& text) {
  std::string out;
  bool begins_line = true;
  for (const char c : text) {
    // A dot or apostrophe in front would be a request.
    if (begins_line && (c == '.' || c == '\'')) out += "\\&";
    begins_line = c == '\n';
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

class ManualPage {
 public:
  ManualPage(const CLI::App& app, Language language) : app_(app), language_(language) {}

  std::string text() {
    text_ = fmt::format(".TH JTSIM 1 \"\" \"jtsim {}\" \"{}\"\n", program_version,
                        say(tr("User Commands")));
    heading(tr("NAME"));
    add(fmt::format("jtsim \\- {}", escaped(app_.get_description())));
    heading(tr("SYNOPSIS"));
    add(fmt::format(".B jtsim\n.I {} \\fR...", say(tr("COMMAND"))));
    heading(tr("EXAMPLES"));
    examples(app_);
    heading(tr("OPTIONS"));
    options(app_);
    heading(tr("COMMANDS"));
    for (const auto& [called, command] : all_commands(app_)) add_command(called, *command);
    add_rest();
    return std::move(text_);
  }

 private:
  std::string say(const Label& text) const { return std::string(in(language_, text)); }
  void add(const std::string& line) { text_ += line + "\n"; }
  void heading(const Label& text) { add(fmt::format(".SH \"{}\"", in(language_, text))); }

  void examples(const CLI::App& app) {
    if (app.get_footer().empty()) return;
    add(".EX");
    add(escaped(app.get_footer()));
    add(".EE");
  }

  /// "\fB\-o\fR, \fB\-\-output\fR \fIDIR\fR", or the name of a positional.
  static std::string head_of(const CLI::Option& option) {
    if (option.get_positional())
      return "\\fI" + escaped(option.get_name(true)) + "\\fR " + escaped(option.get_option_text());
    std::string head;
    for (const std::string& name : option.get_snames())
      head += fmt::format("\\fB{}\\fR, ", escaped("-" + name));
    for (const std::string& name : option.get_lnames())
      head += fmt::format("\\fB{}\\fR, ", escaped("--" + name));
    head.resize(head.size() - 2);
    if (option.get_items_expected_max() == 0) return head;
    return head + fmt::format(" \\fI{}\\fR", escaped(option.get_option_text()));
  }

  void options(const CLI::App& app) {
    for (const CLI::Option* option : app.get_options()) {
      add(".TP");
      add(head_of(*option));
      // A break keeps the lines of a list apart.
      std::string what = escaped(option->get_description());
      for (std::size_t at = what.find('\n'); at != std::string::npos; at = what.find('\n', at + 5))
        what.replace(at, 1, "\n.br\n");
      add(what);
    }
  }

  void add_command(const std::string& called, const CLI::App& command) {
    add(fmt::format(".SS \"jtsim {}\"", called));
    add(escaped(command.get_description()));
    add(".PP");
    examples(command);
    options(command);
  }

  void add_rest() {
    heading(tr("EXIT STATUS"));
    pair("0", tr("done"));
    pair("1", tr("failed"));
    pair("2", tr("wrong usage or configuration"));
    pair("3", tr("some runs of a sweep failed"));
    pair("75", tr("stopped, can be resumed"));
    heading(tr("ENVIRONMENT"));
    pair("LANG, LC_ALL, LC_MESSAGES, LANGUAGE",
         tr("language of the output; --lang goes before them"));
    pair("NO_COLOR", tr("if not empty, no colours; --color always goes before it"));
    pair("SLURM_CPUS_PER_TASK", tr("threads where --threads is not given"));
    pair("JTSIM_VECTOR_LEVEL", tr("limits the vector instructions in use; results stay the same"));
  }

  void pair(const std::string& what, const Label& text) {
    add(".TP\n.B " + escaped(what));
    add(escaped(say(text)));
  }

  const CLI::App& app_;
  Language language_;
  std::string text_;
};

}  // namespace

std::string manual_page(const CLI::App& app, Language language) {
  return ManualPage(app, language).text();
}

}  // namespace jtsim::app
