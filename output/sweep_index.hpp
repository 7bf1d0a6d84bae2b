// The index of a sweep: which runs lie in which parts, in SQLite. Never the only record: whatever
// it says is told by the parts too, and it can be thrown away at any time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "output/sweep_part.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace jtsim::output {

/// How SQLite keeps transactions whole.
enum class Journal : std::uint8_t {
  /// Fast, but all processes must share one machine's memory.
  write_ahead,
  /// For network file systems.
  rollback,
};

/// By the `f_type` that statfs(2) gives; unknown ones are taken for local.
Journal journal_for(std::uint64_t file_system_type);

/// The index cannot be used: damaged, locked for too long, or of another sweep.
class IndexUnusable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A part as the index knows it.
struct IndexedPart {
  std::uint64_t bytes = 0;
  std::vector<PartRow> rows;
};

/// One open index. Used by one thread at a time; processes may share the file.
class SweepIndex {
 public:
  static constexpr const char* file_name = "index.sqlite";

  /// Opens or makes the index of a directory. Throws IndexUnusable.
  SweepIndex(const std::filesystem::path& directory, std::string_view plan_digest);
  ~SweepIndex();
  SweepIndex(const SweepIndex&) = delete;
  SweepIndex& operator=(const SweepIndex&) = delete;

  /// Everything in it, by the parts' file names. Throws IndexUnusable.
  std::map<std::string, IndexedPart> parts() const;
  /// Adds a part with its rows in one transaction. Throws IndexUnusable; StorageError when the disk
  /// is full.
  void add(const std::string& name, const IndexedPart& part);
  void remove(const std::string& name);

  /// Removes the files of an index.
  static void discard(const std::filesystem::path& directory);

 private:
  struct CloseDatabase {
    void operator()(sqlite3* database) const;
  };
  struct EndStatement {
    void operator()(sqlite3_stmt* statement) const;
  };
  using Statement = std::unique_ptr<sqlite3_stmt, EndStatement>;

  void execute(const char* sql) const;
  Statement prepare(const char* sql) const;
  /// True while there are rows.
  bool step(const Statement& statement) const;
  void require_digest(std::string_view plan_digest);
  [[noreturn]] void fail(int code) const;

  std::filesystem::path path_;
  std::unique_ptr<sqlite3, CloseDatabase> database_;
};

}  // namespace jtsim::output
