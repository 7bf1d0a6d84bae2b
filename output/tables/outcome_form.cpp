// Matches names with forms, part by part.
#include "output/tables/outcome_form.hpp"

namespace jtsim::output {

namespace {

/// Cuts the part before the next dot off `text`.
std::string_view next_part(std::string_view& text) {
  const std::size_t dot = text.find('.');
  const std::string_view part = text.substr(0, dot);
  text = dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
  return part;
}

/// Whether a part of a name fits one of a form; what stands at its place goes into `places`.
bool fits(std::string_view part, std::string_view form, Places& places) {
  const std::size_t open = form.find('{');
  if (open == std::string_view::npos) return part == form;
  const std::size_t close = form.find('}', open);
  const std::string_view before = form.substr(0, open);
  const std::string_view after = form.substr(close + 1);
  if (part.size() <= before.size() + after.size()) return false;
  if (!part.starts_with(before) || !part.ends_with(after)) return false;
  places.emplace_back(
      form.substr(open + 1, close - open - 1),
      std::string(part.substr(before.size(), part.size() - before.size() - after.size())));
  return true;
}

}  // namespace

std::optional<Places> places_in(std::string_view name, std::string_view form) {
  Places places;
  while (!name.empty() && !form.empty()) {
    if (!fits(next_part(name), next_part(form), places)) return std::nullopt;
  }
  if (!name.empty() || !form.empty()) return std::nullopt;
  return places;
}

std::vector<std::string_view> places_of(std::string_view form) {
  std::vector<std::string_view> places;
  for (std::size_t at = form.find('{'); at != std::string_view::npos; at = form.find('{', at + 1))
    places.push_back(form.substr(at + 1, form.find('}', at) - at - 1));
  return places;
}

}  // namespace jtsim::output
