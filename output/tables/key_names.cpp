// Looks identifiers up in the axes of a run.
#include "output/tables/key_names.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "agents/states.hpp"
#include "base/error.hpp"

namespace jtsim::output {

namespace {

constexpr auto headings = std::to_array<KeyHeading>({
    {"headline", tr("group of states")},
    {"state", tr("state")},
    {"destination", tr("destination")},
    {"payer", tr("payer")},
    {"policy", tr("policy")},
    {"partition", tr("division")},
    {"group", tr("group")},
    {"league", tr("league")},
    {"part", tr("part")},
    {"window", tr("window")},
    {"measure", tr("figure of a comparison", "measure")},
    {"span", tr("years")},
    {"year", tr("year"), true},
    {"months", tr("months after displacement"), true},
    {"percent", tr("lowest percent of persons"), true},
});

const Name& all_divisions() {
  static const Name name = named(all_id, tr("everybody"));
  return name;
}

/// Names that stand in no axis.
std::vector<Name> own_names(std::string_view place) {
  if (place == "headline") return names_of<agents::Headline>();
  if (place == "part") return names_of<TheilPart>();
  if (place == "payer") return {named("public", tr("central, region and insurance fund"))};
  if (place == "measure") return names_of<agents::Counter>();
  if (place == "partition") return {named("retired", tr("the retired"))};
  if (place != "window") return {};
  return {named("1", tr("first year")), named("5", tr("fifth year")),
          named("15", tr("fifteenth year")), named("present", tr("all years (present value)"))};
}

Axis axis_of(std::string_view place, const std::string& partition) {
  if (place == "state") return Axis::state;
  if (place == "destination") return Axis::destination_kind;
  if (place == "payer") return Axis::payer;
  if (place == "policy") return Axis::policy;
  if (place == "partition") return Axis::partition;
  if (place == "league") return Axis::region;
  // A division and the axis of its groups have one name.
  return enum_from_text<Axis>(place == "group" ? partition : place).value_or(Axis::event);
}

}  // namespace

const KeyHeading& key_heading(std::string_view place) {
  const auto at = std::ranges::find(headings, place, &KeyHeading::place);
  expect(at != headings.end(), "every place of a form has a heading");
  return *at;
}

Name KeyNames::in_list(std::string_view place, const std::string& id,
                       const std::string& partition) const {
  for (const std::vector<Name>& list : {own_names(place), axes_[axis_of(place, partition)].names}) {
    const auto at = std::ranges::find(list, id, &Name::id);
    if (at != list.end()) return *at;
  }
  return {id, id, id};
}

Cell KeyNames::cell(std::string_view place, const std::string& id,
                    const std::string& partition) const {
  if (!key_heading(place).is_number) return in_list(place, id, partition);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
  if (error != std::errc() || end != id.data() + id.size()) return std::monostate();
  return number;
}

Cell KeyNames::absent(std::string_view place) const {
  if (place == "partition" || place == "group" || place == "league") return all_divisions();
  return std::monostate();
}

const MeasureName* find_measure(std::span<const MeasureName> measures, std::string_view id) {
  const auto at = std::ranges::find(measures, id, &MeasureName::id);
  return at == measures.end() ? nullptr : &*at;
}

}  // namespace jtsim::output
