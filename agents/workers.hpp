// The columns of the workforce: one line per attribute, months of events instead of counters.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "agents/states.hpp"
#include "base/ids.hpp"
#include "base/month.hpp"

namespace jtsim::agents {

/// What all columns of one table share: growing together, and their sum of bytes.
class ColumnList {
 public:
  struct Entry {
    std::string_view name;
    std::size_t bytes_per_row;
    void* values;
    void (*resize)(void* values, std::size_t rows);
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
    table.add({name, sizeof(T), &values_, [](void* values, std::size_t rows) {
                 static_cast<std::vector<T>*>(values)->resize(rows);
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

/// Asks for a value that is read soon. Always inline: GCC 12 takes a function that only prefetches
/// for one without effect and drops calls to it.
template <class T>
[[gnu::always_inline]] inline void fetch(const Column<T>& column, Row row) {
  __builtin_prefetch(&column[row]);
}

/// Relative pay is stored in units of 1/10,000 of mean mining pay in the first year.
inline constexpr double relative_pay_unit = 1e-4;

/// A byte that holds 0 or 1 (a vector of bool would pack bits and be slow).
using bool8 = std::uint8_t;

/// Every worker there ever was, in rows that are never reused. 48 bytes a row at most.
class Workers {
 public:
  std::size_t size() const { return id.all().size(); }
  /// Appends `count` rows; all columns start at zero, "none" or "never".
  Row append(std::size_t count);
  const ColumnList& columns() const { return columns_; }

 private:
  ColumnList columns_;

 public:
  /// Key of the worker's random draws.
  Column<WorkerId> id{columns_, "id"};
  /// Latest displacement of this worker in the register, or `no_event`.
  Column<std::uint32_t> last_event{columns_, "last_event"};
  Column<Month> birth{columns_, "birth"};
  /// Month of the ordinary pension: legal month, moved by a flexible choice made once.
  Column<Month> retirement{columns_, "retirement"};
  /// Start of the current (or last) occupation.
  Column<Month> occupation_start{columns_, "occupation_start"};
  /// Start of the current spell of work, or of the current spell without work (training does not
  /// break it).
  Column<Month> spell_start{columns_, "spell_start"};
  /// Start of the service with the current employer; a transfer inside the group does not end it.
  Column<Month> service_start{columns_, "service_start"};
  Column<Month> contribution_start{columns_, "contribution_start"};
  /// First month without unemployment benefit.
  Column<Month> benefit_end{columns_, "benefit_end"};
  /// First month after the current or last slot policy, or never.
  Column<Month> slot_end{columns_, "slot_end"};
  Column<OccupationId> occupation{columns_, "occupation"};
  /// Employing mine; none outside mining.
  Column<MineId> mine{columns_, "mine"};
  /// Months underground before the current occupation began.
  Column<std::uint16_t> underground_before{columns_, "underground_before"};
  /// Last pay relative to mean mining pay in the first year, before experience and the pay index.
  Column<std::uint16_t> relative_pay{columns_, "relative_pay"};
  /// Bit k: holds the certificate of policy k.
  Column<std::uint16_t> certificates{columns_, "certificates"};
  Column<LeagueId> league{columns_, "league"};
  Column<EthnicityId> ethnicity{columns_, "ethnicity"};
  /// Current or last slot policy; current while `slot_end` lies ahead.
  Column<PolicyId> slot{columns_, "slot"};
  Column<State> state{columns_, "state"};
  Column<Form> form{columns_, "form"};
  Column<Sex> sex{columns_, "sex"};
  Column<Education> education{columns_, "education"};
  Column<Hukou> hukou{columns_, "hukou"};
  Column<Contract> contract{columns_, "contract"};
  Column<Category> category{columns_, "category"};
  /// Month of leaving coal for other work, from which the loss of specific capital recovers; never
  /// while in coal.
  Column<Month> left_coal{columns_, "left_coal"};

  static constexpr std::uint32_t no_event = 0xFFFF'FFFF;
  static constexpr std::size_t maximum_certificates = 16;
};

/// Completed years of age of a person born in `birth`.
constexpr int age_years(Month birth, Month now) { return (now - birth) / Month::per_year; }

}  // namespace jtsim::agents
