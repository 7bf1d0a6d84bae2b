// A small scenario in memory whose files tests damage one at a time.
#include "tests/configs/bundle.hpp"

#include <doctest/doctest.h>

#include "configs/overrides.hpp"

using namespace jtsim;

std::string shipped(const std::string& name) { return JTSIM_SOURCE_DIR "/configs/" + name; }

const Bundle& tiny_bundle() {
  static const Bundle bundle = configs::load_scenario(shipped("tiny.yaml")).inputs_read;
  return bundle;
}

Bundle replaced(const Bundle& bundle, const std::string& path, const std::string& from,
                const std::string& to) {
  Bundle copy = bundle;
  for (configs::SourceText& file : copy) {
    if (file.path != path) continue;
    const auto at = file.text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, path << " has no " << from);
    file.text.replace(at, from.size(), to);
    return copy;
  }
  FAIL("no file " << path);
  return copy;
}

Bundle overridden(const Bundle& bundle, const std::vector<std::string>& overrides) {
  Bundle copy = bundle;
  copy.push_back(configs::overrides_record(overrides));
  return copy;
}

std::string problems_text(const Bundle& bundle) {
  try {
    configs::load_scenario(bundle);
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

Bundle single_file(const std::string& text) { return {{"x.yaml", text}}; }
