// One parameter of a scenario looked up by its key path, and whether a text can be its value.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "configs/number_text.hpp"
#include "configs/parameter.hpp"
#include "configs/problems.hpp"

namespace jtsim::configs {

/// The value at `key_path` ("search.search_intensity", "policies.retraining.take_up_share") among
/// nested rows, or why there is none: an unknown name with the nearest known, or a section.
std::variant<const Parameter*, Fault> find_parameter(const std::vector<Parameter>& rows,
                                                     std::string_view key_path);

/// What is wrong with `text` as a value of the parameter, if anything: by type, valid interval and
/// choices. Files are not opened.
std::optional<Fault> value_fault(const Parameter& parameter, std::string_view text);

}  // namespace jtsim::configs
