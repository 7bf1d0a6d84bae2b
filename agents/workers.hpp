// The workforce: one line per attribute, months of events instead of counters. Few workers change
// in a month, and of those nearly all attributes are read: these lie together in a record. What a
// pass over everybody reads stands in columns of its own.
#pragma once

#include <cstdint>
#include <ranges>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "agents/states.hpp"
#include "base/ids.hpp"
#include "base/month.hpp"

namespace jtsim::agents {

/// What began a spell without work.
enum class SpellCause : std::uint8_t { other, displaced, displaced_by_closure };

/// What is read of one worker together: half a cache line.
struct alignas(32) WorkerRecord {
  static constexpr std::uint32_t no_event = 0xFFFF'FFFF;

  /// Key of the worker's random draws.
  WorkerId id = 0;
  /// Latest displacement of this worker in the register, or `no_event`.
  std::uint32_t last_event = no_event;
  Month birth;
  /// Month of the ordinary pension: legal month, moved by a flexible choice made once.
  Month retirement;
  /// Start of the current spell of work, or of the current spell without work (training does not
  /// break it).
  Month spell_start;
  /// First month without unemployment benefit.
  Month benefit_end;
  /// First month after the current or last slot policy, or never.
  Month slot_end;
  /// Month of leaving coal for other work, from which the loss of specific capital recovers; never
  /// while in coal.
  Month left_coal;
  /// Last pay relative to mean mining pay in the first year, before experience and the pay index.
  std::uint16_t relative_pay = 0;
  /// Bit k: holds the certificate of policy k.
  std::uint16_t certificates = 0;
  OccupationId occupation;
  LeagueId league;
  EthnicityId ethnicity;
  /// Current or last slot policy; current while `slot_end` lies ahead.
  PolicyId slot;
  Sex sex{};
  Education education{};
  /// What the register says of how this spell without work began; `other` in work.
  SpellCause spell_cause{};
};
static_assert(sizeof(WorkerRecord) == alignof(WorkerRecord),
              "the record is full: what comes in sends something to a column");

/// What all columns of one table share: growing together, and their sum of bytes.
class ColumnList {
 public:
  struct Entry {
    std::string_view name;
    std::size_t bytes_per_row;
    void* column;
    /// Brings the column to `rows` rows; the records have them already.
    void (*resize)(void* column, std::size_t rows);
  };

  ColumnList() = default;
  ColumnList(const ColumnList&) = delete;
  ColumnList& operator=(const ColumnList&) = delete;

  void add(Entry entry) { entries_.push_back(entry); }
  void resize(std::size_t rows);
  std::size_t bytes_per_row() const;
  std::span<const Entry> entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
};

/// One attribute of all workers, indexed by row. New rows start with a value-initialised T.
template <class T>
class Column {
 public:
  Column(ColumnList& table, std::string_view name) {
    table.add({name, sizeof(T), this, [](void* column, std::size_t rows) {
                 static_cast<Column*>(column)->values_.resize(rows);
               }});
  }
  Column(const Column&) = delete;
  Column& operator=(const Column&) = delete;

  T& operator[](Row row) { return values_[row.value]; }
  const T& operator[](Row row) const { return values_[row.value]; }
  std::span<T> all() { return values_; }
  std::span<const T> all() const { return values_; }

 private:
  std::vector<T> values_;
};

/// One attribute out of the records of all workers, indexed by row like a column.
template <auto Member>
class Field {
 public:
  using Value = std::remove_cvref_t<decltype(std::declval<WorkerRecord>().*Member)>;

  /// `records` have their new size before the columns of `table` are resized.
  Field(ColumnList& table, std::string_view name, std::vector<WorkerRecord>& records)
      : records_(records) {
    table.add({name, sizeof(Value), this, [](void* column, std::size_t) {
                 auto* field = static_cast<Field*>(column);
                 field->values_ = field->records_;
               }});
  }
  Field(const Field&) = delete;
  Field& operator=(const Field&) = delete;

  Value& operator[](Row row) { return values_[row.value].*Member; }
  const Value& operator[](Row row) const { return values_[row.value].*Member; }
  auto all() const { return std::views::transform(std::as_const(records_), Member); }

