// What one finished replicate hands over: a buffer per series, and its register of the displaced.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "agents/displacements.hpp"
#include "configs/document.hpp"
#include "output/series.hpp"

namespace jtsim::output {

/// The series of one run with their lengths: the table, less the series that do not belong to the
/// kind of the scenario or have an empty axis here.
class Layout {
 public:
  struct Entry {
    const Series* series;
    /// Without `replicate`.
    std::vector<std::size_t> shape;
    /// Elements of a replicate, and of the part that is filled at one moment.
    std::size_t size;
    std::size_t part;
  };

  explicit Layout(Axes axes, configs::ScenarioKind kind = configs::ScenarioKind::transition);

  const Axes& axes() const { return axes_; }
  std::span<const Entry> entries() const { return entries_; }
  /// Position of a series, or `entries().size()`.
  std::size_t find(std::string_view name) const;

 private:
  void add(const Series& series);

  Axes axes_;
  std::vector<Entry> entries_;
};

/// Whether a replicate's register of the displaced is kept, event by event.
enum class KeepRegister : std::uint8_t { no, yes };

/// The elements of one series of one replicate.
using Values =
    std::variant<std::vector<std::int32_t>, std::vector<std::int64_t>, std::vector<double>>;

std::span<const std::byte> bytes_of(const Values& values);

struct ReplicateResult {
  /// Number of the replicate in the experiment.
  std::uint32_t replicate = 0;
  /// In the order of the layout.
  std::vector<Values> values;
  /// Empty unless this replicate's register is kept.
  std::vector<agents::Displacement> events;
};

/// All elements at their fill value.
ReplicateResult empty_result(const Layout& layout, std::uint32_t replicate);

/// The values of a series as numbers of type T, or null if this run does not have it.
template <class T>
const std::vector<T>* find_values(const Layout& layout, const ReplicateResult& result,
                                  std::string_view name) {
  const std::size_t at = layout.find(name);
  return at < result.values.size() ? std::get_if<std::vector<T>>(&result.values[at]) : nullptr;
}

}  // namespace jtsim::output
