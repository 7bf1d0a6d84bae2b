// Tables and JSON of a study of inputs.
#include "src/validation/input_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "configs/describe.hpp"
#include "src/figure_text.hpp"
#include "src/speech.hpp"

namespace jtsim::app {

namespace {

using Json = nlohmann::ordered_json;

/// What a table stands under, and the table.
struct Part {
  std::string title;
  configs::Listing listing;
};

class Parts {
 public:
  Parts(const InputStudy& study, Language language) : study_(study), language_(language) {}

  std::vector<Part> all() const {
    std::vector<Part> parts{targets(), results(), correlations()};
    if (!study_.indices.front().empty()) parts.push_back(indices());
    return parts;
  }

 private:
  std::string text(const Label& label) const { return std::string(in(language_, label)); }

  Part targets() const {
    Part part{
        say(language_,
            tr("Targets over {} draws of all parameters (Latin hypercube, {} replicates each)"),
            study_.draws, study_.replicates),
        {{"id", text(tr("use")), text(tr("evidence")), "10%-90%", text(tr("median")),
          text(tr("interval", "inside")), text(tr("accepted draws")), text(tr("sd: parameters")),
          text(tr("sd: luck")), text(tr("what"))},
         {}}};
    for (const TargetVariation& t : study_.targets) {
      const Variation& v = t.variation;
      const bool known = v.draws > 0;
      part.listing.rows.push_back(
          {t.target.row.id, std::string(identifier(t.target.row.use)),
           short_text(t.target.evidence), known ? range_text(v.q10, v.q90) : "-",
           known ? short_text(v.q50) : "-",
           known ? text(t.is_inside() ? tr("yes") : tr("no")) : "-",
           known ? percent_text(t.accepted_share) : "-", known ? short_text(v.by_parameters) : "-",
           known ? short_text(v.by_luck) : "-", in(language_, t.target.row.what)});
    }
    return part;
  }

  Part results() const {
    Part part{text(tr("How uncertain the results are")),
              {{text(tr("result")), "10%-90%", text(tr("median")), text(tr("sd: parameters")),
                text(tr("sd: luck"))},
               {}}};
    for (const Driven driven : all_of_enum<Driven>()) {
      const Variation& v = study_.driven[index_of(driven)];
      part.listing.rows.push_back({text(label(driven)), range_text(v.q10, v.q90), short_text(v.q50),
                                   short_text(v.by_parameters), short_text(v.by_luck)});
    }
    return part;
  }

  Part correlations() const {
    Part part{text(tr("Rank correlations")), {{text(tr("parameter")), text(tr("range"))}, {}}};
    for (const Driven driven : all_of_enum<Driven>())
      part.listing.titles.push_back(text(label(driven)));
    for (const Driver& driver : study_.drivers) {
      std::vector<std::string> row{driver.factor.path,
                                   range_text(driver.factor.range.low, driver.factor.range.high)};
      for (const double r : driver.correlation) row.push_back(fmt::format("{:+.2f}", r));
      part.listing.rows.push_back(std::move(row));
    }
    return part;
  }

  Part indices() const {
    Part part{
        say(language_, tr("Sobol indices of the strongest, {} base points"), study_.base_points),
        {{text(tr("parameter"))}, {}}};
    for (const Driven driven : all_of_enum<Driven>()) {
      part.listing.titles.push_back(text(label(driven)) + text(tr(": first")));
      part.listing.titles.push_back(text(tr("total")));
    }
    for (std::size_t j = 0; j < study_.indices.front().size(); ++j) {
      std::vector<std::string> row{study_.drivers[j].factor.path};
      for (const auto& of_result : study_.indices) {
        row.push_back(index_text(of_result[j].first));
        row.push_back(index_text(of_result[j].total));
      }
      part.listing.rows.push_back(std::move(row));
    }
    return part;
  }

  const InputStudy& study_;
  Language language_;
};

Json json_of(const Variation& v) {
  return {{"draws", v.draws},
          {"q10", json_number(v.q10)},
          {"q50", json_number(v.q50)},
          {"q90", json_number(v.q90)},
          {"sd_parameters", json_number(v.by_parameters)},
          {"sd_luck", json_number(v.by_luck)}};
}

Json parameters_json(const InputStudy& study) {
  Json list = Json::array();
  for (std::size_t j = 0; j < study.drivers.size(); ++j) {
    const Driver& driver = study.drivers[j];
    Json row{{"path", driver.factor.path},
             {"distribution", identifier(driver.factor.distribution)},
             {"low", driver.factor.range.low},
             {"high", driver.factor.range.high}};
    for (const Driven driven : all_of_enum<Driven>()) {
      Json one{{"rank_correlation", driver.correlation[index_of(driven)]}};
      const auto& indices = study.indices[index_of(driven)];
      if (j < indices.size()) one["sobol"] = sobol_json(indices[j]);
      row[std::string(identifier(driven))] = std::move(one);
    }
    list.push_back(std::move(row));
  }
  return list;
}

}  // namespace

std::string input_table(const InputStudy& study, Language language) {
  std::string text;
  for (const Part& part : Parts(study, language).all())
    text += part.title + "\n" + text_of(part.listing) + "\n";
  if (study.refused > 0) {
    text += say(language, tr("{} draws could not be simulated, as in: {}\n"), study.refused,
                study.refusal);
  }
  return text;
}

std::string input_markdown(const InputStudy& study) {
  std::string text;
  for (const Part& part : Parts(study, Language::en).all())
    text += (text.empty() ? "### " : "\n### ") + part.title + "\n\n" + markdown_of(part.listing);
  if (study.refused > 0) text += fmt::format("\n{} draws could not be simulated.\n", study.refused);
  return text;
}

std::string input_json(const InputStudy& study) {
  Json json{{"draws", study.draws},
            {"refused", study.refused},
            {"replicates", study.replicates},
            {"base_points", study.base_points},
            {"targets", Json::array()},
            {"results", Json::object()},
            {"parameters", parameters_json(study)}};
  for (const TargetVariation& t : study.targets) {
    Json row{{"id", t.target.row.id},
             {"use", identifier(t.target.row.use)},
             {"evidence", t.target.evidence},
             {"low", t.target.row.accepted.low},
             {"high", t.target.row.accepted.high},
             {"inside", t.is_inside()},
             {"accepted_share", t.accepted_share}};
    row.update(json_of(t.variation));
    json["targets"].push_back(std::move(row));
  }
  for (const Driven driven : all_of_enum<Driven>())
    json["results"][std::string(identifier(driven))] = json_of(study.driven[index_of(driven)]);
  return json.dump(2) + "\n";
}

}  // namespace jtsim::app