 private:
  std::vector<WorkerRecord>& records_;
  /// The records once more, so that a look takes one step.
  std::span<WorkerRecord> values_;
};

/// Asks for a value of a column or field that is read soon. Always inline: GCC 12 takes a function
/// that only prefetches for one without effect and drops calls to it.
template <class Values>
[[gnu::always_inline]] inline void fetch(const Values& values, Row row) {
  __builtin_prefetch(&values[row]);
}

/// Rows so far ahead are asked for: those whom a month concerns lie far apart in memory.
inline constexpr std::size_t rows_ahead = 8;

/// Relative pay is stored in units of 1/10,000 of mean mining pay in the first year.
inline constexpr double relative_pay_unit = 1e-4;

/// A byte that holds 0 or 1 (a vector of bool would pack bits and be slow).
using bool8 = std::uint8_t;

/// Every worker there ever was, in rows that are never reused. 48 bytes a row at most.
class Workers {
 public:
  std::size_t size() const { return records_.size(); }
  /// Appends `count` rows; all attributes start at zero, "none" or "never".
  Row append(std::size_t count);
  const ColumnList& columns() const { return columns_; }
  std::span<const WorkerRecord> records() const { return records_; }

 private:
  std::vector<WorkerRecord> records_;
  ColumnList columns_;

 public:
  Field<&WorkerRecord::id> id{columns_, "id", records_};
  Field<&WorkerRecord::last_event> last_event{columns_, "last_event", records_};
  Field<&WorkerRecord::birth> birth{columns_, "birth", records_};
  Field<&WorkerRecord::retirement> retirement{columns_, "retirement", records_};
  Field<&WorkerRecord::spell_start> spell_start{columns_, "spell_start", records_};
  Field<&WorkerRecord::benefit_end> benefit_end{columns_, "benefit_end", records_};
  Field<&WorkerRecord::slot_end> slot_end{columns_, "slot_end", records_};
  Field<&WorkerRecord::left_coal> left_coal{columns_, "left_coal", records_};
  Field<&WorkerRecord::relative_pay> relative_pay{columns_, "relative_pay", records_};
  Field<&WorkerRecord::certificates> certificates{columns_, "certificates", records_};
  Field<&WorkerRecord::occupation> occupation{columns_, "occupation", records_};
  Field<&WorkerRecord::league> league{columns_, "league", records_};
  Field<&WorkerRecord::ethnicity> ethnicity{columns_, "ethnicity", records_};
  Field<&WorkerRecord::slot> slot{columns_, "slot", records_};
  Field<&WorkerRecord::sex> sex{columns_, "sex", records_};
  Field<&WorkerRecord::education> education{columns_, "education", records_};
  Field<&WorkerRecord::spell_cause> spell_cause{columns_, "spell_cause", records_};

  Column<State> state{columns_, "state"};
  Column<Form> form{columns_, "form"};
  /// Employing mine; none outside mining.
  Column<MineId> mine{columns_, "mine"};
  Column<Contract> contract{columns_, "contract"};
  /// Start of the current (or last) occupation.
  Column<Month> occupation_start{columns_, "occupation_start"};
  /// Months underground before the current occupation began.
  Column<std::uint16_t> underground_before{columns_, "underground_before"};
  /// Start of the service with the current employer; a transfer inside the group does not end it.
  Column<Month> service_start{columns_, "service_start"};
  Column<Month> contribution_start{columns_, "contribution_start"};
  Column<Hukou> hukou{columns_, "hukou"};
  Column<Category> category{columns_, "category"};

  static constexpr std::uint32_t no_event = WorkerRecord::no_event;
  static constexpr std::size_t maximum_certificates = 16;
};

/// Asks for all that a worker's record holds.
[[gnu::always_inline]] inline void fetch_record(const Workers& workers, Row row) {
  fetch(workers.id, row);
}

/// Completed years of age of a person born in `birth`.
constexpr int age_years(Month birth, Month now) { return (now - birth) / Month::per_year; }

}  // namespace jtsim::agents
