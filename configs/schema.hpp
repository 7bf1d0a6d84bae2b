// The JSON Schema of scenario files, for editors and validators.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace jtsim::configs {

/// Draft-07, from the same declared fields that the loader reads. No key is required, because a
/// file may extend another one; unknown keys are refused.
nlohmann::ordered_json scenario_schema();

/// The text of configs/schema/scenario.schema.json.
std::string schema_text();

}  // namespace jtsim::configs
