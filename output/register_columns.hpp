// The one table of register columns: what is kept of every displacement event.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "agents/displacements.hpp"
#include "output/series.hpp"

namespace jtsim::output {

/// One event, and what is known of its replicate.
struct RegisterRow {
  const agents::Displacement& event;
  std::uint32_t replicate;
  /// Last month of the run.
  Month end;
};

template <class T>
using ReadColumn = T (*)(const RegisterRow&);
using AnyColumn =
    std::variant<ReadColumn<std::int8_t>, ReadColumn<std::int16_t>, ReadColumn<std::int32_t>,
                 ReadColumn<std::uint32_t>, ReadColumn<std::int64_t>, ReadColumn<double>>;

/// Worker ids start at 0.
template <>
inline constexpr std::uint32_t fill_value<std::uint32_t> =
    std::numeric_limits<std::uint32_t>::max();

/// How the numbers of a column are to be read.
enum class Coding : std::uint8_t {
  number,    ///< a quantity
  position,  ///< the position on `axis`
  category,  ///< the position on `axis`, whose identifiers are repeated as CF flag_meanings
  bits,      ///< bit k stands for position k on `axis` (CF flag_masks)
  yes_no,    ///< 0 or 1
};

struct RegisterColumn {
  std::string_view name;
  std::string_view unit;
  Label meaning;
  AnyColumn read;
  Coding coding = Coding::number;
  /// Of `position`, `category` and `bits`.
  Axis axis = Axis::event;
};

/// All columns in the order of the file, variables over the dimension `event`. To add one: a line
/// in register_columns.cpp.
std::span<const RegisterColumn> register_columns();

/// Bytes of one element of a column.
std::size_t element_bytes(const RegisterColumn& column);

/// One column of all events of a replicate, element after element as they lie in memory.
std::vector<std::byte> column_bytes(const RegisterColumn& column,
                                    std::span<const agents::Displacement> events,
                                    std::uint32_t replicate, Month end);

}  // namespace jtsim::output
