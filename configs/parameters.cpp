// Values of declared parameters as YAML text.
#include "configs/parameters.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace jtsim::configs {

std::string yaml_text(const std::string& text) {
  const bool looks_like_value =
      text == "null" || text == "true" || text == "false" || text == no_value;
  // A JSON string is a YAML string.
  return is_identifier(text) && !looks_like_value ? text : nlohmann::json(text).dump();
}

std::string file_name_text(const std::string& name) {
  return name.empty() ? std::string(no_value) : nlohmann::json(name).dump();
}

namespace detail {

std::string value_text(double value) { return number_to_text(value); }
std::string value_text(std::int64_t value) { return fmt::format("{}", value); }
std::string value_text(std::uint64_t value) { return fmt::format("{}", value); }
std::string value_text(bool value) { return value ? "true" : "false"; }
std::string value_text(const std::string& value) { return yaml_text(value); }
std::string value_text(const FilePath& value) { return file_name_text(value.text); }
std::string value_text(const NetworkPath& value) {
  return value.text.empty() ? std::string(complete_network) : file_name_text(value.text);
}
std::string value_text(Month value) { return to_text(value); }

}  // namespace detail

}  // namespace jtsim::configs
