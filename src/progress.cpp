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
// Before that much is done no time left can be told.
constexpr double least_share = 0.001;

}  // namespace

ProgressStyle progress_style(std::FILE* stream) {
  return isatty(fileno(stream)) == 1 ? ProgressStyle::redrawn : ProgressStyle::lines;
}

std::string duration_text(double seconds, Language language) {
  const auto whole = static_cast<std::int64_t>(std::ceil(seconds));
  const std::int64_t minutes = whole / seconds_per_minute;
  if (minutes == 0) return say(language, {"{} 秒", "{} s"}, whole);
  if (minutes < minutes_per_hour) {
    return say(language, {"{} 分 {:02} 秒", "{} min {:02} s"}, minutes, whole % seconds_per_minute);
  }
  return say(language, {"{} 小时 {:02} 分", "{} h {:02} min"}, minutes / minutes_per_hour,
             minutes % minutes_per_hour);
}

Progress::Progress(std::FILE* stream, ProgressStyle style, Language language, Workload workload)
    : stream_(stream),
      style_(style),
      language_(language),
      workload_(workload),
      next_(start_ + (style == ProgressStyle::lines ? Clock::duration(line_interval)
                                                    : Clock::duration(redraw_interval))) {}

Progress::~Progress() {
  if (line_open_) std::fputs("\r\033[K", stream_);
}

void Progress::look() {
  const Clock::time_point now = Clock::now();
  if (style_ == ProgressStyle::silent || now < next_) return;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const std::string line = text(seconds);
  if (style_ == ProgressStyle::redrawn) {
    fmt::print(stream_, "\r\033[K{}", line);
    std::fflush(stream_);
    line_open_ = true;
    next_ = now + redraw_interval;
  } else {
    fmt::print(stream_, "{}\n", line);
    next_ = now + line_interval;
  }
}

std::string Progress::text(double seconds) const {
  const double share =
      static_cast<double>(months_done.load()) / static_cast<double>(workload_.months);
  const double rate = share * workload_.replicates / seconds;
  constexpr double percent = 100;
  std::string line =
      say(language_,
          {"已完成 {}/{} 次重复模拟({:.0f} %),每秒 {:.2g} 次",
           "{}/{} replicates ({:.0f} %), {:.2g} replicates/s"},
          replicates_done.load(), workload_.replicates, percent * std::min(share, 1.0), rate);
  if (share >= least_share && share < 1) {
    line += say(language_, {",剩余 {}", ", {} left"},
                duration_text(seconds * (1 - share) / share, language_));
  }
  return line;
}

}  // namespace jtsim::app
