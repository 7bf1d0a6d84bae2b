// Decides at every month's end which series are due and which part of each.
#include "output/recorder.hpp"

#include <algorithm>
#include <optional>

#include "base/error.hpp"

namespace jtsim::output {

namespace {

/// The part of an array that is due at a month's end; none if the series is not due.
std::optional<std::size_t> part_due(When when, const Axes& axes, Month now) {
  switch (when) {
    case When::month_end:
      return axes.time_index(now);
    case When::year_end:
      if (now == axes.start() || !(now.is_year_end() || now == axes.end())) return std::nullopt;
      return axes.year_index(now);
    case When::december_end:
      if (!now.is_year_end()) return std::nullopt;
      return axes.stock_year_index(now);
    case When::run_end:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

Recorder::Recorder(const Layout& layout, std::uint32_t replicate, KeepRegister keep)
    : layout_(layout),
      keep_(keep),
      next_(layout.axes().start()),
      peers_(layout.axes()),
      result_(empty_result(layout, replicate)) {}

void Recorder::record(const agents::World& world) {
  std::optional<Census> census;
  if (world.now.is_year_end()) {
    census.emplace(world);
    peers_.add(*census, world.conditions.unit_pay_fen);
  }
  record({world.tallies, layout_.axes(), &world, census ? &*census : nullptr}, world.now);
}

void Recorder::record(const agents::Tallies& tallies, Month now) {
  record(Moment{tallies, layout_.axes()}, now);
}

void Recorder::record(const Moment& moment, Month now) {
  expect(now == next_, "every month is recorded once, in order");
  next_ = next_ + 1;
  for (std::size_t i = 0; i < layout_.entries().size(); ++i) {
    const auto part = part_due(layout_.entries()[i].series->when, layout_.axes(), now);
    if (part) fill(i, moment, *part);
  }
}

ReplicateResult Recorder::finish(const agents::World& world) {
  const std::vector<EventKey> events = event_keys(world, layout_.axes(), peers_);
  const Moment moment{world.tallies, layout_.axes(), &world, nullptr, &events};
  for (std::size_t i = 0; i < layout_.entries().size(); ++i) {
    if (layout_.entries()[i].series->when == When::run_end) fill(i, moment, 0);
  }
  if (keep_ == KeepRegister::yes) result_.events = world.displacements.events;
  return finish();
}

ReplicateResult Recorder::finish() {
  expect(next_ == layout_.axes().end() + 1,
         "a replicate is finished when its last month is recorded");
  return std::move(result_);
}

void Recorder::fill(std::size_t series, const Moment& moment, std::size_t part) {
  const Layout::Entry& entry = layout_.entries()[series];
  expect(moment.world != nullptr || entry.series->kinds == Kinds::every,
         "a run without a world has only series of every kind");
  std::visit(
      [&]<class T>(Fill<T> function) {
        auto& values = std::get<std::vector<T>>(result_.values[series]);
        const auto out = std::span(values).subspan(part * entry.part, entry.part);
        std::ranges::fill(out, T{0});
        function(moment, out);
      },
      entry.series->fill);
}

}  // namespace jtsim::output
