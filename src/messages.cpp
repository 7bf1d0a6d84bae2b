// Messages through spdlog, which knows how to colour them.
#include "src/messages.hpp"

#include <cerrno>
#include <cstdio>

#include <spdlog/logger.h>
#include <spdlog/sinks/ansicolor_sink.h>
#include <sys/stat.h>
#include <unistd.h>

namespace jtsim::app {

namespace {

spdlog::color_mode mode_of(Color color) {
  switch (color) {
    case Color::automatic:
      return spdlog::color_mode::automatic;
    case Color::always:
      return spdlog::color_mode::always;
    case Color::never:
      return spdlog::color_mode::never;
  }
  return spdlog::color_mode::never;
}

// Was stdout a terminal that is gone, and its reader with it? A disk that fails says EIO, too, and
// so does a terminal that is there but closed to the program.
bool is_lost_terminal(int error) {
  struct stat status {};
  const bool is_device = fstat(STDOUT_FILENO, &status) == 0 && S_ISCHR(status.st_mode);
  return error == EIO && is_device && isatty(STDOUT_FILENO) == 0;
}

}  // namespace

Messages::Messages(const Speech& speech) : language_(speech.language) {
  auto sink = std::make_shared<spdlog::sinks::ansicolor_stderr_sink_mt>(mode_of(speech.color));
  logger_ = std::make_unique<spdlog::logger>("jtsim", std::move(sink));
  logger_->set_pattern("%^jtsim:%$ %v");
  logger_->flush_on(spdlog::level::info);
}

Messages::~Messages() = default;

void Messages::note(std::string_view text) const { logger_->info("{}", text); }
void Messages::warn(std::string_view text) const { logger_->warn("{}", text); }
void Messages::fail(std::string_view text) const { logger_->error("{}", text); }

void Messages::warn(const std::vector<Problem>& oddities) const {
  for (const Problem& oddity : oddities)
    warn(say(language_, tr("warning: {}"), to_text(oddity, language_)));
}

void Messages::fail(const InputError& error) const {
  for (const Problem& problem : error.problems()) fail(to_text(problem, language_));
  const std::size_t count = error.problems().size();
  if (count > 1) fail(say(language_, tr("{} problems"), count));
}

void print(std::string_view text) {
  const bool is_written =
      std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  const int error = errno;
  if (is_written || is_lost_terminal(error)) return;
  throw StorageError(tr("write to"), "standard output", text.size(), error);
}

}  // namespace jtsim::app
