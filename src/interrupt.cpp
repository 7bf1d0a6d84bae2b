// Waits for signals in a thread of its own, so that no code runs inside a signal handler.
#include "src/interrupt.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <system_error>

#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace jtsim::app {

namespace {

bool is_ignored(int signal) {
  struct sigaction action {};
  return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

// Whoever started the program with `nohup` wants it to outlive the terminal.
sigset_t watched_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  if (!is_ignored(SIGHUP)) sigaddset(&set, SIGHUP);
  return set;
}

int checked(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

// Dies of the signal, so that a shell sees why.
void die_of(int signal) {
  std::signal(signal, SIG_DFL);
  const sigset_t set = watched_signals();
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
  std::raise(signal);
}

void watch(int signals, int end, std::stop_source source) {
  std::array<pollfd, 2> sources{{{signals, POLLIN, 0}, {end, POLLIN, 0}}};
  while (true) {
    if (poll(sources.data(), sources.size(), -1) < 0 && errno != EINTR) return;
    if ((sources[1].revents & POLLIN) != 0) return;
    if ((sources[0].revents & POLLIN) == 0) continue;
    signalfd_siginfo received{};
    if (read(signals, &received, sizeof received) != sizeof received) continue;
    const auto signal = static_cast<int>(received.ssi_signo);
    if (!source.request_stop() && signal != SIGHUP) die_of(signal);
  }
}

}  // namespace

InterruptWatch::InterruptWatch(std::stop_source source) {
  const sigset_t set = watched_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  signals_ = checked(signalfd(-1, &set, SFD_CLOEXEC), "cannot watch for signals");
  end_ = checked(eventfd(0, EFD_CLOEXEC), "cannot watch for signals");
  thread_ = std::jthread(watch, signals_, end_, std::move(source));
}

InterruptWatch::~InterruptWatch() {
  const std::uint64_t one = 1;
  // An eventfd takes 8 bytes at any time.
  [[maybe_unused]] const ssize_t written = write(end_, &one, sizeof one);
  thread_.join();
  close(end_);
  close(signals_);
  sigset_t set = watched_signals();
  // The program is about to end: a terminal that says once more that it goes must not spoil that.
  sigdelset(&set, SIGHUP);
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace jtsim::app
