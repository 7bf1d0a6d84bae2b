// Turns SIGINT, SIGTERM and SIGHUP into a polite request to stop.
#pragma once

#include <stop_token>
#include <thread>

namespace jtsim::app {

/// While it lives, the first SIGINT, SIGTERM or SIGHUP (the terminal is gone; not if the program
/// was started to ignore it) requests a stop of `source`; the second ends the program at once, but
/// for SIGHUP, of which a terminal that is closed may send several, from then on without effect.
/// Create it before any other thread: threads inherit that they leave the signals alone.
class InterruptWatch {
 public:
  explicit InterruptWatch(std::stop_source source);
  ~InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;

 private:
  int signals_ = -1;
  int end_ = -1;
  std::jthread thread_;
};

}  // namespace jtsim::app
