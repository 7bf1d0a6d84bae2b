// What the program says to people, on stderr; stdout is for data.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "src/cli/command_line.hpp"

namespace spdlog {
class logger;
}

namespace jtsim::app {

class Messages {
 public:
  explicit Messages(const Speech& speech);
  ~Messages();

  Language language() const { return language_; }

  void note(std::string_view text) const;
  void warn(std::string_view text) const;
  /// One line for every oddity of the input.
  void warn(const std::vector<Problem>& oddities) const;
  void fail(std::string_view text) const;
  /// One line for every problem.
  void fail(const InputError& error) const;

 private:
  Language language_;
  std::unique_ptr<spdlog::logger> logger_;
};

/// Writes data to stdout. Throws StorageError if that fails, unless stdout is a terminal that is
/// gone.
void print(std::string_view text);

}  // namespace jtsim::app
