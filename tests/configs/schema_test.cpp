// The committed schema is the one that the declarations give.
#include "configs/schema.hpp"

#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "tests/configs/bundle.hpp"

TEST_CASE("the committed schema equals `jtsim describe schema`") {
  std::ifstream file(shipped("schema/scenario.schema.json"));
  std::ostringstream text;
  text << file.rdbuf();
  const bool is_equal = text.str() == jtsim::configs::schema_text();
  CHECK_MESSAGE(is_equal,
                "write it anew: jtsim describe schema > configs/schema/scenario.schema.json");
}

TEST_CASE("the schema knows every section and refuses unknown keys everywhere") {
  const auto schema = jtsim::configs::scenario_schema();
  CHECK(schema["additionalProperties"] == false);
  CHECK(schema["properties"]["search"]["additionalProperties"] == false);
  CHECK(schema["properties"]["search"]["properties"]["search_intensity"]["maximum"] == 1);
  CHECK(schema["properties"]["search"]["properties"]["search_intensity"]["default"] == 0.06);
  CHECK(schema["properties"]["extends"]["type"] == "string");
  CHECK(schema["properties"]["demand"]["properties"]["shock"]["enum"].size() == 2);
}
