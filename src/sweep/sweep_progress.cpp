// The line about a sweep.
#include "src/sweep/sweep_progress.hpp"

#include <fmt/format.h>

namespace jtsim::app {

std::string sweep_progress_text(const SweepMoment& moment, Language language) {
  constexpr double percent = 100;
  constexpr double seconds_per_minute = 60;
  const std::uint64_t done = moment.done_before + moment.done;
  std::string text = say(language, tr("{}/{} runs ({:.0f} %)"), done, moment.runs,
                         percent * static_cast<double>(done) / static_cast<double>(moment.runs));
  if (moment.done > 0 && moment.seconds > 0) {
    const double rate = static_cast<double>(moment.done) / moment.seconds;
    text += rate >= 1 ? say(language, tr(", {:.1f} runs/s"), rate)
                      : say(language, tr(", {:.1f} runs/min"), rate * seconds_per_minute);
    if (done < moment.runs) {
      text += say(language, tr(", {} left"),
                  duration_text(static_cast<double>(moment.runs - done) / rate, language));
    }
  }
  if (moment.failed > 0) text += say(language, tr(", {} failed"), moment.failed);
  return text;
}

SweepProgressLine::SweepProgressLine(const SweepProgress& progress, bool is_quiet,
                                     Language language)
    : progress_(progress), language_(language) {
  line_.emplace(stderr, is_quiet ? ProgressStyle::silent : progress_style(stderr));
}

void SweepProgressLine::look() {
  if (!line_ || !line_->is_due() || progress_.runs == 0) return;
  line_->show(sweep_progress_text({progress_.runs, progress_.done_before, progress_.done.load(),
                                   progress_.failed.load(), line_->seconds()},
                                  language_));
}

}  // namespace jtsim::app
