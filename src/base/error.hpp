// The three kinds of failure: a user's input, the world outside (disk, memory), and our own
// mistakes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.hpp"

namespace jtsim {

/// A place in a user's file; line and column count from 1, 0 means "the file as a whole".
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
};

/// One thing wrong with the input, in one sentence form: where, which key, what, what is allowed.
struct Problem {
  Place place;
  std::string key_path;
  Sentence what;
  /// What would be accepted, or what to do; may be empty.
  Sentence allowed;
};

/// The name under which values of the command line appear where others have a file.
inline constexpr std::string_view command_line = "command line";
/// The same of the environment.
inline constexpr std::string_view environment = "environment";

/// "file:line:column: key.path: what (allowed)".
std::string to_text(const Problem& problem, Language language = Language::en);

/// The system's reason for a failed call.
Sentence system_reason(int system_error);

/// A user's input is wrong; carries every problem found at once, in English in `what`. Exit code 2.
class InputError : public std::runtime_error {
 public:
  explicit InputError(std::vector<Problem> problems);
  explicit InputError(Problem problem) : InputError(std::vector<Problem>{std::move(problem)}) {}
  const std::vector<Problem>& problems() const { return problems_; }

 private:
  std::vector<Problem> problems_;
};

/// The disk or the operating system refused: what was done to which path, how many bytes, and the
/// system's reason. Exit code 1.
class StorageError : public std::runtime_error {
 public:
  /// `action`: what could not be done ("open").
  StorageError(const Sentence& action, const std::filesystem::path& path, std::uint64_t bytes,
               int system_error)
      : StorageError(
            Sentence(tr("cannot {} {} ({} bytes): {}"), action, path.string(), bytes,
                     system_error != 0 ? system_reason(system_error)
                                       : Sentence(tr("the library gives no reason")))) {}

  /// In English in `what`.
  const Sentence& sentence() const { return sentence_; }

 private:
  explicit StorageError(Sentence sentence)
      : std::runtime_error(sentence.told(Language::en)), sentence_(std::move(sentence)) {}

  Sentence sentence_;
};

/// A broken promise inside the program. Never caused by input. Exit code 1.
class LogicFault : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// States what a programmer may rely on here; throws LogicFault otherwise.
inline void expect(bool holds, const char* what) {
  if (!holds) [[unlikely]]
    throw LogicFault(what);
}

/// The known name closest to `given` by edit distance, or empty if none is near.
std::string nearest_name(std::string_view given, const std::vector<std::string>& known);

}  // namespace jtsim
