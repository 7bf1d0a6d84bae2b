// Progress as done/total, rate and time left.
#include "src/progress.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <unistd.h>

namespace jtsim::app {

namespace {

using namespace std::chrono_literals;

constexpr auto redraw_interval = 200ms;
constexpr auto line_interval = 5s;
constexpr int seconds_per_minute = 60;
constexpr int minutes_per_hour = 60;
constexpr double percent = 100;
// Before that much is done no time left can be told.
constexpr double least_share = 0.001;
// Shorter times are told in tenths of a second.
constexpr double least_whole_seconds = 10;
constexpr double tenths = 10;
// From here on decimals say nothing.
constexpr double least_whole_rate = 100;

std::string number_text(double number) {
  return number < least_whole_rate ? fmt::format("{:.1f}", number) : fmt::format("{:.0f}", number);
}

// Slow runs are told by the minute.
std::string rate_text(double per_second, Language language) {
  if (per_second >= 1) return say(language, tr("{} replicates/s"), number_text(per_second));
  return say(language, tr("{} replicates/min"), number_text(per_second * seconds_per_minute));
}

}  // namespace

ProgressStyle progress_style(std::FILE* stream) {
  return isatty(fileno(stream)) == 1 ? ProgressStyle::redrawn : ProgressStyle::lines;
}

std::string duration_text(double seconds, Language language) {
  if (std::ceil(seconds * tenths) < least_whole_seconds * tenths) {
    return say(language, tr("{:.1f} s"), std::ceil(seconds * tenths) / tenths);
  }
  const auto whole = static_cast<std::int64_t>(std::ceil(seconds));
  const std::int64_t minutes = whole / seconds_per_minute;
  if (minutes == 0) return say(language, tr("{} s"), whole);
  if (minutes < minutes_per_hour) {
    return say(language, tr("{} min {:02} s"), minutes, whole % seconds_per_minute);
  }
  return say(language, tr("{} h {:02} min"), minutes / minutes_per_hour,
             minutes % minutes_per_hour);
}

ProgressLine::ProgressLine(std::FILE* stream, ProgressStyle style)
    : stream_(stream),
      style_(style),
      next_(start_ + (style == ProgressStyle::lines ? Clock::duration(line_interval)
                                                    : Clock::duration(redraw_interval))) {}

ProgressLine::~ProgressLine() {
  if (line_open_) std::fputs("\r\033[K", stream_);
}

bool ProgressLine::is_due() const {
  return style_ != ProgressStyle::silent && Clock::now() >= next_;
}

double ProgressLine::seconds() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

void ProgressLine::show(std::string_view text) {
  line_open_ = style_ == ProgressStyle::redrawn;
  const std::string line = line_open_ ? fmt::format("\r\033[K{}", text) : fmt::format("{}\n", text);
  std::fputs(line.c_str(), stream_);
  std::fflush(stream_);
  next_ = Clock::now() +
          (line_open_ ? Clock::duration(redraw_interval) : Clock::duration(line_interval));
}

Progress::Progress(std::FILE* stream, ProgressStyle style, Language language, Workload workload)
    : line_(stream, style), language_(language), workload_(workload) {}

void Progress::look() {
  if (!line_.is_due()) return;
  line_.show(progress_text(workload_, {replicates_done.load(), months_done.load(), line_.seconds()},
                           language_));
}

std::string progress_text(const Workload& workload, const WorkDone& done, Language language) {
  const double share = static_cast<double>(done.months) / static_cast<double>(workload.months);
  std::string line =
      say(language, tr("{}/{} ({:.0f} %), {}"), done.replicates,
          replicates_text(workload.replicates, language), percent * std::min(share, 1.0),
          rate_text(share * workload.replicates / done.seconds, language));
  if (share >= least_share && share < 1) {
    line +=
        say(language, tr(", {} left"), duration_text(done.seconds * (1 - share) / share, language));
  }
  return line;
}

}  // namespace jtsim::app
