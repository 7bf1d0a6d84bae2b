// Collects everything wrong with a scenario, so that all of it is reported in one go.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/error.hpp"

namespace jtsim::configs {

/// What is wrong with one value, before it is known where the value stands.
struct Fault {
  Sentence what;
  /// What would be accepted; may be empty.
  Sentence allowed;
};

/// Problems in the order they were found. Beyond `kept` they are only counted: a broken file of a
/// million lines must not take a minute to complain about.
class Problems {
 public:
  static constexpr std::size_t kept = 200;

  void add(Problem problem);
  void add(const Place& place, const std::string& key_path, const Fault& fault) {
    add({place, key_path, fault.what, fault.allowed});
  }

  bool empty() const { return count_ == 0; }
  /// Costly hints are not worth making any more.
  bool full() const { return count_ >= kept; }
  std::size_t count() const { return count_; }
  const std::vector<Problem>& list() const { return list_; }

  /// The problems with files named as seen from where the program was started: `directory` stands
  /// before every file name.
  std::vector<Problem> seen_from_outside(const std::filesystem::path& directory) const;
  /// Throws InputError with all of them.
  void throw_if_any(const std::filesystem::path& directory) const;

 private:
  std::vector<Problem> list_;
  std::size_t count_ = 0;
};

/// "key", or "path.key".
std::string joined_key(const std::string& path, std::string_view key);

/// "did you mean `x`?" with the nearest of the known names, or "known: a, b, c" when none is near.
Sentence name_hint(std::string_view given, const std::vector<std::string>& known);

/// The text for a message: long ones shortened, control characters replaced.
std::string shortened(std::string_view text);
/// The same between backquotes.
std::string quoted_for_message(std::string_view text);

}  // namespace jtsim::configs
