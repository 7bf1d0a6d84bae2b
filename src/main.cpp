// The program: reads the command line, does what it asks, and turns every failure into one clear
// message and an exit code.
#include <csignal>
#include <exception>
#include <new>
#include <span>

#include <malloc.h>

#include "base/vector_level.hpp"
#include "src/cli/commands.hpp"
#include "src/exit_code.hpp"
#include "src/messages.hpp"

namespace {

using namespace jtsim;
using app::ExitCode;

/// Every month takes and returns lists of many sizes. Memory once had from the system is kept for
/// the next ones: to give it back and have it again costs a fault for every page.
void keep_returned_memory() {
#ifdef __GLIBC__
  constexpr int largest_kept_bytes = 32 << 20;
  mallopt(M_MMAP_THRESHOLD, largest_kept_bytes);
  mallopt(M_TRIM_THRESHOLD, 16 * largest_kept_bytes);
#endif
}

ExitCode run_program(std::span<const char* const> words, const app::Speech& speech,
                     const app::Messages& messages) {
  // A wrong wish of the environment is told before anything is done.
  static_cast<void>(best_vector_level());
  const app::Command command = app::parse_command_line(words, speech);
  return std::visit([&](const auto& chosen) { return app::execute(chosen, messages); }, command);
}

ExitCode fail(const app::Messages& messages, std::string_view text) {
  messages.fail(text);
  return ExitCode::failure;
}

}  // namespace

int main(int count, char** given) {
  // A file that may grow no further shall fail to be written, as on a full disk.
  std::signal(SIGXFSZ, SIG_IGN);
  keep_returned_memory();
  const std::span<const char* const> words(given, given + count);
  const app::Speech speech = app::speech_of(words);
  const app::Messages messages(speech);
  ExitCode code = ExitCode::failure;
  try {
    code = run_program(words, speech, messages);
  } catch (const InputError& error) {
    messages.fail(error);
    code = ExitCode::wrong_input;
  } catch (const StorageError& error) {
    code = fail(messages, error.sentence().told(messages.language()));
  } catch (const LogicFault& fault) {
    code = fail(messages,
                app::say(messages.language(), tr("a fault of jtsim itself: {}"), fault.what()));
  } catch (const std::bad_alloc&) {
    code = fail(messages, in(messages.language(), tr("out of memory")));
  } catch (const std::exception& error) {
    code = fail(messages, error.what());
  }
  return static_cast<int>(code);
}
