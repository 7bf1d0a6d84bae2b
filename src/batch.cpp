// From a request in JSON to outcomes in JSON.
#include "src/batch.hpp"

#include <optional>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "configs/parameters.hpp"
#include "output/summary.hpp"
#include "src/model.hpp"
#include "src/replicates.hpp"

namespace jtsim::app {

namespace {

using Json = nlohmann::ordered_json;

// A wrong request, in words.
class BadRequest : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A value of JSON as YAML in one line.
std::string yaml_of(const std::string& key, const Json& value) {
  if (value.is_string()) {
    const std::string text = value;
    // Months and words are plain in YAML; whatever is no plain word goes in quotes.
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./";
    const bool is_plain = !text.empty() && text.find_first_not_of(plain) == std::string::npos;
    return is_plain ? text : configs::yaml_text(text);
  }
  if (value.is_number() || value.is_boolean()) return value.dump();
  if (!value.is_array())
    throw BadRequest(key + ": a number, a text, true, false or a list of them");
  std::string line = "[";
  for (const Json& item : value) line += (line.size() > 1 ? ", " : "") + yaml_of(key, item);
  return line + "]";
}

std::vector<std::string> overrides_in(const Json& request) {
  std::vector<std::string> overrides;
  static const std::set<std::string> known{"id", "set", "seed", "replicates"};
  for (const auto& [key, value] : request.items()) {
    if (!known.contains(key))
      throw BadRequest(fmt::format("unknown key `{}` (known: id, set, seed, replicates)", key));
  }
  if (request.contains("set")) {
    if (!request.at("set").is_object()) throw BadRequest("set: {path: value, ...} is expected");
    for (const auto& [path, value] : request.at("set").items())
      overrides.push_back(path + "=" + yaml_of(path, value));
  }
  for (const char* key : {"seed", "replicates"}) {
    if (!request.contains(key)) continue;
    if (!request.at(key).is_number_unsigned())
      throw BadRequest(std::string(key) + ": a whole number is expected");
    overrides.push_back(fmt::format("{}={}", key, request.at(key).dump()));
  }
  return overrides;
}

// False after a request to stop.
bool simulate(const configs::Scenario& scenario, const Model& model, const output::Layout& layout,
              output::Summary& summary, std::uint32_t threads, const std::stop_token& stop) {
  const auto count = static_cast<std::uint32_t>(scenario.document.replicates);
  const std::uint32_t crew = std::min(threads, count);
  ReplicateWork work;
  work.run = [&](std::uint32_t replicate) {
    std::optional<output::ReplicateResult> result;
    ThreadLimit(std::max<std::size_t>(1, threads / crew)).run([&] {
      result = model.simulate(layout, replicate, {.stop = stop});
    });
    if (!result) return Outcome::given_up;
    summary.add(*result);
    return Outcome::done;
  };
  work.release = [] {};
  work.look = [] {};
  run_replicates({0, count}, crew, work, stop);
  return !stop.stop_requested();
}

// Nothing after a request to stop.
std::optional<Json> outcomes_for(const BatchBase& base, const Json& request,
                                 const std::stop_token& stop) {
  const configs::Scenario scenario = configs::load_scenario(base.scenario, overrides_in(request));
  const Model model(scenario);
  const auto count = static_cast<std::uint32_t>(scenario.document.replicates);
  const output::Layout layout = model.layout({0, count});
  output::Summary summary(layout, scenario.document.output.minimum_group);
  if (!simulate(scenario, model, layout, summary, base.threads, stop)) return std::nullopt;
  return Json{{"digest", scenario.digest},
              {"replicates", count},
              {"outcomes", Json::parse(output::summary_json(summary.statistics()))}};
}

Json error_list(const std::exception& error) {
  Json list = Json::array();
  if (const auto* input = dynamic_cast<const InputError*>(&error)) {
    for (const Problem& problem : input->problems()) list.push_back(to_text(problem));
  } else {
    list.push_back(error.what());
  }
  return list;
}

}  // namespace

std::string batch_answer(const BatchBase& base, std::string_view request,
                         const std::stop_token& stop) {
  Json answer = Json::object();
  try {
    const Json asked = Json::parse(request);
    if (!asked.is_object()) throw BadRequest("a request is an object: {id, set, seed, replicates}");
    answer["id"] = asked.contains("id") ? asked.at("id") : Json();
    std::optional<Json> outcomes = outcomes_for(base, asked, stop);
    if (!outcomes) return {};
    answer.update(*outcomes);
  } catch (const LogicFault&) {
    throw;
  } catch (const std::exception& error) {
    answer["error"] = error_list(error);
  }
  return answer.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace jtsim::app
