// Puts table and keys into words.
#include "output/tables/outcome_label.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "output/distribution_outcomes.hpp"
#include "output/tables/outcome_form.hpp"
#include "output/tables/outcome_plans.hpp"
#include "output/tables/table.hpp"

namespace jtsim::output {

namespace {

/// A text in each language.
struct Words {
  std::string zh;
  std::string en;

  bool empty() const { return zh.empty() && en.empty(); }
  void add(const Words& more) {
    if (!empty()) {
      zh += in(Language::zh, tr("punctuation", ", "));
      en += in(Language::en, tr("punctuation", ", "));
    }
    zh += more.zh;
    en += more.en;
  }
};

Words words(const Label& label) {
  return {std::string(in(Language::zh, label)), std::string(in(Language::en, label))};
}

template <class Value>
Words words(const Label& pattern, const Value& value) {
  return {fmt::format(fmt::runtime(in(Language::zh, pattern)), value),
          fmt::format(fmt::runtime(in(Language::en, pattern)), value)};
}

bool is_number(const std::string& id) {
  return !id.empty() && id.find_first_not_of("0123456789") == std::string::npos;
}

Words words_of_key(std::string_view place, const std::string& id, const std::string& partition,
                   const KeyNames& names) {
  if (place == "months" && is_number(id)) return words(tr("{} months later"), id);
  if (place == "percent" && is_number(id)) return words(tr("lowest {} %"), id);
  if (place == "year" && !is_number(id)) return words(tr("mean of {}"), id);
  if (place == "year" || place == "span") return {id, id};
  const Cell cell = names.cell(place, id, partition);
  if (const auto* name = std::get_if<Name>(&cell))
    return {std::string(label_in(Language::zh, *name)), std::string(label_in(Language::en, *name))};
  return {id, id};
}

/// "registered unemployment rate, 2035" needs no table in front of it.
bool speaks_for_itself(const Places& places, const OutcomePlan& plan) {
  bool has_measure = false;
  for (const auto& [place, id] : places) {
    if (place != "measure" && place != "year") return false;
    has_measure = has_measure || find_measure(plan.measures, id) != nullptr;
  }
  return has_measure;
}

Words behind(Words title, const Words& keys) {
  if (keys.empty()) return title;
  const Label colon = tr("punctuation", ": ");
  title.zh += std::string(in(Language::zh, colon)) + keys.zh;
  title.en += std::string(in(Language::en, colon)) + keys.en;
  return title;
}

OutcomeLabel labelled(std::string_view name, const OutcomePlan& plan, const Places& places,
                      const Axes& axes) {
  const KeyNames names(axes);
  const auto of = std::ranges::find(places, "partition", &Places::value_type::first);
  const std::string partition = of == places.end() ? "" : of->second;
  Unit unit = plan.unit;
  Words keys;
  for (const auto& [place, id] : places) {
    const MeasureName* measure = place == "measure" ? find_measure(plan.measures, id) : nullptr;
    if (measure != nullptr) unit = measure->unit;
    keys.add(measure != nullptr ? words(measure->label)
                                : words_of_key(place, id, partition, names));
  }
  const Words all = speaks_for_itself(places, plan) ? keys : behind(words(plan.name), keys);
  return {{std::string(name), all.zh, all.en}, unit};
}

}  // namespace

OutcomeLabel outcome_label(std::string_view name, const Axes& axes) {
  for (const OutcomePlan& plan : outcome_plans()) {
    for (const std::string_view form : plan.forms) {
      if (form.empty()) continue;
      if (const std::optional<Places> places = places_in(name, form))
        return labelled(name, plan, *places, axes);
    }
  }
  for (const Target& target : targets()) {
    if (target.outcome == name) return {named(name, target.meaning), Unit::share};
  }
  return {{std::string(name), std::string(name), std::string(name)}, Unit::number};
}

}  // namespace jtsim::output
