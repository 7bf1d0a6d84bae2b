// Lengths and buffers of the series of one run.
#include "output/replicate_result.hpp"

#include <algorithm>

namespace jtsim::output {

Layout::Layout(Axes axes, configs::ScenarioKind kind) : axes_(std::move(axes)) {
  for (const Series& series : all_series()) {
    if (records(kind, series.kinds)) add(series);
  }
}

void Layout::add(const Series& series) {
  Entry entry{.series = &series, .shape = {}, .size = 1, .part = 1};
  for (const Axis axis : series.axes) {
    entry.shape.push_back(axes_.size(axis));
    entry.size *= entry.shape.back();
  }
  if (entry.size == 0) return;
  entry.part = series.when == When::run_end ? entry.size : entry.size / entry.shape.front();
  entries_.push_back(std::move(entry));
}

std::size_t Layout::find(std::string_view name) const {
  const auto found =
      std::ranges::find(entries_, name, [](const Entry& e) { return e.series->name; });
  return static_cast<std::size_t>(found - entries_.begin());
}

std::span<const std::byte> bytes_of(const Values& values) {
  return std::visit([](const auto& elements) { return std::as_bytes(std::span(elements)); },
                    values);
}

ReplicateResult empty_result(const Layout& layout, std::uint32_t replicate) {
  ReplicateResult result;
  result.replicate = replicate;
  for (const Layout::Entry& entry : layout.entries()) {
    std::visit(
        [&]<class T>(Fill<T>) {
          result.values.emplace_back(std::vector<T>(entry.size, fill_value<T>));
        },
        entry.series->fill);
  }
  return result;
}

}  // namespace jtsim::output
