// The tables of the index.
#include "output/sweep_index.hpp"

#include <algorithm>
#include <array>
#include <cerrno>

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/vfs.h>

#include "base/error.hpp"

namespace jtsim::output {

namespace {

/// Another process holds the index for a few milliseconds per part.
constexpr int patience_milliseconds = 30'000;

std::string text_in(sqlite3_stmt* statement, int column) {
  const unsigned char* text = sqlite3_column_text(statement, column);
  return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

Journal journal_in(const std::filesystem::path& directory) {
  struct statfs about {};
  if (statfs(directory.c_str(), &about) != 0) return Journal::rollback;
  return journal_for(static_cast<std::uint64_t>(about.f_type) & 0xFFFFFFFF);
}

// Not one that merely cannot lock: that is how some network disks are.
bool is_failing_disk(int code) {
  constexpr std::array locking{SQLITE_IOERR_LOCK, SQLITE_IOERR_RDLOCK, SQLITE_IOERR_UNLOCK,
                               SQLITE_IOERR_CHECKRESERVEDLOCK, SQLITE_IOERR_SHMLOCK};
  if (std::ranges::find(locking, code) != locking.end()) return false;
  return (code & 0xFF) == SQLITE_FULL || (code & 0xFF) == SQLITE_IOERR;
}

}  // namespace

Journal journal_for(std::uint64_t file_system_type) {
  // statfs(2): NFS, SMB, SMB2, CIFS, Lustre, GPFS, Ceph, FUSE (sshfs and the like), BeeGFS, 9P,
  // PanFS, OCFS2, GFS2, AFS, Coda.
  constexpr std::array<std::uint64_t, 15> shared{0x6969,     0x517B,     0xFE534D42, 0xFF534D42,
                                                 0x0BD00BD0, 0x47504653, 0x00C36400, 0x65735546,
                                                 0x19830326, 0x01021997, 0xAAD7AAEA, 0x7461636F,
                                                 0x01161970, 0x5346414F, 0x73757245};
  const bool is_shared = std::ranges::find(shared, file_system_type) != shared.end();
  return is_shared ? Journal::rollback : Journal::write_ahead;
}

void SweepIndex::CloseDatabase::operator()(sqlite3* database) const { sqlite3_close_v2(database); }
void SweepIndex::EndStatement::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

SweepIndex::SweepIndex(const std::filesystem::path& directory, std::string_view plan_digest)
    : path_(directory / file_name) {
  sqlite3* database = nullptr;
  const int code = sqlite3_open_v2(path_.c_str(), &database,
                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  database_.reset(database);
  if (code != SQLITE_OK) fail(code);
  sqlite3_extended_result_codes(database, 1);
  sqlite3_busy_timeout(database, patience_milliseconds);
  const bool ahead = journal_in(directory) == Journal::write_ahead;
  execute(ahead ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE");
  // An index that lost its last rows with the power is completed from the parts.
  execute(ahead ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL");
  execute(
      "CREATE TABLE IF NOT EXISTS sweep (plan_digest TEXT NOT NULL);"
      "CREATE TABLE IF NOT EXISTS part (name TEXT PRIMARY KEY, bytes INTEGER NOT NULL) "
      "WITHOUT ROWID;"
      "CREATE TABLE IF NOT EXISTS run (part TEXT NOT NULL, run INTEGER NOT NULL, failed INTEGER "
      "NOT NULL, seconds REAL NOT NULL, PRIMARY KEY (part, run)) WITHOUT ROWID;");
  require_digest(plan_digest);
}

SweepIndex::~SweepIndex() = default;

void SweepIndex::require_digest(std::string_view plan_digest) {
  const Statement insert = prepare(
      "INSERT INTO sweep SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM sweep WHERE plan_digest = ?1)");
  sqlite3_bind_text(insert.get(), 1, plan_digest.data(), static_cast<int>(plan_digest.size()),
                    SQLITE_TRANSIENT);
  step(insert);
  const Statement count = prepare("SELECT count(*) FROM sweep");
  if (step(count) && sqlite3_column_int(count.get(), 0) != 1)
    throw IndexUnusable(path_.string() + " belongs to another plan");
}

void SweepIndex::fail(int code) const {
  if (database_) code = sqlite3_extended_errcode(database_.get());
  const std::string reason = database_ ? sqlite3_errmsg(database_.get()) : sqlite3_errstr(code);
  if (is_failing_disk(code)) {
    std::error_code ignored;
    const auto bytes = std::filesystem::file_size(path_, ignored);
    const int system_error = database_ ? sqlite3_system_errno(database_.get()) : 0;
    throw StorageError(fmt::format("write ({})", reason), path_, ignored ? 0 : bytes,
                       system_error != 0 ? system_error : EIO);
  }
  throw IndexUnusable(fmt::format("{}: {}", path_.string(), reason));
}

void SweepIndex::execute(const char* sql) const {
  const int code = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

SweepIndex::Statement SweepIndex::prepare(const char* sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(database_.get(), sql, -1, &statement, nullptr);
  if (code != SQLITE_OK) fail(code);
  return Statement(statement);
}

bool SweepIndex::step(const Statement& statement) const {
  const int code = sqlite3_step(statement.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) fail(code);
  return false;
}

std::map<std::string, IndexedPart> SweepIndex::parts() const {
  std::map<std::string, IndexedPart> parts;
  const Statement names = prepare("SELECT name, bytes FROM part");
  while (step(names)) {
    parts[text_in(names.get(), 0)].bytes =
        static_cast<std::uint64_t>(sqlite3_column_int64(names.get(), 1));
  }
  const Statement runs = prepare("SELECT part, run, failed, seconds FROM run ORDER BY part, run");
  while (step(runs)) {
    const auto part = parts.find(text_in(runs.get(), 0));
    if (part == parts.end()) continue;
    PartRow& row = part->second.rows.emplace_back();
    row.run = static_cast<std::uint64_t>(sqlite3_column_int64(runs.get(), 1));
    row.failed = sqlite3_column_int(runs.get(), 2) != 0;
    row.seconds = sqlite3_column_double(runs.get(), 3);
  }
  return parts;
}

void SweepIndex::add(const std::string& name, const IndexedPart& part) {
  execute("BEGIN IMMEDIATE");
  try {
    const Statement insert = prepare("INSERT OR REPLACE INTO part VALUES (?1, ?2)");
    sqlite3_bind_text(insert.get(), 1, name.c_str(), -1, SQLITE_TRANSIENT);
    sqlite3_bind_int64(insert.get(), 2, static_cast<sqlite3_int64>(part.bytes));
    step(insert);
    const Statement row = prepare("INSERT OR REPLACE INTO run VALUES (?1, ?2, ?3, ?4)");
    for (const PartRow& run : part.rows) {
      sqlite3_reset(row.get());
      sqlite3_bind_text(row.get(), 1, name.c_str(), -1, SQLITE_TRANSIENT);
      sqlite3_bind_int64(row.get(), 2, static_cast<sqlite3_int64>(run.run));
      sqlite3_bind_int(row.get(), 3, run.failed ? 1 : 0);
      sqlite3_bind_double(row.get(), 4, run.seconds);
      step(row);
    }
    execute("COMMIT");
  } catch (...) {
    sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    throw;
  }
}

void SweepIndex::remove(const std::string& name) {
  for (const char* sql : {"DELETE FROM run WHERE part = ?1", "DELETE FROM part WHERE name = ?1"}) {
    const Statement statement = prepare(sql);
    sqlite3_bind_text(statement.get(), 1, name.c_str(), -1, SQLITE_TRANSIENT);
    step(statement);
  }
}

void SweepIndex::discard(const std::filesystem::path& directory) {
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
    std::error_code ignored;
    std::filesystem::remove(directory / (std::string(file_name) + suffix), ignored);
  }
}

}  // namespace jtsim::output
